import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.read.documents.shapes import curves, reading_of, x_of
from tests.engine.read.short import read_file
from tests.memory import peak_of

SPLIT = {"eval": "val"}


def test_rows_with_underscore_keys_and_a_config_line():
    text = "\n".join(
        [
            '{"config": {"optimizer": {"name": "SGD", "lr": 0.1}, "batch_size": 16}}',
            '{"_step": 10, "_timestamp": 1.7e9, "epoch": 1, "train/loss": 2.0, "val/loss": 2.1, '
            '"train/acc": 0.5}',
            '{"_step": 20, "_timestamp": 1.7e9, "epoch": 2, "train/loss": NaN, "val/loss": '
            '"NaN", "train/acc": 0.6}',
        ]
    )
    case = read_file(text, "log.jsonl")
    assert case.read_as[0].format == "json-lines"
    assert case.series["train_loss"].x.tolist() == [10, 20]
    assert math.isnan(case.series["train_loss"].y[1])
    assert math.isnan(case.series["val_loss"].y[1])
    assert case.config["optimizer"] == "sgd"
    assert case.config["learning_rate"] == 0.1
    assert case.warnings == ()


def test_nested_rows():
    text = '{"step": 1, "train": {"loss": 1.0}}\n{"step": 2, "train": {"loss": 0.5}}\n'
    assert read_file(text).series["train_loss"].y.tolist() == [1.0, 0.5]


def test_values_below_a_long_name_stay_apart():
    text = json.dumps({"loss": 1.0, "k" * 500: {"a": 1.0, "b": 2.0}}) + "\n"

    names = [curve.name for curve in reading_of(text * 2).curves]

    assert [name[-2:] for name in names] == ["ss", "/a", "/b"]


@pytest.mark.parametrize(
    "line",
    [
        '{{"log": "Epoch {0}/3 loss={0}.5\\n", "stream": "stdout", "time": "2026-03-02"}}',
        '{{"severity": "INFO", "textPayload": "Epoch {0}/3 loss={0}.5", "insertId": "a{0}"}}',
        '{{"record": {{"message": "Epoch {0}/3 loss={0}.5", "line": 3, "level": {{"no": 20}}}}}}',
        '{{"event": "Epoch {0}/3 loss={0}.5", "level": "info", "timestamp": "2026-03-02"}}',
        '{{"message": "Epoch {0}/3 loss={0}.5", "lineno": 5, "process": 99, "created": 1.7e9}}',
    ],
)
def test_texts_in_objects_are_read_next(line):
    reading = reading_of("\n".join(line.format(number) for number in (1, 2, 3)))

    (inner,) = reading.inner
    assert inner.content.decode().split() == [
        "Epoch",
        "1/3",
        "loss=1.5",
        "Epoch",
        "2/3",
        "loss=2.5",
        "Epoch",
        "3/3",
        "loss=3.5",
    ]
    assert reading.curves == ()


def test_numbers_beside_a_message_are_the_curves():
    line = '{{"message": "epoch done", "extra": {{"epoch": {0}, "val_loss": {0}.5}}}}'
    reading = reading_of("\n".join(line.format(number) for number in (1, 2, 3)))

    assert reading.inner == ()
    assert curves(reading) == {"val_loss": [1.5, 2.5, 3.5]}
    assert reading.log == ("epoch done",) * 3


def test_parameters_and_metrics_of_a_tracker():
    payloads = [
        {"param": {"paramName": "lr", "paramValue": 0.1}},
        {"metric": {"metricName": "loss", "metricValue": 2.0, "step": 5}},
        {"metric": {"metricName": "loss", "metricValue": 1.0, "step": 9}},
    ]
    text = "\n".join(json.dumps({"payload": payload, "type": "msg"}) for payload in payloads)
    reading = reading_of(text)

    assert reading.config == {"lr": 0.1}
    assert curves(reading) == {"loss": [2.0, 1.0]}
    assert x_of(reading, "loss") == ("step", [5, 9])


@pytest.mark.parametrize(("field", "split"), [("mode", "val"), ("type", "eval"), ("phase", "test")])
def test_a_field_of_the_split(field, split):
    text = "\n".join(
        [
            json.dumps({field: "train", "step": 1, "loss": 2.0}),
            json.dumps({field: split, "step": 1, "loss": 2.5}),
        ]
    )

    assert sorted(curves(reading_of(text))) == sorted(
        ["loss|train", f"loss|{SPLIT.get(split, split)}"]
    )


def test_other_lines_are_kept_for_the_signatures():
    text = (
        '{"step": 1, "loss": 1.0}\nRuntimeError: boom\n{"step": 2, "loss": 0.5}\n{"step": 3, "lo\n'
    )
    case = read_file(text, "a.jsonl")
    assert case.log == ("RuntimeError: boom", '{"step": 3, "lo')
    assert case.warnings == ("a.jsonl: 1 lines open like JSON and are not (left out)",)
    assert len(case.series["train_loss"]) == 2


def test_one_row_alone():
    assert read_file('{"step": 7, "loss": 1.5}\n').series["train_loss"].y.tolist() == [1.5]


@given(st.lists(st.floats(), min_size=2, max_size=30))
def test_round_trip(values):
    text = "\n".join(
        json.dumps({"step": step, "loss": value}) for step, value in enumerate(values, start=1)
    )
    read = read_file(text).series["train_loss"].y.tolist()
    assert [repr(value) for value in read] == [repr(value) for value in values]


def test_lists_in_rows_are_layers_or_classes():
    text = "\n".join(
        f'{{"epoch": {epoch}, "grad_norm_by_layer": [0.0, {epoch}.5], "per_class_recall": [1, '
        f"0.{epoch}]}}"
        for epoch in (1, 2, 3)
    )
    case = read_file(text)
    first, last = case.layers["grad_norm_by_layer"]
    assert first.y.tolist() == [0, 0, 0]
    assert last.y.tolist() == [1.5, 2.5, 3.5]
    assert last.x.tolist() == [1, 2, 3]
    assert case.classes["per_class_recall"].tolist() == [[1, 0.1], [1, 0.2], [1, 0.3]]


def test_lists_of_other_things_and_of_other_lengths_are_left_out():
    text = (
        '{"step": 1, "a": ["x", 1], "b": [1, 2]}\n'
        '{"step": 2, "a": [null], "b": [1]}\n'
        '{"step": 3, "a": [], "b": [3, 4]}\n'
    )
    case = read_file(text)
    assert "a" not in case.layers
    assert [curve.y.tolist() for curve in case.layers["b"]] == [[1, 3], [2, 4]]


def test_the_message_of_a_structured_log_is_a_log_line():
    text = (
        '{"step": 1, "loss": 2.0}\n{"step": 2, "level": "error", "message": "CUDA out of '
        'memory. Tried to allocate"}\n'
    )
    assert read_file(text).log == ("CUDA out of memory. Tried to allocate",)


def test_numbers_beyond_floating_point_are_infinite():
    text = f'{{"step": 1, "loss": 1{"0" * 400}}}\n{{"step": 2, "loss": -1{"0" * 400}}}\n'
    assert read_file(text).series["train_loss"].y.tolist() == [math.inf, -math.inf]


@pytest.mark.parametrize("length", [2_000, 20_000])
def test_the_long_name_of_a_group_is_not_copied_for_each_value(length):
    group = json.dumps({"x" * length: {f"k{number}": 1.0 for number in range(500)}})
    text = f'{{"step": 1, "loss": 2.0}}\n{group}\n{group}\n'

    assert peak_of(lambda: read_file(text)) < 20 * len(text) + 500_000
