import pytest

from dictionary.search.words import MAX_WORDS, folded, informative, tokens
from engine.language import stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loss_is-NaN!", ["loss", "is", "nan"]),
        ("2.00 GiB", ["2", "00", "gib"]),
        ("ÉTAGE", ["étage"]),
        ("💥", []),
    ],
)
def test_letters_and_digits_are_words_and_all_else_separates(text, expected):
    assert tokens(text) == expected


def test_names_are_compared_without_case_and_punctuation():
    assert folded("LY-0001") == folded("ly 0001") == "ly 0001"


def test_stop_words_numbers_and_repeats_are_dropped():
    assert informative("the loss is at 2.303 and the loss", {}) == ["loss"]


def test_a_text_of_stop_words_keeps_them():
    assert informative("is it", {}) == ["is", "it"]


def test_a_long_paste_keeps_the_rarest_known_words():
    known = {
        stem(word): count
        for count, word in enumerate(("memory", "allocate", "tensor", "device"), start=1)
    }
    text = "memory allocate tensor device " + " ".join(f"noise{number}x" for number in range(50))
    assert informative(text, known) == ["memory", "allocate", "tensor", "device"]


def test_a_long_paste_of_known_words_keeps_ten():
    words = [f"item{letter}x" for letter in "bcdfghjklmnpqrtvwxz"]
    kept = informative(" ".join(words), {stem(word): number for number, word in enumerate(words)})
    assert kept == words[:MAX_WORDS]


def test_words_longer_than_any_term_are_dropped():
    assert informative("x" * 41 + " loss", {}) == ["loss"]
