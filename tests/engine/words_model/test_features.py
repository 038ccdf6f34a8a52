import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.features import (
    MAX_CHARACTERS,
    character_ngrams,
    features,
    number_class,
    tokens,
    under_negation,
)


def test_stems_join_the_forms_of_a_word():
    assert tokens("exploding gradients") == tokens("explodes gradient")


def test_stop_words_go_and_negations_stay():
    assert tokens("the loss is not going down") == ["loss", "not", "go", "down"]


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("2.303", "<chance-loss>"),
        ("0.693", "<chance-loss>"),
        ("10%", "<low-percent>"),
        ("99.8%", "<near-100-percent>"),
        ("0.998", "<near-one>"),
        ("1e-5", "<tiny-number>"),
        ("128", "<digits-3>"),
        ("3.7", "<above-one>"),
    ],
)
def test_numbers_become_what_they_stand_for(token, kind):
    assert number_class(token) == kind


def test_typographic_apostrophes_are_plain():
    assert tokens("isn\u2019t decreasing") == tokens("isn't decreasing")


def test_a_typo_keeps_half_of_the_character_ngrams():
    right, wrong = set(character_ngrams("vanishing")), set(character_ngrams("vanising"))

    assert len(right & wrong) >= len(right) / 2


def test_a_long_text_is_cut():
    assert len(tokens("nan " * MAX_CHARACTERS)) == MAX_CHARACTERS // 4


@given(st.text(max_size=300))
def test_any_text_has_features_and_never_fails(text):
    assert all(feature[0] in "wpc" and feature[1] == " " for feature in features(text))


def test_short_forms_are_written_out():
    assert tokens("val acc, lr, OOM, fp16") == tokens(
        "validation accuracy, learning rate, out of memory, half precision"
    )


def test_words_under_a_negation_are_other_words():
    assert under_negation(["loss", "not", "go", "nan", "stay", "low"]) == [
        "loss",
        "not",
        "not_go",
        "not_nan",
        "stay",
        "low",
    ]
    assert under_negation(["isn't", "no", "nan"]) == ["isn't", "no", "not_nan"]
    assert under_negation(["loss", "nan"]) == ["loss", "nan"]


def test_only_scoped_features_know_negation():
    assert "w nan" in set(features("loss is not nan"))
    assert "w nan" not in set(features("loss is not nan", scoped=True))
