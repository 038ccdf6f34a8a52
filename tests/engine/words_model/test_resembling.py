import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.resembling import MOST_CHARACTERS, Resembling, clauses_of, median
from engine.words_model.train import fit
from tests.engine.words_model.texts import EXAMPLES

MODEL = fit(EXAMPLES).model


def test_clauses_keep_the_spelling_of_the_text():
    assert clauses_of("The loss is NaN! GPU idle, but it runs.\nWhy?") == [
        "The loss is NaN!",
        "GPU idle",
        "but it runs.",
        "Why?",
    ]
    assert clauses_of(" \n ") == []


def test_the_clause_that_speaks_for_a_class_is_quoted():
    text = "I train on two cards. The loss is nan after ten steps. Out of memory on the gpu."
    said = Resembling(MODEL, text)

    assert said["nan-loss"] == ("The loss is nan after ten steps.",)
    assert said["gpu-out-of-memory"] == ("Out of memory on the gpu.",)


def test_the_scores_of_a_text_serve_for_its_only_clause():
    text = "The loss is nan after ten steps."
    alone = Resembling(MODEL, text)
    given = Resembling(MODEL, text, MODEL.scores(text))
    opposite = Resembling(MODEL, text, -MODEL.scores(text))

    assert dict(given) == dict(alone)
    assert opposite["nan-loss"] == ()


def test_two_clauses_are_quoted_in_their_order():
    text = "The loss is nan now. I like trains. Loss becomes nan in epoch 2."

    assert Resembling(MODEL, text)["nan-loss"] == (
        "The loss is nan now.",
        "Loss becomes nan in epoch 2.",
    )


@pytest.mark.parametrize("text", ["", "nan", "zebra stripes everywhere"])
def test_nothing_is_quoted_of_a_text_without_known_clauses(text):
    assert Resembling(MODEL, text)["nan-loss"] == ()


def test_a_long_clause_is_cut():
    (quoted,) = Resembling(MODEL, "the loss is nan and " * 40)["nan-loss"]

    assert len(quoted) <= MOST_CHARACTERS
    assert quoted.endswith("...")


def test_it_is_a_mapping_of_the_classes():
    said = Resembling(MODEL, "the loss is nan")

    assert list(said) == list(MODEL.classes)
    assert len(said) == 3
    assert said.get("no class", ()) == ()


@given(st.lists(st.floats(-1e9, 1e9), min_size=1))
def test_the_median_is_that_of_numpy(scores):
    assert median(np.array(scores)) == np.median(scores)
