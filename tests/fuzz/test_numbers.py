"""Degenerate numbers are answered: without an exception, without NaN in what is sent."""

from random import Random

import pytest

from engine.read import NamedFile
from tests.fuzz import numbers
from tests.fuzz.campaign import EACH_PAGE, failure_of

CASES = 100
LAST_FAR = [*range(19), 200_000_000]
ROWS = b'{"step":100000000000000000000,"loss":1,"g":[1]}\n' * 2
BIG = b"{'loss': 1%s}\n{'loss': 2}\n" % (b"0" * 400)

# The smallest requests that failed: of the review, and what was found since.
FOUND = {
    "a share of NaN": {
        "metrics": {"val_accuracy": [0.5, 0.6]},
        "config": {"class_counts": ["nan", 1]},
    },
    "a count below zero": {
        "metrics": {"val_accuracy": [0.5, 0.6]},
        "config": {"class_counts": [1, 1], "n_val": -1},
    },
    "features below zero": {
        "config": {"model_kind": "mlp", "n_parameters": 5, "n_features": -1, "n_classes": 3}
    },
    "equal huge steps": {"metrics": {"step": [1e18, 1e18], "train_loss": [0, 0.1]}},
    "steps from end to end": {
        "metrics": {"step": [-1e308] + [1e308] * 11, "train_loss_step": list(range(12))},
        "config": {"n_train": 100, "batch_size": 10},
    },
    "a last step far away": {
        "metrics": {"step": LAST_FAR, "train_loss_step": list(range(20))},
        "config": {"n_train": 1000, "batch_size": 10},
    },
    "whole numbers above 2^64 beside a list": {"files": [NamedFile("run.jsonl", ROWS)]},
    "a whole number beyond floats in a printed dictionary": {"files": [NamedFile("run.log", BIG)]},
    "chance loss of one class": {
        "metrics": {"train_loss": [0.0] * 12},
        "config": {"n_classes": 1, "task": "classification"},
    },
    "smoothing too small to share": {"config": {"n_classes": 100, "label_smoothing": 5e-324}},
    "a return that overflows as a square": {
        "metrics": {
            "value_loss": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            "reward": [1e-11] * 4 + [1e200] * 8,
        }
    },
    "parts of a loss that overflow together": {
        "metrics": {"loss_box": [1e308] * 12, "loss_mask": [1e308] * 12, "step": list(range(12))}
    },
    "a loss scale of zero": {"metrics": {"loss_scale": [0.0, *[-1.0] * 12]}},
    "an accuracy of -1": {
        "metrics": {"val_accuracy": [-1.0] * 12, "val_f1": [0.5] * 12},
        "config": {"n_classes": 2},
    },
}


@pytest.mark.parametrize("name", FOUND)
def test_requests_that_failed_are_answered(name):
    failure = failure_of(FOUND[name])
    assert failure is None, failure.trace


def test_degenerate_requests_are_answered():
    for number in range(CASES):
        fields = numbers.fields(Random(number))
        failure = failure_of(fields, with_page=number % EACH_PAGE == 0)
        assert failure is None, f"{failure.trace}\n{failure.fields}"
