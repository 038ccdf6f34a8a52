import pytest

from engine.observe.words.figures.least_loss import least_loss
from engine.observe.words.plain import plain
from tests.together import together


def shown(text):
    return list(least_loss(plain(text)))


@together(
    "text, classes",
    [
        ("the loss never goes below 0.55", 3),
        ("training loss won't drop under 1.46", 10),
        ("my cross entropy does not fall below 0.313", 2),
        ("loss plateaus. It looks as if nothing below 0.74 was possible", 4),
        ("the loss has a floor of 0.5514", 3),
        ("the loss of every run seems to have a lower bound at about 1.4612", 10),
        ("the loss stays above 0.90 whatever I do", 5),
        ("with 100 classes the loss refuses to go below 3.62", 100),
        ("the loss cannot get lower than 1.46 on mnist", 10),
        ("the losses hardly go past 1.27", 8),
    ],
)
def test_a_least_loss_that_a_softmax_over_probabilities_has(text, classes):
    (found,) = shown(text)

    assert found.symptom == "loss-floor-above-zero"
    assert f"{classes} classes" in found.text


def test_it_is_surer_with_the_number_of_classes():
    (told,) = shown("3 classes, and the loss never goes below 0.55")
    (untold,) = shown("the loss never goes below 0.55")

    assert untold.strength < told.strength


@together(
    "text",
    [
        "the loss never goes below 0.6",
        "the loss never goes below 0.47",
        "10 classes, and the loss never goes below 0.55",
        "the accuracy never goes below 0.55",
        "the loss goes below 0.55",
        "the loss is not bad and the recall is below 0.55",
        "the loss never goes below 1.4",
        "the loss never goes below 0.55%",
    ],
)
def test_other_numbers_are_no_such_loss(text):
    assert shown(text) == []


@pytest.mark.parametrize("task", ["ppo agent", "wgan"])
def test_where_a_loss_may_be_anything_it_says_nothing(task):
    assert shown(f"{task}: the loss never goes below 0.55") == []
