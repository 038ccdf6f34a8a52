import math

import pytest

from engine.read.log.dict_rows import DictReader
from engine.read.log.line_reader import LineReader
from engine.read.log.state import LogState
from tests.engine.read.log.names import resolver


def reader_of(state):
    return DictReader(state, LineReader(resolver()), resolver())


def test_printed_dicts_are_rows_at_the_position_in_front_of_them():
    state = LogState()
    for epoch in (0, 1):
        values = {"loss": 1.0 / (epoch + 1), "f": "x"}
        assert reader_of(state).add(values, "", f"epoch {epoch}: ")
    (curve,) = state.recorder.curves()

    assert (curve.x_name, curve.x.tolist(), curve.y.tolist()) == ("epoch", [0, 1], [1.0, 0.5])


def test_positions_in_a_dict_go_before_those_in_front_of_it():
    state = LogState()
    for step in (10, 20):
        assert reader_of(state).add({"loss": 1.0 / step, "Step": step}, "", "step 7: ")
    (curve,) = state.recorder.curves()

    assert (curve.x_name, curve.x.tolist()) == ("step", [10, 20])


def test_the_head_and_the_rank_of_a_dict_are_those_of_its_values():
    state = LogState()
    reader_of(state).add({"loss": 0.5}, "1", "validation ")
    (curve,) = state.recorder.curves()

    assert (curve.split, curve.run) == ("val", "rank 1")


@pytest.mark.parametrize("values", [{}, {"heads": 8, "flag": True}, {"loss": "0.5"}, {"step": 3}])
def test_dicts_without_a_metric_add_nothing(values):
    state = LogState()

    assert not reader_of(state).add(values, "", "epoch 3: ")
    assert list(state.recorder.curves()) == []
    assert math.isnan(state.recorder.epoch)
