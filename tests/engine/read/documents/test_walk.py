import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.documents import walk
from engine.read.documents.walk import read_document
from tests.engine.read.documents.shapes import curves, document, x_of
from tests.engine.read.short import metric_names
from tests.together import together

LOSS = [2.0, 1.5, 1.25, 1.0]
VAL = [2.1, 1.75, 1.5, 1.5]


@together(
    "value, wanted",
    [
        ({"train": {"loss": LOSS}, "val": {"loss": VAL}}, {"train/loss": LOSS, "val/loss": VAL}),
        ({"train_losses": LOSS, "val_losses": VAL}, {"train_losses": LOSS, "val_losses": VAL}),
        (
            {"training": {"multi_logloss": LOSS}, "valid_0": {"multi_logloss": VAL}},
            {"training/multi_logloss": LOSS, "valid_0/multi_logloss": VAL},
        ),
        (
            {"evals_result": {"validation_0": {"rmse": LOSS}, "validation_1": {"rmse": VAL}}},
            {"validation_0/rmse": LOSS, "validation_1/rmse": VAL},
        ),
        (
            {"loss_curve": LOSS, "validation_scores": VAL},
            {"loss_curve": LOSS, "validation_scores": VAL},
        ),
        ({"loss": LOSS[:2], "val_loss": VAL[:2]}, {"loss": LOSS[:2], "val_loss": VAL[:2]}),
        ({"history": {"loss": LOSS}, "model": "mlp"}, {"loss": LOSS}),
        ({"loss": LOSS, "unheard_of": VAL}, {"loss": LOSS, "unheard_of": VAL}),
        ({"run": {"deep": {"er": {"val_loss": VAL}}}}, {"run/deep/er/val_loss": VAL}),
    ],
)
def test_lists_of_numbers_under_their_path(value, wanted):
    assert curves(document(value)) == wanted


@together(
    "value",
    [
        {"train_loss": [[1, 2.0], [2, 1.5], [3, 1.25], [4, 1.0]]},
        {"train_loss": {"x": [1, 2, 3, 4], "y": LOSS}},
        {"train_loss": {"steps": [1, 2, 3, 4], "timestamps": ["a"] * 4, "values": LOSS}},
        {"step": [1, 2, 3, 4], "train_loss": LOSS},
        {"steps": [1, 2, 3, 4], "metrics": {"train_loss": LOSS}},
        {"metrics": [{"name": "train_loss", "steps": [1, 2, 3, 4], "values": LOSS}]},
        [{"name": "train_loss", "value": y, "step": step} for step, y in enumerate(LOSS, 1)],
        [
            {"metric": {"metricName": "train_loss", "metricValue": y, "step": step}}
            for step, y in enumerate(LOSS, 1)
        ],
    ],
)
def test_one_curve_in_each_shape_with_its_steps(value):
    reading = document(value)

    assert curves(reading) == {"train_loss": LOSS}
    assert x_of(reading, "train_loss") == ("step", [1, 2, 3, 4])


def test_rows_of_one_value_have_the_name_of_their_list():
    rows = [{"step": step, "value": y} for step, y in enumerate(LOSS, 1)]

    assert curves(document({"train_loss": rows})) == {"train_loss|train": LOSS}
    assert curves(document({"grad_norm": rows})) == {"grad_norm": LOSS}


@together(
    "value",
    [
        {f"epoch_{number}": {"loss": y} for number, y in enumerate(LOSS, 1)},
        {"epochs": [{"epoch": number, "loss": y} for number, y in enumerate(LOSS, 1)]},
        [{"epoch": number, "loss": y} for number, y in enumerate(LOSS, 1)],
        {
            "0": {"epoch": 1, "loss": 2.0},
            "1": {"epoch": 2, "loss": 1.5},
            "2": {"epoch": 3, "loss": 1.25},
            "3": {"epoch": 4, "loss": 1.0},
        },
        {"epoch": {"0": 1, "1": 2, "2": 3, "3": 4}, "loss": dict(zip("0123", LOSS, strict=True))},
        {
            "columns": ["epoch", "loss"],
            "index": [0, 1, 2, 3],
            "data": [[n, y] for n, y in enumerate(LOSS, 1)],
        },
        {"loss": {f"epoch_{number}": y for number, y in enumerate(LOSS, 1)}},
        {"epoch": [1, 2, 3, 4], "loss": LOSS},
    ],
)
def test_one_curve_in_each_shape_with_its_epochs(value):
    reading = document(value)

    assert curves(reading) == {"loss": LOSS}
    assert x_of(reading, "loss") == ("epoch", [1, 2, 3, 4])
    assert reading.config == {}


def test_numbered_keys_count_as_numbers():
    rows = {f"epoch_{number}": {"loss": float(number)} for number in (10, 9, 2, 1)}

    assert curves(document(rows)) == {"loss": [1, 2, 9, 10]}


def test_the_download_of_tensorboard_is_named_by_its_file():
    points = [[1795889131.0, 4, 1.25], [1795889132.0, 8, 1.0], [1795889133.0, 12, 0.5]]

    reading = document(points, "run-.-tag-Loss_val.json")

    assert curves(reading) == {"Loss_val": [1.25, 1.0, 0.5]}
    assert x_of(reading, "Loss_val") == ("step", [4, 8, 12])


def test_a_list_alone_is_named_by_its_file():
    assert curves(document(LOSS, "a/val_loss.json")) == {"val_loss": LOSS}


