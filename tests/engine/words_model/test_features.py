from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.features import (
    MAX_CHARACTERS,
    MAX_WORD,
    features,
    features_of_letters,
    number_class,
    skip_grams,
    spelled_words,
    tokens,
    under_negation,
    words,
)
from tests.together import together


def test_stems_join_the_forms_of_a_word():
    assert tokens("exploding gradients") == tokens("explodes gradient")


def test_stop_words_go_and_negations_stay():
    assert tokens("the loss is not going down") == ["loss", "not", "go", "down"]


@together(
    "token, kind",
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
    right, wrong = set(features_of_letters("vanishing")), set(features_of_letters("vanising"))

    assert len(right & wrong) >= len(right) / 2


def test_a_long_text_is_cut():
    assert len(tokens("nan " * MAX_CHARACTERS)) == MAX_CHARACTERS // 4


@given(st.text(max_size=300))
def test_any_text_has_features_and_never_fails(text):
    assert all(feature[0] in "wpc" and feature[1] == " " for feature in features(text))
    assert all(feature[0] in "wmpcs" for feature in features(text, scoped=True))


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


def test_skip_grams_pair_stems_with_others_between():
    assert list(skip_grams(["loss", "go", "up", "again"])) == [
        "s loss up",
        "s go again",
        "s loss again",
    ]
    assert list(skip_grams(["loss", "go"])) == []


def test_only_scoped_features_have_skip_grams():
    assert "s shard zebra" in set(features("shard of every other zebra", scoped=True))
    assert "s shard zebra" not in set(features("shard of every other zebra"))


def test_only_scoped_features_have_meanings_and_pairs_of_them():
    scoped = set(features("the loss climbs", scoped=True))

    assert {"w climb", "m ~rise", "p ~loss ~rise"} <= scoped
    assert "p loss climb" not in scoped
    assert not any(feature.startswith("m ") for feature in features("the loss climbs"))
    assert "p loss climb" in set(features("the loss climbs"))


def test_one_fact_in_two_wordings_shares_its_pairs():
    first = set(features("my val loss goes up", scoped=True))
    second = set(features("the validation cost climbs", scoped=True))

    assert {"p ~validation ~loss", "p ~loss ~rise"} <= first & second


def test_numbers_have_no_letters():
    assert features_of_letters("0.693") == ()


def test_a_word_without_end_is_cut():
    assert words("a" * 500) == ["a" * MAX_WORD]


def test_letters_of_any_alphabet_are_words():
    assert tokens("f\u00fcr \u8bad\u7ec3") == ["f\u00fcr", "\u8bad\u7ec3"]
    assert tokens("x\u00b2") == ["x\u00b2"]


def test_spelled_words_stand_where_the_text_has_them():
    text = "The val loss isn\u2019t 0.5"

    spelled = spelled_words(text)

    assert [word.token for word in spelled] == tokens(text)
    assert [text[word.start : word.end] for word in spelled] == [
        "val",
        "loss",
        "isn\u2019t",
        "0.5",
    ]


@given(st.text(max_size=200))
def test_places_of_spelled_words_are_inside_the_text(text):
    places = [(word.start, word.end) for word in spelled_words(text)]

    assert all(0 <= start < end <= len(text) for start, end in places)


def test_a_letter_that_grows_in_lower_case_moves_no_place():
    text = "\u0130stanbul overfitting"  # its lower case has two letters

    last = spelled_words(text)[-1]

    assert text[last.start : last.end] == "overfitting"
