"""Which curves of a recorded run are shown, by the shape of the entry."""

import json
import math

import pytest

from content.recordings import read_recording
from dictionary.figures.curves import shown_curves

ROWS = [
    {
        "epoch": epoch,
        "train_loss": 2.0 / epoch,
        "val_loss": 1.0 + epoch,
        "val_accuracy": 0.5,
        "test_accuracy": 0.25,
    }
    for epoch in range(1, 6)
]


def shown(rows, preset):
    recorded = [{"config": {"learning_rate": 0.1}}, *rows]
    text = "".join(f"{json.dumps(row)}\n" for row in recorded)
    return shown_curves(read_recording(text), preset)


def labels(rows, preset):
    return [curve.label for curve in shown(rows, preset).curves]


def test_losses_are_shown_unless_the_entry_shows_in_scores():
    assert labels(ROWS, "validation-turns-up") == ["training", "validation"]
    assert labels(ROWS, "test-leaves-validation") == ["validation", "test"]
    assert shown(ROWS, "test-leaves-validation").labels.y == "score"


def test_the_lowest_recall_is_taken_from_all_classes():
    rows = [
        {"epoch": epoch, "val_accuracy": 0.9, "per_class_recall": [0.99, 0.0, 0.4]}
        for epoch in (1, 2)
    ]

    validation, recall = shown(rows, "majority-share").curves

    assert (validation.label, recall.label) == ("validation", "lowest recall of a class")
    assert recall.x == [1, 2]
    assert recall.y == [0.0, 0.0]


def test_recalls_without_a_series_of_their_length_are_left_out():
    rows = [{"epoch": 1, "per_class_recall": [0.9, 0.1]}, {"epoch": 2, "val_accuracy": 0.9}]

    assert shown([*rows, {"epoch": 3, "val_accuracy": 0.8}], "majority-share").curves[0].label == (
        "validation"
    )


def test_a_loss_of_every_step_goes_before_one_of_every_epoch():
    rows = [{"step": step, "train_loss_step": 1.0 / step} for step in range(1, 9)]

    steps = shown([*rows, *ROWS], "sawtooth")

    assert len(steps.curves[0].x) == 8
    assert steps.labels.x == "step"


def test_gradients_per_layer_are_shown_over_the_layers():
    rows = [{"epoch": 1, "grad_norm_by_layer": [1e-6, 1e-3, 1.0]}]

    [curve] = shown(rows, "gradient-fades").curves

    assert list(curve.x) == [1, 2, 3]
    assert curve.y == [1e-6, 1e-3, 1.0]


def test_an_exploding_gradient_is_shown_over_time():
    rows = [{"epoch": epoch, "grad_norm": 10.0**epoch, "train_loss": 1.0} for epoch in (1, 2, 3)]

    assert labels(rows, "gradient-explodes") == ["gradient norm"]
    assert labels(rows, "plateau") == ["training"]


@pytest.mark.parametrize("preset", ["gradient-fades", "gradient-explodes"])
def test_without_gradients_the_losses_are_shown(preset):
    assert labels(ROWS, preset) == ["training", "validation"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"epoch": 1, "train_loss": 1.0}],
        [{"epoch": epoch, "train_loss": None} for epoch in (1, 2, 3)],
    ],
)
def test_too_few_points_are_no_curve(rows):
    assert shown(rows, "gradient-fades").curves == ()


def test_a_value_that_is_not_a_number_stays_in_the_curve():
    rows = [{"epoch": 1, "train_loss": 1.0}, {"epoch": 2, "train_loss": math.nan}]

    [curve] = shown(rows, "becomes-nan").curves

    assert math.isnan(curve.y[1])


def named(*names, rows=ROWS):
    text = "".join(f"{json.dumps(row)}\n" for row in rows)
    return shown_curves(read_recording(text), "plateau", names)


def test_the_named_series_are_drawn_in_their_order():
    drawn = named("val_accuracy", "test_accuracy")

    assert [curve.label for curve in drawn.curves] == ["validation", "test"]
    assert [curve.role for curve in drawn.curves] == ["train", "validation"]
    assert drawn.labels.y == "accuracy"


def test_another_series_is_called_by_its_name():
    rows = [{"epoch": epoch, "dead_fraction": 0.1 * epoch} for epoch in (1, 2, 3)]

    drawn = named("dead_fraction", rows=rows)

    assert [curve.label for curve in drawn.curves] == ["dead fraction"]
    assert drawn.labels.y == "dead fraction"


def test_series_of_several_kinds_are_scores():
    assert named("val_accuracy", "train_loss").labels.y == "score"


def test_a_series_of_layers_is_drawn_over_the_layers():
    rows = [{"epoch": epoch, "grad_norm_by_layer": [0.1, 0.2, epoch]} for epoch in (1, 2)]

    drawn = named("grad_norm_by_layer", rows=rows)

    assert list(drawn.curves[0].y) == [0.1, 0.2, 2.0]
    assert drawn.labels.y == "gradient norm"


def test_names_that_were_not_recorded_leave_the_typical_curves():
    assert [curve.label for curve in named("nothing").curves] == ["training", "validation"]
