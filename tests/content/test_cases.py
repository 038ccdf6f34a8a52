"""Examples of the text model: cases of entries, phrasings of symptoms, a sample of the others."""

import json
from collections import defaultdict
from dataclasses import replace
from types import SimpleNamespace

import pytest

from content.cases import (
    OTHERS_WEIGHT,
    PHRASES_PER_TEXT,
    PHRASING_WEIGHT,
    PLAIN_WEIGHT,
    CaseError,
    examples,
    joined,
    name_phrases,
    phrasing_examples,
    read_cases,
    read_jargon,
    text_model_state,
)
from content.to_knowledge import knowledge_of
from engine.knowledge import SOMETHING_ELSE
from engine.words_model.scores import CHATTER
from engine.words_model.train import Example, fingerprint
from tests.engine.content import FIXTURES, real_knowledge
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


def test_case_has_acceptable_labels_and_a_hand(tmp_path):
    row = {"failure_mode": "a", "text": "x", "voice": "terse", "acceptable": ["b"], "hand": "c"}
    spoken = {"failure_mode": "a", "text": "x", "voice": "terse"}
    path = write_cases(tmp_path, "some.jsonl", json.dumps(row), json.dumps(spoken))

    assert list(read_cases(path)) == [
        Example("a", "x", PLAIN_WEIGHT, acceptable=("b",), hand="c"),
        Example("a", "x", hand="terse"),
    ]


def test_chatter_counts_once_whoever_wrote_it(tmp_path):
    row = {"failure_mode": CHATTER, "text": "hello", "hand": "c"}
    path = write_cases(tmp_path, "some.jsonl", json.dumps(row))

    assert list(read_cases(path)) == [Example(CHATTER, "hello", hand="c")]


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


def test_names_and_rules_of_other_tools_are_phrases(knowledge):
    names = [phrase for phrase in name_phrases(knowledge) if phrase.label == "rate-too-high"]

    assert [phrase.text for phrase in names] == [
        "Rate too high",
        "rate-too-high alias",
        "Error: 'loss' # nan",
        "rate-too-high rule",
    ]


def test_terms_of_planned_entries_are_phrases(knowledge):
    planning = replace(knowledge, planned={"clock-skew": "Clock skew"})

    assert list(name_phrases(planning))[-1] == Example("clock-skew", "Clock skew")


def pointing(knowledge):
    """Make `rate-too-low` a pointer to `rate-too-high`."""
    pointer = replace(
        knowledge.failure_modes["rate-too-low"], entry_class="pointer", points_to="rate-too-high"
    )
    return replace(knowledge, failure_modes={**knowledge.failure_modes, "rate-too-low": pointer})


def test_names_of_a_pointer_are_those_of_its_target(knowledge):
    assert {phrase.label for phrase in name_phrases(pointing(knowledge))} == {
        "rate-too-high",
        *knowledge.planned,
    }


def test_cases_of_a_pointer_are_those_of_its_target(tmp_path, knowledge):
    row = {
        "failure_mode": "rate-too-low",
        "text": "slow",
        "acceptable": ["rate-too-high", "disk-full"],
    }
    write_cases(tmp_path, "a.jsonl", json.dumps(row))

    first = examples(tmp_path, pointing(knowledge))[0]

    assert first == Example("rate-too-high", "slow", acceptable=("disk-full",))


def test_phrases_are_joined_by_label_and_hand():
    phrases = [
        Example("a", "one", hand="x"),
        Example("b", "two", hand="x"),
        Example("a", "three", hand="x"),
        Example("a", "four", hand="y"),
    ]

    assert list(joined(phrases)) == [
        Example("a", "one . three", PLAIN_WEIGHT, hand="x", is_case=False),
        Example("b", "two", PLAIN_WEIGHT, hand="x", is_case=False),
        Example("a", "four", PLAIN_WEIGHT, hand="y", is_case=False),
    ]
    assert list(joined([])) == []


