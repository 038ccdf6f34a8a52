import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.scores import WordsRead, words_read
from engine.words_model.train import Example, fit
from tests.engine.knowledge import knowledge, with_edition

EXAMPLES = [Example("nan-loss", f"loss is nan {n} in the training") for n in "abcd"]
EXAMPLES += [Example("learning-rate-too-low", f"far too slow {n} learning") for n in "abcd"]
KNOWN = replace(
    knowledge(),
    planned={"clock-skew": "Clock skew", "mixed-up-layers": "Layers that are mixed up"},
)
MODEL = fit(EXAMPLES).model
KNOWING = with_edition(KNOWN, "with words", text_model=MODEL)
WITHOUT = with_edition(KNOWN, "without words")


def read(description):
    return words_read(description, KNOWING)


def test_words_are_scored_for_each_class():
    found = read("the loss is nan in training").log_probabilities

    assert set(found) == {"nan-loss", "learning-rate-too-low"}
    assert found["nan-loss"] > found["learning-rate-too-low"]
    assert math.fsum(map(math.exp, found.values())) == pytest.approx(1)


@pytest.mark.parametrize("description", ["", "hi", "hello", "the", "?!", "thanks"])
def test_greeting_or_single_word_says_nothing(description):
    found = read(description)

    assert found.log_probabilities == {}
    assert found.resembling == {}


def test_unknown_words_leave_a_uniform_guess():
    found = read("zebras eat purple grass")

    assert MODEL.understood("zebras eat purple grass") == 0
    assert set(found.log_probabilities.values()) == {-math.log(2)}


def test_words_beside_unknown_ones_say_less():
    alone = read("loss is nan").log_probabilities["nan-loss"]
    beside = read("loss is nan zebras eat purple grass").log_probabilities["nan-loss"]

    assert -math.log(2) < beside < alone


def test_without_a_model_names_are_looked_up():
    assert words_read("layers that are mixed up", WITHOUT) == WordsRead(
        named={"mixed-up-layers": "layers that are mixed up"}
    )


def test_planned_entries_are_named_by_their_term():
    assert read("we have a clock skew here").named == {"clock-skew": "clock skew"}
    assert read("there is no clock skew here").named == {}


def test_a_clause_is_quoted_for_a_class():
    found = read("I use two cards. The loss is nan in the training.")

    assert found.resembling["nan-loss"] == ("The loss is nan in the training.",)


def named_with(names, description):
    """Read with these names of the entry `nan-loss`."""
    mode = replace(KNOWN.failure_modes["nan-loss"], names=names)
    modes = {**KNOWN.failure_modes, "nan-loss": mode}
    known = with_edition(
        replace(KNOWN, failure_modes=modes), str(names), text_model=KNOWING.text_model
    )
    return words_read(description, known).named


def test_names_and_error_strings_are_looked_up():
    names = ("broken numbers", "Function returned nan values in its output")

    assert named_with(names, "nan loss, broken numbers") == {"nan-loss": "broken numbers"}
    assert named_with(names, "zebra: function returned nan values in its output") == {
        "nan-loss": "function returned nan values in its output"
    }


def test_a_short_name_in_a_long_text_needs_support():
    names = ("broken numbers",)
    slow = "far too slow learning, far too slow, learning is far too slow: broken numbers?"
    nan = "the loss is nan in the training, nan in each step of the training: broken numbers?"

    assert named_with(names, slow) == {}
    assert named_with(names, nan) == {"nan-loss": "broken numbers"}


def test_a_pointer_names_its_target():
    pointer = replace(
        KNOWN.failure_modes["nan-loss"], names=("broken numbers",), points_to="something"
    )
    modes = {**KNOWN.failure_modes, "nan-loss": pointer}
    known = with_edition(replace(KNOWN, failure_modes=modes), "pointing")

    assert words_read("broken numbers", known).named == {"something": "broken numbers"}


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    found = read(text)

    assert 0 <= MODEL.understood(text) <= 1
    assert all(math.isfinite(value) for value in found.log_probabilities.values())
