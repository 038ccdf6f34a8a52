"""Within a kind of signal, a name or alias has one meaning."""

import pytest

from tests.content.faults import assert_problem_after, problems_of
from tests.small_content import edited

pytestmark = pytest.mark.usefixtures("small_engine")

SIGNALS = "signals.yaml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("train/loss_epoch", "LR", "'LR' stands for lr already"),
        ("name: lr", "name: train_loss", "the metric train_loss is named twice"),
    ],
)
def test_name_with_two_meanings_is_a_problem(files, old, new, message):
    assert_problem_after((SIGNALS, old, new), files, message)


def test_name_of_another_kind_is_no_problem(files):
    """The metric and the setting both answer to lr."""
    other_kind = edited(files, SIGNALS, "optimizer.lr", "train_loss")

    assert problems_of(files) == []
    assert problems_of(other_kind) == []
