import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.phrases import (
    clauses,
    fit_phrase_index,
    is_negated,
    observe_text,
    phrase_index,
)
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()


def states(text):
    return {item.symptom: item.state for item in observe_text(text, KNOWLEDGE)}


def test_words_near_a_phrasing_are_seen_with_the_clause_as_evidence():
    (found,) = [
        o
        for o in observe_text("Hello. My loss is NaN! Why?", KNOWLEDGE)
        if o.symptom == "loss-non-finite"
    ]

    assert found.state == "seen"
    assert found.strength > 0.5
    assert found.source == "description"
    assert "my loss is nan!" in found.text


def test_a_denied_symptom_is_absent():
    assert states("the loss is not nan")["loss-non-finite"] == "absent"


def test_two_clauses_are_read_apart():
    found = states("The loss falls very slowly, but the inputs hold nan values")

    assert found["loss-falls-too-slowly"] == "seen"
    assert found["bad-values-in-inputs"] == "seen"


def test_other_words_say_nothing():
    assert states("I like the documentation of this library") == {}


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_no_words_no_symptoms(text):
    assert observe_text(text, KNOWLEDGE) == ()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("the loss isn't decreasing", True),
        ("no NaN so far", True),
        ("it is not that it does not learn", False),
        ("loss nan", False),
    ],
)
def test_negations_are_counted(text, negated):
    assert is_negated(text) is negated


@pytest.mark.parametrize("gap", [" ", ", ", " \n ", ", \n\n", "  \n", "\n \n "])
def test_a_contrast_is_split_off_behind_any_white_space(gap):
    assert clauses(f"loss falls{gap}but slowly") == ["loss falls", "slowly"]


def test_a_line_that_begins_with_a_contrast_keeps_it():
    assert clauses("loss falls\nbut slowly") == ["loss falls", "but slowly"]


def test_clauses_are_split_at_sentences_lines_and_contrasts():
    assert clauses("Loss falls. Accuracy stays\nlr 0.1 but no NaN") == [
        "loss falls.",
        "accuracy stays",
        "lr 0.1",
        "no nan",
    ]


@given(st.text(max_size=400))
def test_any_text_is_read_without_error(text):
    assert all(0 <= item.strength <= 1 for item in observe_text(text, KNOWLEDGE))


def test_similarities_are_the_cosines_of_the_vectors():
    index = fit_phrase_index(KNOWLEDGE.symptoms)
    texts = [text for symptom in KNOWLEDGE.symptoms.values() for text in symptom.phrasings]
    asked = dict(zip(*(part.tolist() for part in index.vectorizer("my loss is nan")), strict=True))

    slow = []
    for text in texts:
        columns, values = (part.tolist() for part in index.vectorizer(text))
        slow.append(sum(asked.get(c, 0.0) * v for c, v in zip(columns, values, strict=True)))

    assert index.similarities("my loss is nan") == pytest.approx(slow)
    assert max(slow) > 0.5


def test_an_index_without_phrasings_finds_nothing():
    silent = {slug: replace(s, phrasings=()) for slug, s in KNOWLEDGE.symptoms.items()}

    assert list(fit_phrase_index(silent).similarities("my loss is nan")) == []
    assert observe_text("my loss is nan", replace(KNOWLEDGE, symptoms=silent, edition="s")) == ()


def test_an_index_that_was_kept_on_disk_is_used():
    index = pickle.loads(pickle.dumps(fit_phrase_index(KNOWLEDGE.symptoms)))  # noqa: S301 (our own)
    kept = replace(KNOWLEDGE, phrases=index)
    text = "the loss falls very slowly and the inputs hold nan values"

    assert phrase_index(kept) is index
    assert observe_text(text, kept) == observe_text(text, KNOWLEDGE)


def test_an_index_is_fitted_once_where_none_was_given():
    assert phrase_index(KNOWLEDGE) is phrase_index(KNOWLEDGE)