def test_a_long_list_of_phrases_gives_several_texts():
    phrases = [Example("a", "word") for _ in range(PHRASES_PER_TEXT + 1)]

    assert [text.text.count("word") for text in joined(phrases)] == [PHRASES_PER_TEXT, 1]


def test_jargon_of_known_entries_is_read(tmp_path, knowledge):
    path = tmp_path / "cases" / "some.tsv"
    path.parent.mkdir()
    path.write_text("rate-too-high\tlr way too high\tb\nnot-known\tcoarse dropout\n")

    texts = [(each.text, each.hand) for each in examples(tmp_path, knowledge)]

    assert ("lr way too high", "b") in texts
    assert not any("coarse dropout" in text for text, _ in texts)


@pytest.mark.parametrize("line", ["rate-too-high", "rate-too-high\t ", "\tphrase", "", "a\t\thand"])
def test_a_line_that_is_no_phrase_is_named(tmp_path, line):
    path = tmp_path / "some.tsv"
    path.write_text(f"rate-too-high\tgood\n{line}\n")

    with pytest.raises(CaseError, match=r"some\.tsv:2: not a phrase"):
        list(read_jargon(path))


def test_phrase_may_name_its_hand(tmp_path):
    path = tmp_path / "some.tsv"
    path.write_text("a\tone phrase\nb\tanother\tc\n")

    assert list(read_jargon(path)) == [
        Example("a", "one phrase"),
        Example("b", "another", hand="c"),
    ]


def test_phrasings_are_examples_of_entries_they_strongly_suggest(knowledge):
    phrasings = list(phrasing_examples(knowledge))

    strong = ("loss-oscillates", "loss-diverges")  # step-is-slow only leans toward the entries
    assert phrasings == [
        Example(entry, " . ".join(knowledge.symptoms[symptom].phrasings), PHRASING_WEIGHT)
        for entry in ("rate-too-high", "rate-too-low")
        for symptom in strong
    ]


def test_cases_come_first_and_unknown_ones_are_something_else(tmp_path, knowledge):
    planning = replace(knowledge, planned={"clock-skew": "Clock skew"})
    write_cases(
        tmp_path,
        "b.jsonl",
        case("unwritten", "text 0"),
        case("clock-skew", "text 1"),
        case(CHATTER, "hello"),
    )
    write_cases(tmp_path, "a.jsonl", case("rate-too-high", "swings"))

    chosen = examples(tmp_path, planning)

    assert chosen[:4] == [
        Example("rate-too-high", "swings"),
        Example(SOMETHING_ELSE, "text 0", OTHERS_WEIGHT),
        Example("clock-skew", "text 1"),
        Example(CHATTER, "hello"),
    ]
    names, phrasings = joined(name_phrases(planning)), phrasing_examples(planning)
    assert chosen[4:] == [*names, *phrasings]


def test_folder_without_cases_gives_names_and_phrasings_only(tmp_path, knowledge):
    names = list(joined(name_phrases(knowledge)))

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


@pytest.fixture(scope="module")
def library():
    paths = sorted((FIXTURES / "cases").glob("*.jsonl"))
    return [case for path in paths for case in read_cases(path)]


def test_every_label_of_the_library_is_known(library):
    known = {*real_knowledge().failure_modes, *real_knowledge().planned, CHATTER}

    assert {case.label for case in library} <= known
    assert {label for case in library for label in case.acceptable} <= known


def test_every_planned_entry_is_reported_by_two_hands(library):
    hands = defaultdict(set)
    for case in library:
        hands[case.label].add(case.hand)

    assert [slug for slug in real_knowledge().planned if len(hands[slug]) < 2] == []


def test_chatter_is_of_many_kinds(library):
    chatter = [case for case in library if case.label == CHATTER]

    assert len({case.text for case in chatter}) >= 400
    assert len({case.hand for case in chatter}) >= 5
    assert sum(not case.text.isascii() for case in chatter) >= 50
