import pytest

from engine.observe.words.figures.classes import classes_of
from tests.together import together


def count(text):
    found = classes_of(text)
    return found.count if found else None


@together(
    "text, classes",
    [
        ("10 classes", 10),
        ("a 100-way problem", 100),
        ("num_classes = 7", 7),
        ("binary classification", 2),
        ("mnist digits", 10),
        ("fashion-mnist", 10),
        ("cifar-100 with a resnet", 100),
        ("cifar10", 10),
        ("imagenet from scratch", 1000),
        ("tiny imagenet", 200),
    ],
)
def test_classes_that_are_named(text, classes):
    assert count(text) == classes


@pytest.mark.parametrize(
    "text",
    [
        "resnet pretrained on imagenet",
        "cifar10 and cifar100",
        "1 class",
        "dataset of 500 images",
        "cifar-1000",
        "",
    ],
)
def test_classes_that_are_not(text):
    assert count(text) is None


def test_a_stated_number_wins_over_the_data_set():
    assert count("5 classes of imagenet") == 5
    assert classes_of("imagenet").described == "the 1000 classes of imagenet"
