"""The recordings of an example show what the entry expects, or what they show instead is named."""

import pytest

from content.expectations import unmet

BAD = '{"train_loss": 2.0, "val_loss": 1.0}\n{"train_loss": 1.0, "val_loss": 3.0}\n'
GOOD = '{"train_loss": 2.0, "steps": []}\n{"train_loss": 0.5}\n'
LOST = '{"train_loss": 2.0}\n{"train_loss": NaN}\n'


@pytest.mark.parametrize(
    "expectation",
    [
        "bad.train_loss.last > 0.9",
        "bad.val_loss.last / bad.val_loss.min > 2.9",
        "bad.val_loss.last - good.train_loss.last < 2.6",
        "good.train_loss.last < 5.1e-1",
        "good.train_loss.last is finite",
    ],
)
def test_what_holds_is_no_fault(expectation):
    assert list(unmet([expectation], BAD, GOOD)) == []


@pytest.mark.parametrize(
    ("expectation", "message"),
    [
        ("bad.train_loss.last > 1", "does not hold: it is 1"),
        ("bad.train_loss.last is nan", "does not hold: it is 1"),
        ("bad.accuracy.last > 1", "no accuracy was recorded"),
        ("good.steps.first > 1", "is no number"),
        ("bad.train_loss.middle > 1", "middle is none of"),
        ("the loss falls", "write bad.val_loss.last"),
        ("bad.train_loss.last >= 1", "write bad.val_loss.last"),
    ],
)
def test_what_does_not_hold_is_told_with_its_value(expectation, message):
    [fault] = unmet([expectation], BAD, GOOD)

    assert message in fault


def test_a_lost_loss_is_nan_and_above_nothing():
    assert list(unmet(["bad.train_loss.last is nan"], LOST, GOOD)) == []
    assert list(unmet(["bad.train_loss.last > 0"], LOST, GOOD)) != []


def test_a_ratio_to_zero_is_told():
    [fault] = unmet(["bad.a.last / bad.b.last > 1"], '{"a": 1, "b": 0}\n', GOOD)

    assert "division by zero" in fault
