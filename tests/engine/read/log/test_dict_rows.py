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


def test_names_beyond_those_of_any_log_are_not_looked_up():
    state = LogState()
    reader = reader_of(state)
    for number in range(3000):
        reader.add({f"qq{number}": 0.5}, "", "")

    assert reader.add({"qq0": 0.5}, "", "") is False
    assert reader.add({"loss": 0.5}, "", "") is False


def test_known_names_stay_known_among_many_others():
    state = LogState()
    reader = reader_of(state)
    assert reader.add({"loss": 0.5}, "", "")
    for number in range(3000):
        reader.add({f"qq{number}": 0.5}, "", "")

    assert reader.add({"loss": 0.4}, "", "")


def test_a_text_of_a_dict_names_its_split():
    state = LogState()
    reader_of(state).add({"_type": "val_epoch", "loss": 1.0, "epoch": "1/2"}, "", "json_stats: ")
    (curve,) = state.recorder.curves()

    assert curve.split == "val"


@pytest.mark.parametrize(
    ("values", "split"),
    [
        ({"accuracy": 0.5, "f1": 0.4}, "val"),
        ({"accuracy": 0.5}, ""),
        ({"accuracy": 0.5, "loss": 0.4}, ""),
        ({"accuracy": 0.5, "lr": 0.1}, ""),
    ],
)
def test_a_dict_of_nothing_but_scores_is_an_evaluation(values, split):
    state = LogState()
    reader_of(state).add(values, "", "epoch 1: ")

    assert {curve.split for curve in state.recorder.curves()} == {split}


def test_counts_with_a_split_in_their_name_are_no_values():
    state = LogState()
    reader_of(state).add({"train_loss": 1.0, "train_num_updates": 40.0}, "", "")

    assert [curve.name for curve in state.recorder.curves()] == ["train_loss"]
