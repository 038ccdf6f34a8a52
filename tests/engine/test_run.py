import dataclasses

import numpy as np
import pytest

from engine.run import Case, Series


def test_a_series_is_as_long_as_its_points():
    series = Series("train_loss", np.arange(3.0), np.array([1.0, np.nan, np.inf]), "step")

    assert len(series) == 3
    assert series.finite.tolist() == [1.0]
    assert not series.is_finite


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (Case(), False),
        (Case(description="  "), False),
        (Case(description="why?"), True),
        (Case(told_seen=("loss-spikes",)), True),
        (Case(told_absent=("loss-spikes",)), False),
        (Case(log=("epoch 1",)), False),
    ],
)
def test_words_and_ticked_symptoms_mean_that_somebody_asks(case, asked):
    assert case.is_asked is asked


def test_records_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Case().description = "other"
