import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.figures.tokens import tokens


def numbers(text):
    return [(token.value, token.percent) for token in tokens(text) if token.is_number]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("97,5 %", [(97.5, True)]),
        ("10,000 images", [(10000, False)]),
        ("14,200, and", [(14200, False)]),  # Python before 3.11.5 kept its second comma
        ("1e-4", [(0.0001, False)]),
        ("loss -0.9", [(-0.9, False)]),
        ("5-10", [(5, False), (10, False)]),
        ("12 percent", [(12, True)]),
        ("0.5.", [(0.5, False)]),
    ],
)
def test_numbers_are_read_whole(text, read):
    assert numbers(text) == read


@pytest.mark.parametrize("text", ["f1", "map50", "24gb", "fp16", "no number"])
def test_figures_in_words_are_no_numbers(text):
    assert numbers(text) == []


def test_a_number_beyond_floating_point_has_no_value():
    assert numbers("9" * 400) == [(None, False)]


def test_names_are_parted_at_their_joints():
    assert [token.text for token in tokens("val_loss")] == ["val", "loss"]


@pytest.mark.parametrize(("word", "answer"), [("nan", True), ("inf", True), ("info", False)])
def test_values_that_are_not_finite(word, answer):
    (token,) = tokens(word)

    assert token.is_not_finite is answer


def test_sentences_end_and_decimals_do_not():
    assert [token.kind for token in tokens("a. b 0.5")] == ["word", "end", "word", "number"]


@given(st.text(max_size=200))
def test_tokens_stand_where_they_say(text):
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.value is None or math.isfinite(token.value)
