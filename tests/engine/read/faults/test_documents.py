"""JSON of any shape, printed dicts, and text inside of JSON."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import json

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

THREE = {"train_loss": [0.9, 0.8, 0.7], "val_loss": [1.0, 0.95, 0.97]}


def dumped(case_id, document, **series):
    return given(case_id, json.dumps(document), None, **series)


ROWS = [
    {"epoch": place + 1, "train_loss": train, "val_loss": val}
    for place, (train, val) in enumerate(zip(*THREE.values(), strict=True))
]
SHAPES = [  # formats 7
    dumped("a mapping of splits", {"train": {"loss": THREE["train_loss"]}, "val": {"loss": THREE["val_loss"]}}, **THREE),
    dumped("evals_result of boosting", {"training": {"multi_logloss": THREE["train_loss"]}, "valid_1": {"multi_logloss": THREE["val_loss"]}}, **THREE),
    dumped("evals_result with numbered sets", {"validation_0": {"logloss": THREE["train_loss"]}, "validation_1": {"logloss": THREE["val_loss"]}}, **THREE),
    dumped("rows under epochs", {"epochs": ROWS}, **THREE),
    dumped("rows under results beside settings", {"args": {"lr": 0.1}, "results": ROWS}, **THREE),
    dumped("a mapping by epoch", {f"epoch_{row['epoch']}": {"train_loss": row["train_loss"], "val_loss": row["val_loss"]} for row in ROWS}, **THREE),
    dumped("a mapping by number", {str(row["epoch"]): {"train_loss": row["train_loss"], "val_loss": row["val_loss"]} for row in ROWS}, **THREE),
    dumped("pandas by columns", {name: dict(zip("012", values, strict=True)) for name, values in THREE.items()}, **THREE),
    dumped("pandas split", {"columns": list(THREE), "index": [0, 1, 2], "data": [list(row) for row in zip(*THREE.values(), strict=True)]}, **THREE),
    dumped("Sacred's steps and values", {name.replace("_", "."): {"steps": [1, 2, 3], "timestamps": ["2024-01-01T10:00:00"] * 3, "values": values} for name, values in THREE.items()}, **THREE),
    dumped("lists of pairs", {name: [[step, value] for step, value in enumerate(values, 1)] for name, values in THREE.items()}, **THREE),
    dumped("lists of x and y", {name: {"x": [1, 2, 3], "y": values} for name, values in THREE.items()}, **THREE),
    dumped("CatBoost's iterations", {"meta": {"test_sets": ["test"], "test_metrics": [{"best_value": "Min", "name": "Logloss"}], "learn_metrics": [{"best_value": "Min", "name": "Logloss"}], "launch_mode": "Train", "parameters": "", "iteration_count": 3, "learn_sets": ["learn"], "name": "experiment"}, "iterations": [{"learn": [a], "iteration": place, "passed_time": 0.1, "remaining_time": 1.0, "test": [b]} for place, (a, b) in enumerate(zip(*THREE.values(), strict=True))]}, train_loss=THREE["train_loss"], test_loss=THREE["val_loss"], val_loss=THREE["val_loss"]),
    dumped("final results", {"epoch": 3.0, "eval_loss": 0.97, "eval_accuracy": 0.8, "eval_runtime": 1.2}, val_loss=[0.97], val_accuracy=[0.8]),
    dumped("final results in a mapping", {"test": {"loss": 0.97, "accuracy": 0.8}, "n": 100}, test_loss=[0.97], test_accuracy=[0.8]),
    dumped("two points are curves", {"loss": [0.9, 0.8], "val_loss": [1.0, 0.95]}, train_loss=[0.9, 0.8], val_loss=[1.0, 0.95]),
    dumped("records of a tracker", [{"name": name, "value": value, "step": step} for name, values in THREE.items() for step, value in enumerate(values, 1)], **THREE),
    dumped("fields with a metric and an iteration", [{"metric": "loss", "variant": split, "value": value, "iter": step} for split, name in (("train", "train_loss"), ("validation", "val_loss")) for step, value in enumerate(THREE[name], 1)], **THREE),
]  # fmt: skip

PRINTED = [  # formats 10, reading A11
    given(
        "values in arrays and tensors",
        """
        {'loss': Array(1.5, dtype=float32), 'accuracy': Array(0.51, dtype=float32)}
        {'loss': tensor(1.2, device='cuda:0'), 'accuracy': np.float32(0.6)}
        {'loss': np.float64(1.0), 'accuracy': 0.65}
        """,
        train_loss=[1.5, 1.2, 1.0],
        train_accuracy=[0.51, 0.6, 0.65],
    ),
    given(
        "a printed history is curves",
        "{'loss': [0.9, 0.8, 0.7], 'val_loss': [1.0, 0.95, 0.97], 'accuracy': [0.5, 0.6, 0.7], 'val_accuracy': [0.4, 0.5, 0.5]}\n",
        train_loss=[0.9, 0.8, 0.7],
        val_loss=[1.0, 0.95, 0.97],
        train_accuracy=[0.5, 0.6, 0.7],
        val_accuracy=[0.4, 0.5, 0.5],
    ),
    given(
        "a printed dict at the end of a log of bars",
        """
        Epoch 1: 100%|██████████| 50/50 [00:10<00:00, 4.9it/s, loss=0.91]
        Epoch 2: 100%|██████████| 50/50 [00:10<00:00, 4.9it/s, loss=0.81]
        Epoch 3: 100%|██████████| 50/50 [00:10<00:00, 4.9it/s, loss=0.75]
        {'test_loss': 0.85, 'test_accuracy': 0.7}
        """,
        train_loss={1: 0.91, 2: 0.81, 3: 0.75},
        test_loss=[0.85],
        test_accuracy=[0.7],
    ),
    given(
        "dicts behind words",
        """
        epoch 1: {'train_loss': 0.9, 'val_loss': 1.0}
        epoch 2: {'train_loss': 0.8, 'val_loss': 0.95}
        epoch 3: {'train_loss': 0.7, 'val_loss': 0.97}
        """,
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
        val_loss={1: 1.0, 2: 0.95, 3: 0.97},
    ),
    given(
        "JSON in the middle of a log",
        """
        loading data
        {"epoch": 1, "loss": 0.9, "lr": 0.1}
        saved a checkpoint
        {"epoch": 2, "loss": 0.8, "lr": 0.1}
        """,
        train_loss={1: 0.9, 2: 0.8},
        lr=[0.1, 0.1],
    ),
]


def wrapped(case_id, rows):
    """Return JSON lines around the lines of one plain log."""
    text = "\n".join(map(json.dumps, rows))
    return given(case_id, text, train_loss={1: 0.9, 2: 0.8}, val_loss={1: 1.0, 2: 0.95})


LINES = ["epoch 1 train_loss 0.9 val_loss 1.0", "epoch 2 train_loss 0.8 val_loss 0.95"]
INSIDE = [  # formats 12
    wrapped("Docker", [{"log": line + "\n", "stream": "stdout", "time": f"2024-01-01T10:00:0{place}.1Z"} for place, line in enumerate(LINES)]),
    wrapped("log events of a cloud", [{"timestamp": 1700000000000 + place, "message": line, "ingestionTime": 1700000000500} for place, line in enumerate(LINES)]),
    wrapped("loguru", [{"text": line, "record": {"elapsed": {"seconds": 0.1}, "level": {"name": "INFO", "no": 20}, "line": 12, "message": line}} for line in LINES]),
    wrapped("structlog", [{"event": line, "level": "info", "timestamp": "2024-01-01T10:00:00Z"} for line in LINES]),
    given("a notebook", json.dumps({"cells": [{"cell_type": "code", "source": ["val_loss = 9.0"], "metadata": {}, "execution_count": 1, "outputs": [{"output_type": "stream", "name": "stdout", "text": [line + "\n" for line in LINES]}]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), train_loss={1: 0.9, 2: 0.8}, val_loss={1: 1.0, 2: 0.95}),
]  # fmt: skip

TABLES = [*SHAPES, *PRINTED, *INSIDE]


@together("text, series, config", TABLES)
def test_documents(text, series, config):
    assert_reads(text, series, config)
