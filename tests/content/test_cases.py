"""Examples of the text model: cases of entries, phrasings of symptoms, a sample of the others."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from content.cases import (
    NAME_WEIGHT,
    OTHERS_WEIGHT,
    PHRASING_WEIGHT,
    CaseError,
    examples,
    jargon_examples,
    name_examples,
    phrasing_examples,
    read_cases,
    read_jargon,
    text_model_state,
)
from content.to_knowledge import knowledge_of
from engine.knowledge import SOMETHING_ELSE
from engine.words_model.train import Example, fingerprint
from tests.small_content import small_content


@pytest.fixture
def knowledge():
    return knowledge_of(small_content(), "")


def case(label, text):
    return json.dumps({"failure_mode": label, "text": text})


def write_cases(root, name, *lines):
    path = root / "cases" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_line_of_a_case_is_an_example_of_full_weight(tmp_path):
    path = write_cases(
        tmp_path,
        "some.jsonl",
        case("nan-loss", "é: the loss is NaN"),
        case("overfitting", "it memorizes"),
    )

    assert list(read_cases(path)) == [
        Example("nan-loss", "é: the loss is NaN", 1.0),
        Example("overfitting", "it memorizes", 1.0),
    ]


@pytest.mark.parametrize(
    "line",
    ["", "the loss is NaN", '{"failure_mode": "nan-loss"}', '{"text": "x"}', "[1]", "3", "null"],
)
def test_line_that_is_no_case_is_named(tmp_path, line):
    path = write_cases(tmp_path, "some.jsonl", case("nan-loss", "nan"), line)

    with pytest.raises(CaseError, match=r"some\.jsonl:2: not a case"):
        list(read_cases(path))


def test_empty_file_has_no_cases(tmp_path):
    assert list(read_cases(write_cases(tmp_path, "none.jsonl"))) == []


def test_names_and_rules_of_other_tools_are_light_examples(knowledge):
    names = [example for example in name_examples(knowledge) if example.label == "rate-too-high"]

    assert [example.text for example in names] == [
        "Rate too high",
        "rate-too-high alias",
        "Error: 'loss' # nan",
        "rate-too-high rule",
    ]
    assert {example.weight for example in names} == {NAME_WEIGHT}


def test_names_of_a_pointer_are_those_of_its_target(knowledge):
    pointer = replace(
        knowledge.failure_modes["rate-too-low"], entry_class="pointer", points_to="rate-too-high"
    )
    pointing = replace(
        knowledge, failure_modes={**knowledge.failure_modes, "rate-too-low": pointer}
    )

    assert {example.label for example in name_examples(pointing)} == {"rate-too-high"}


def test_jargon_of_written_entries_is_read(tmp_path, knowledge):
    path = tmp_path / "cases" / "some.tsv"
    path.parent.mkdir()
    path.write_text("rate-too-high\tlr way too high\nnot-written\tcoarse dropout\n")

    assert list(jargon_examples(tmp_path, knowledge)) == [
        Example("rate-too-high", "lr way too high", NAME_WEIGHT)
    ]


@pytest.mark.parametrize("line", ["rate-too-high", "rate-too-high\t ", "\tphrase", ""])
def test_a_line_that_is_no_phrase_is_named(tmp_path, line):
    path = tmp_path / "some.tsv"
    path.write_text(f"rate-too-high\tgood\n{line}\n")

    with pytest.raises(CaseError, match=r"some\.tsv:2: not a phrase"):
        list(read_jargon(path))


def test_phrasings_are_examples_of_entries_they_strongly_suggest(knowledge):
    phrasings = list(phrasing_examples(knowledge))

    strong = ("loss-oscillates", "loss-diverges")  # step-is-slow only leans toward the entries
    assert phrasings == [
        Example(entry, phrasing, PHRASING_WEIGHT)
        for entry in ("rate-too-high", "rate-too-low")
        for symptom in strong
        for phrasing in knowledge.symptoms[symptom].phrasings
    ]


def test_cases_of_entries_come_first_and_those_of_the_others_last(tmp_path, knowledge):
    others = [case("unwritten", "text 0"), case("unwritten", "text 1")]
    write_cases(tmp_path, "b.jsonl", *others, case("rate-too-low", "slow"))
    write_cases(tmp_path, "a.jsonl", case("rate-too-high", "swings"))

    chosen = examples(tmp_path, knowledge)

    assert chosen[:2] == [Example("rate-too-high", "swings"), Example("rate-too-low", "slow")]
    assert chosen[2:-2] == [*name_examples(knowledge), *phrasing_examples(knowledge)]
    assert chosen[-2:] == [
        Example(SOMETHING_ELSE, "text 0", OTHERS_WEIGHT),
        Example(SOMETHING_ELSE, "text 1", OTHERS_WEIGHT),
    ]


def test_folder_without_cases_gives_names_and_phrasings_only(tmp_path, knowledge):
    names = list(name_examples(knowledge))

    assert examples(tmp_path, knowledge) == [*names, *phrasing_examples(knowledge)]


def test_faulty_line_of_the_folder_is_an_error(tmp_path, knowledge):
    write_cases(tmp_path, "a.jsonl", "no case")

    with pytest.raises(CaseError, match=r"a\.jsonl:1"):
        examples(tmp_path, knowledge)


def test_model_that_is_absent_is_missing(tmp_path, knowledge):
    assert text_model_state(tmp_path, knowledge) == "missing"


def test_model_of_other_examples_is_outdated(tmp_path, knowledge):
    model = SimpleNamespace(fingerprint=fingerprint(examples(tmp_path, knowledge)))
    fitted = replace(knowledge, text_model=model)
    assert text_model_state(tmp_path, fitted) == "current"

    write_cases(tmp_path, "new.jsonl", case("rate-too-low", "slow"))

    assert text_model_state(tmp_path, fitted) == "outdated"
