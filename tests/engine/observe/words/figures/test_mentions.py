import pytest

from engine.observe.words.figures.mentions import is_in_name, name_at, names_behind
from engine.observe.words.figures.tokens import tokens


def first(text):
    named = name_at(tokens(text), 0)
    return (named.quantity, named.split) if named else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("word error rate", ("wer", "")),
        ("error rate", ("error rate", "")),
        ("held-out", ("", "validation")),
        ("top-1 accuracy", ("accuracy", "")),
        ("loss_scale", ("loss scale", "")),
        ("train loss", ("", "train")),
    ],
)
def test_the_longest_name_is_taken(text, name):
    assert first(text) == name


@pytest.mark.parametrize("text", ["model", "eval mode", "train()", "0.5 accuracy", "-"])
def test_other_words_are_no_names(text):
    assert first(text) is None


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("0.9 accuracy on the training set", ("accuracy", "train")),
        ("0.9 on val", ("", "validation")),
        ("0.9 miou on synthetic val", ("iou", "validation")),
        ("0.9 on the clean test set", ("", "test")),
        ("0.9 accuracy on our internal validation set", ("accuracy", "validation")),
        ("0.9 on real photos", ("", "")),
        ("0.9 and bad test", ("", "")),
        ("0.9 f1", ("f1", "")),
        ("0.9 of my time", ("", "")),
        ("0.9 val acc 0.6", ("", "")),
    ],
)
def test_names_behind_a_value(text, behind):
    found = names_behind(tokens(text), 0)

    assert (found.quantity, found.split) == behind


@pytest.mark.parametrize(
    ("text", "answer"), [("cifar-100", True), ("loss - 100", False), ("loss 100", False)]
)
def test_a_number_may_be_part_of_a_name(text, answer):
    read = tokens(text)

    assert is_in_name(read, len(read) - 1) is answer
