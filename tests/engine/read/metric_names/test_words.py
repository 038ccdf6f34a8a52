import pytest

from engine.read.metric_names.quantities import SPELLINGS
from engine.read.metric_names.words import unglued, with_loader, words_of
from tests.together import together


@together(
    "name, words",
    [
        ("val/Loss", ["val", "loss"]),
        ("trainAcc", ["train", "acc"]),
        ("validation_0-mlogloss", ["validation", "0", "mlogloss"]),
        ("valid1", ["valid", "1"]),
        ("metrics/mAP50(B)", ["metrics", "map50"]),
        ("top5", ["top", "5"]),
        ("train_losses", ["train", "loss"]),
        ("L.r.", ["lr"]),
        ("训练 损失", ["训练", "损失"]),
        ("", []),
        ("--//", []),
    ],
)
def test_names_are_cut_into_words(name, words):
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("valloss", ("val", "loss")),
        ("validationaccuracy", ("val", "accuracy")),
        ("trainingsverlust", ("train", "verlust")),
        ("value", None),
        ("testing", None),
    ],
)
def test_a_split_that_is_glued_to_a_quantity_is_cut_off(word, parts):
    assert unglued(word, SPELLINGS) == parts


def test_only_the_end_of_a_long_name_is_looked_at():
    assert words_of("a_" * 10_000 + "loss")[-1] == "loss"
    assert len(words_of("a_" * 10_000)) < 100


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["dataloader", "idx", "0"], ["dataloader", "idx"]),
        (["dataloader", "idx", "2"], ["dataloader", "idx", "loader", "2"]),
        (["dataloader", "idx"], ["dataloader", "idx"]),
        (["idx", "²"], ["idx", "²"]),
    ],
)
def test_all_loaders_but_the_first_keep_their_number(words, expected):
    assert with_loader(words) == expected
