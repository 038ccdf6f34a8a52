import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.vectorizer import (
    FAMILY_WEIGHTS,
    SCOPED_WEIGHTS,
    counted,
    fit_vectorizer,
)

TEXTS = ["the loss is nan", "loss nan nan", "gpu memory full", "memory of the gpu"]


def test_vectors_have_unit_length():
    vectorizer = fit_vectorizer(TEXTS)

    for text in TEXTS:
        _, values = vectorizer(text)

        assert np.linalg.norm(values) == pytest.approx(1, abs=1e-6)


def values_by_feature(vectorizer, text):
    names = list(vectorizer.positions)
    columns, values = vectorizer(text)
    return {names[column]: value for column, value in zip(columns, values, strict=True)}


@pytest.mark.parametrize(("scoped", "weights"), [(False, FAMILY_WEIGHTS), (True, SCOPED_WEIGHTS)])
def test_families_count_by_their_weights(scoped, weights):
    vectorizer = fit_vectorizer([*TEXTS, "loss nan gpu memory"] * 2, scoped=scoped)
    found = values_by_feature(vectorizer, "loss nan gpu memory")

    lengths = {
        family: np.linalg.norm([value for name, value in found.items() if name[0] == family])
        for family in weights
    }

    for family, weight in weights.items():
        assert lengths[family] / lengths["w"] == pytest.approx(weight, abs=1e-6)


def test_features_of_one_text_are_left_out():
    positions = fit_vectorizer(TEXTS).positions

    assert "w nan" in positions
    assert "w full" not in positions


def test_unknown_words_give_an_empty_vector():
    columns, values = fit_vectorizer(TEXTS)("zzz qqq")

    assert (len(columns), len(values)) == (0, 0)


def test_repeated_words_count_less_than_twice():
    vectorizer = fit_vectorizer(TEXTS)
    once = values_by_feature(vectorizer, "loss nan")
    twice = values_by_feature(vectorizer, "loss nan nan")

    growth = (twice["w nan"] / twice["w loss"]) / (once["w nan"] / once["w loss"])

    assert 1 < growth < 2


@given(st.lists(st.integers(0, 20), min_size=1))
def test_columns_are_counted_as_numpy_does(found):
    columns, counts = counted(np.array(found, dtype=np.intp))

    assert [columns.tolist(), counts.tolist()] == [
        array.tolist() for array in np.unique(found, return_counts=True)
    ]
