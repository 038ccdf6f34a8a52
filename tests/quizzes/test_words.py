import pytest

from quizzes.words import alike, names, stems, stems_of_terms, telling_stems


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The model overfits its training set.", ["Overfitting"]),
        ("A rate that is too high for learning", ["Learning rate too high"]),
        ("Then NaN appears.", ["Something", "nan"]),
        ("Leaking data everywhere", ["Data leakage", "data leak"]),
    ],
)
def test_a_text_names_a_term_in_any_form(text, terms):
    assert names(text, terms)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The step is too long.", ["Learning rate too high"]),
        ("The rate of learning is small.", ["Learning rate too high"]),
        ("Anything at all", ["too", ""]),
        ("", ["Overfitting"]),
    ],
)
def test_a_text_that_misses_a_word_does_not_name(text, terms):
    assert not names(text, terms)


def test_terms_without_words_have_no_stems():
    assert stems_of_terms(("", "of the", "Learning rates")) == (frozenset({"learn", "rate"}),)


def test_likeness_of_texts():
    assert alike("Lower the learning rate", "Lowering learning rates") == 1
    assert alike("Lower the rate", "Gather examples") == 0
    assert alike("", "") == 0
    assert stems("the of to") == frozenset()


def test_words_that_few_texts_use_are_telling():
    texts = ["A rate."] * 4 + ["An odd rate."]
    assert telling_stems("Odd rates", texts) == {"odd"}
