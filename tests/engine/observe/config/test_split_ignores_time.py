import pytest

from engine.observe.config.split_ignores_time import observe
from tests.engine.cases import case


@pytest.mark.parametrize("split", ["random", "KFold", "train_test_split(shuffle=True)"])
def test_time_ordered_data_split_at_random(split):
    found = observe(case({"split": split, "time_ordered": True}))
    assert found.strength > 0.9
    assert "split at random" in found.text


def test_a_forecast_is_ordered_in_time():
    assert observe(case({"split": "random", "task": "forecasting"})).strength > 0.9


@pytest.mark.parametrize("split", ["by time", "chronological", "rolling origin"])
def test_silent_when_split_by_time(split):
    assert observe(case({"split": split, "time_ordered": True})).strength < 0.05


def test_not_measured_for_data_without_an_order():
    assert observe(case({"split": "random", "task": "classification"})) is None


def test_not_measured_when_the_split_is_not_stated():
    assert observe(case({"time_ordered": True})) is None
    assert observe(case({"time_ordered": True, "split": "fold 3"})) is None
