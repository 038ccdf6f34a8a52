import pytest

from engine.read.log.tokens import leads_of, split_at_numbers
from engine.read.log.trailing import trailing_names
from tests.engine.read.log.names import resolver


def names(line):
    return trailing_names(leads_of(split_at_numbers(line).shape), resolver())


def test_names_behind_their_numbers():
    assert names(" 7: 620.0, 620.1 avg loss, 0.001 rate") == ["", "", "avg loss", "rate"]
    assert names("0.5 loss, 0.9 accuracy, 3 epochs") == ["loss", "accuracy", "epochs"]


@pytest.mark.parametrize(
    "line",
    [
        "loss 0.5, acc 0.9, 3 epochs",
        "epoch=3, 4, 0.5 loss",
        "0.5 apples, 0.9 pears, 3 plums",
        "1 2",
    ],
)
def test_names_in_front_are_left_to_the_others(line):
    assert names(line) is None
