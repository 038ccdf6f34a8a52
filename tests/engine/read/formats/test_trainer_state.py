import json
import math

import pytest

from engine.read import ReadError
from engine.read.formats.trainer_state import read, sniff
from tests.engine.read.short import read_file, source_of


def test_trainer_state():
    history = [
        {"loss": 2.0, "grad_norm": math.nan, "learning_rate": 1e-4, "epoch": 0.5, "step": 10},
        {"eval_loss": 1.9, "eval_accuracy": 0.4, "eval_runtime": 3.2, "epoch": 1.0, "step": 20},
        {"loss": 1.0, "grad_norm": 1.5, "learning_rate": 5e-5, "epoch": 1.0, "step": 20},
        {"train_runtime": 9.1, "train_loss": 1.5, "epoch": 1.0, "step": 20},
    ]
    case = read_file(
        json.dumps({"best_metric": None, "log_history": history}), "trainer_state.json"
    )
    assert case.read_as[0].format == "trainer-state"
    assert case.series["train_loss"].y.tolist() == [2.0, 1.0]
    assert case.series["train_loss"].x.tolist() == [10, 20]
    assert case.series["val_accuracy"].y.tolist() == [0.4]
    assert math.isnan(case.series["grad_norm"].y[0])
    assert "eval_runtime" not in case.series
    assert case.warnings == ()


@pytest.mark.parametrize(
    "text",
    ["", '{"log_history": 3}', '{"log_history": {"a": 1}}', "[]", '[{"log_history": []}]'],
)
def test_no_trainer_state(text):
    assert not sniff(source_of(text))


@pytest.mark.parametrize("history", [[1, 2], [{"loss": 1.0}, None]])
def test_history_with_anything_but_objects_is_refused(history):
    with pytest.raises(ReadError, match="log_history must be a list of objects"):
        read_file(json.dumps({"log_history": history}), "trainer_state.json")


def test_the_settings_of_the_state_are_settings():
    state = {
        "epoch": 2.0,
        "global_step": 20,
        "best_metric": 0.5,
        "is_world_process_zero": True,
        "max_steps": 20,
        "num_train_epochs": 2,
        "train_batch_size": 16,
        "log_history": [{"loss": 2.0, "step": 10, "epoch": 1.0}],
    }

    assert dict(read(source_of(json.dumps(state))).config) == {
        "max_steps": 20,
        "num_train_epochs": 2,
        "train_batch_size": 16,
    }


def test_several_evaluation_sets_keep_their_names():
    history = [
        {"eval_a_loss": 2.0, "eval_a_runtime": 1.0, "step": 10},
        {"eval_b_loss": 3.0, "eval_b_samples_per_second": 1.0, "step": 10},
    ]
    reading = read(source_of(json.dumps({"log_history": history})))

    assert [curve.name for curve in reading.curves][:2] == ["eval_a_loss", "eval_b_loss"]
