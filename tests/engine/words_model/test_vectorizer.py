import numpy as np
import pytest

from engine.words_model.vectorizer import FAMILY_WEIGHTS, fit_vectorizer

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


def test_families_count_by_their_weights():
    found = values_by_feature(fit_vectorizer(TEXTS), "loss nan")

    lengths = {
        family: np.linalg.norm([value for name, value in found.items() if name[0] == family])
        for family in FAMILY_WEIGHTS
    }

    assert lengths["p"] / lengths["w"] == pytest.approx(FAMILY_WEIGHTS["p"], abs=1e-6)
    assert lengths["c"] / lengths["w"] == pytest.approx(FAMILY_WEIGHTS["c"], abs=1e-6)


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
