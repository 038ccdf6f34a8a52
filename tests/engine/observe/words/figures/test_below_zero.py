import pytest

from engine.observe.words.figures.below_zero import below_zero
from tests.together import together


@together(
    "text",
    [
        "since then the loss is below zero",
        "the loss has become negative",
        "my cost function went below 0",
        "the cross entropy drops under zero after two epochs",
        "the training loss turned negative",
        "the loss goes slowly below zero",
        "why do i get negative losses with nllloss",
        "after an hour the loss fell below zero",
        "my objective ends up negative",
        "the loss shows negative values",
        "losses are less than zero from the second epoch on",
        "the loss is now lower than 0",
    ],
)
def test_a_loss_below_zero_is_read_however_it_is_said(text):
    (found,) = below_zero(text)

    assert found.symptom == "loss-negative"
    assert found.strength > 0.9


@together(
    "text",
    [
        "the loss is not negative",
        "the loss never becomes negative",
        "the loss is the negative log likelihood",
        "a loss over negative samples",
        "the loss fell below 0.5",
        "the loss is 0",
        "the loss looks fine and the reward is negative",
        "the loss is computed on the negative class",
    ],
)
def test_other_losses_are_not_below_zero(text):
    assert list(below_zero(text)) == []


@pytest.mark.parametrize("task", ["ppo agent", "wgan"])
def test_where_a_loss_may_be_negative_it_says_nothing(task):
    assert list(below_zero(f"{task}: the loss is below zero")) == []
