import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.clauses import Clause
from engine.observe.words.compared_parts import PLAIN, STRONG, WEAK, compared_parts, names_in
from tests.together import together


def symptom(text):
    found = compared_parts(Clause(text, 0))
    return found.symptom if found else None


@together(
    "text",
    [
        "validation accuracy is much lower than training accuracy",
        "validation accuracy is lower in every epoch than training accuracy",
        "training accuracy is far higher than validation accuracy",
        "the model does much better on train than on validation",
        "it performs worse on the test set than on the training set",
        "compared to training, validation accuracy is much lower",
        "relative to the validation loss, the training loss is lower",
        "there is a big gap between training and validation accuracy",
        "a difference of 30 points between train and test",
        "dev wer is three times the training wer",
        "validation error is twice as high as training error",
        "loss is higher on validation than on train",
    ],
)
def test_one_fact_in_many_words(text):
    assert symptom(text) == "generalization-gap"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("training accuracy is much lower than validation accuracy", "validation-accuracy-above"),
        ("accuracy is better on validation than on train", "validation-accuracy-above"),
        ("compared to training, validation accuracy is higher", "validation-accuracy-above"),
        ("training loss is always higher than validation loss", "validation-better-than"),
        ("loss is lower on validation than on train", "validation-better-than"),
        ("the model performs worse on test than on validation", "test-below-validation"),
    ],
)
def test_the_opposite_order_says_the_opposite(text, shown):
    assert symptom(text).startswith(shown)


@pytest.mark.parametrize(
    "text",
    [
        "model a is better than model b",
        "there is a gap between the two runs",
        "a difference between validation and test",
        "the validation accuracy is higher than yesterday",
        "training is better",
        "it takes more time on validation than we have",
        "",
    ],
)
def test_without_two_parts_nothing_is_compared(text):
    assert symptom(text) is None


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("a huge gap between train and val accuracy", STRONG),
        ("a gap between train and val accuracy", PLAIN),
        ("a small gap between train and val accuracy", WEAK),
        ("val accuracy is slightly lower than train accuracy", WEAK),
        ("val accuracy is consistently lower than train accuracy", STRONG),
    ],
)
def test_adverbs_say_how_much(text, strength):
    assert compared_parts(Clause(text, 0)).strength == strength


@pytest.mark.parametrize(
    "text",
    [
        "validation accuracy is not lower than training accuracy",
        "there is no gap between training and validation",
    ],
)
def test_a_denial_is_kept(text):
    assert compared_parts(Clause(text, 0)).denied


def test_names_come_in_order():
    names = names_in("val loss beside training accuracy")

    assert [name.split or name.quantity for name in names] == [
        "validation",
        "loss",
        "train",
        "accuracy",
    ]


WORDS = [
    "train",
    "val",
    "test",
    "accuracy",
    "loss",
    "higher",
    "worse",
    "than",
    "on",
    "gap",
    "between",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_words_are_read_without_an_error(words):
    found = compared_parts(Clause(" ".join(words), 0))

    assert found is None or found.direction in {-1, 1}
