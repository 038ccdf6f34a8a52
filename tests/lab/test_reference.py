import random

import pytest
import torch

from lab.reference import why_not_healthy
from lab.train import datasets


def flat_run(score=0.95, losses=(1.0, 0.5, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2)):
    return {"val_loss": list(losses), "val_accuracy": [score] * len(losses)}


def easy_data():
    torch.manual_seed(4)
    return datasets.clusters(random.Random(4), 300)


def test_a_settled_run_near_the_reference_is_healthy():
    assert why_not_healthy(flat_run(), easy_data()) is None


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        (flat_run(score=0.4), "below the reference"),
        (flat_run(losses=(1.0, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6)), "turned up"),
        (flat_run(losses=(1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)), "turned up|still falling"),
    ],
)
def test_a_run_that_fails_overfits_or_still_falls_is_not(run, reason):
    assert any(part in why_not_healthy(run, easy_data()) for part in reason.split("|"))