@together(
    "settings",
    [
        {"r": 8, "target_modules": ["q_proj", "k_proj", "v_proj"]},
        {"bos_token": "<s>", "additional_special_tokens": ["<a>", "<b>", "<c>", "<d>"]},
        {"layer_sizes": [64, 64, 64], "lr": 0.1},
        {"betas": [0.9, 0.999], "learning_rate": 0.1, "hidden": [64, 64]},
        {"learning_rates": [0.1, 0.01, 0.001]},
        {"lr": 0.1, "epochs": 5, "loss": "mse"},
        {"id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}, "max_grad_norm": 1.0},
        {"loss_weights": [1.0, 0.5, 0.5], "metrics": ["accuracy", "f1", "auc"]},
        {"precision": 16, "batch_size": 4},
        {"layers": [{"units": 64, "activation": "relu"}, {"units": 10, "activation": "softmax"}]},
        {"steps": [30, 60, 90], "gamma": 0.1},
        {"entropy_coeff": 0.01, "target_kl": 0.02, "grad_clip": 40.0},
    ],
)
def test_settings_are_no_curves_and_never_refused(settings):
    reading = document(settings)

    assert reading.curves == ()
    assert reading.config == settings


@pytest.mark.parametrize("key", ["config", "args", "hparams", "params"])
def test_a_block_of_settings_beside_rows_is_opened(key):
    reading = document({key: {"learning_rate": 2.0}, "results": [{"epoch": 1, "val_loss": 1.0}]})

    assert reading.config == {"learning_rate": 2.0}
    assert curves(reading) == {"val_loss": [1.0]}


def test_a_number_beside_curves_is_a_setting():
    assert document({"train": {"loss": LOSS}, "lr": 2.0}).config == {"lr": 2.0}


def test_rows_below_a_split_are_of_it():
    value = {
        "train": [{"step": 1, "loss": 2.0}, {"step": 2, "loss": 1.0}],
        "val": [{"step": 2, "loss": 1.5}],
    }

    assert curves(document(value)) == {"loss|train": [2.0, 1.0], "loss|val": [1.5]}


def test_catboost_names_its_metrics_once():
    value = {
        "meta": {
            "learn_sets": ["learn"],
            "learn_metrics": [{"name": "Logloss", "best_value": "Min"}, {"name": "AUC"}],
            "test_sets": ["test"],
            "test_metrics": [{"name": "Logloss"}],
        },
        "iterations": [
            {"learn": [0.5, 0.8], "iteration": 0, "passed_time": 0.1, "test": [0.6]},
            {"learn": [0.4, 0.9], "iteration": 1, "passed_time": 0.2, "test": [0.5]},
        ],
    }

    assert curves(document(value)) == {
        "learn/Logloss": [0.5, 0.4],
        "learn/AUC": [0.8, 0.9],
        "test/Logloss": [0.6, 0.5],
    }


def test_layers_and_classes_in_a_record():
    reading = document(
        {
            "metrics": {
                "loss": LOSS,
                "grad_norm_by_layer": {"0": LOSS, "1": VAL},
                "per_class_recall": [[1.0, 0.5], [1.0, 0.25]],
            }
        }
    )

    assert [layer.y.tolist() for layer in reading.layers["grad_norm_by_layer"]] == [LOSS, VAL]
    assert reading.classes["per_class_recall"].tolist() == [[1.0, 0.5], [1.0, 0.25]]


def test_numbers_of_classes_alone_are_one_point():
    reading = document({"accuracy": 0.5, "per_class_recall": [1.0, 0.0, 0.5]})

    assert reading.classes["per_class_recall"].tolist() == [[1.0, 0.0, 0.5]]
    assert [curve.name for curve in reading.curves] == ["accuracy"]


@pytest.mark.parametrize(
    "value",
    [
        {"events": [{"timestamp": 1, "message": f"Epoch {n} loss {n}.5"} for n in range(4)]},
        {"logs": "\n".join(f"Epoch {n} loss {n}.5" for n in range(4)) + "\n"},
        [f"Epoch {n} loss {n}.5" for n in range(4)],
    ],
)
def test_texts_inside_are_read_next(value):
    (inner,) = document(value).inner

    assert inner.content.decode().split("\n")[:4] == [f"Epoch {n} loss {n}.5" for n in range(4)]


def test_settings_with_their_descriptions_are_plain():
    value = {"hyperparams": {"General": {"lr": {"name": "lr", "value": "0.1", "type": "float"}}}}

    assert document(value).config == {"General": {"lr": "0.1"}}


def test_deep_nesting_is_left_as_it_is():
    value = {"loss": LOSS}
    for _ in range(40):
        value = {"a": value}

    assert document(value).curves == ()


def test_a_document_of_data_is_not_walked_to_its_end(monkeypatch):
    monkeypatch.setattr(walk, "MAX_MAPPINGS", 10)

    assert len(document({"runs": [{"loss": LOSS} for _ in range(50)]}).curves) < 10


NUMBERS = st.one_of(st.integers(-5, 5), st.floats(), st.none(), st.booleans(), st.text(max_size=5))
KEYS = st.sampled_from(
    [
        "loss",
        "val",
        "epoch",
        "x",
        "y",
        "values",
        "steps",
        "0",
        "1",
        "epoch_1",
        "epoch_2",
        "name",
        "columns",
        "data",
        "meta",
        "iterations",
        "config",
        "recall",
        "precision",
        "class",
        "layers",
        "confusion_matrix",
        "message",
        "value",
        "learn_sets",
        "learn_metrics",
        "log_history",
    ]
)
VALUES = st.recursive(
    NUMBERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_any_document_is_read(value):
    read_document(value, metric_names(), "a")


@given(VALUES)
def test_any_file_of_json_is_read_or_refused(value):
    try:
        document(value)
    except ReadError:
        assert json.dumps(value)[:1] in "[{"
