import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.novelty import HALF_SURE, Known, known_of
from engine.words_model.vectorizer import Vectorizer

VECTORIZER = Vectorizer(
    positions={"w loss": 0, "w gradient": 1, "w not_nan": 2, "c los": 3},
    idf=np.array([1.0, 3.0, 2.0, 5.0], dtype=np.float32),
)


def known(text):
    return known_of(text, VECTORIZER)


def test_known_words_are_understood():
    assert known("the loss and the gradients") == Known(understood=1.0, words=2)


def test_unknown_words_weigh_as_much_as_the_rarest():
    assert known("gradient zebra").understood == pytest.approx(3 / (3 + 5))


def test_a_word_that_is_known_only_under_a_negation_is_known():
    assert known("nan").words == 1


def test_repeated_words_count_once():
    assert known("loss loss loss zebra") == known("loss zebra")


@pytest.mark.parametrize("text", ["", "42 0.5", "zebra", "the of"])
def test_nothing_known_gives_no_confidence(text):
    assert known(text).confidence == 0


def test_confidence_grows_with_words_and_understanding():
    assert Known(1.0, 3).confidence < Known(1.0, 30).confidence < 1
    assert Known(0.5, 30).confidence < Known(1.0, 30).confidence
    assert Known(1.0, int(HALF_SURE)).confidence == 0.5


@given(st.text(max_size=100))
def test_shares_are_between_0_and_1(text):
    found = known(text)

    assert 0 <= found.understood <= 1
    assert 0 <= found.confidence <= 1
