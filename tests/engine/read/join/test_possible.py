import math

import numpy as np
import pytest

from engine.read import Inputs, NamedFile, read_case
from engine.read.join.possible import MOST_STEPS, possible
from engine.read.metric_names.quantities import QUANTITIES
from tests.engine.cases import series
from tests.engine.content import real_knowledge

ACCURACY = QUANTITIES["accuracy"]
LOSS = QUANTITIES["loss"]


def test_what_can_be_is_left_alone():
    curve = series("val_accuracy", [0.1, math.nan, 1.0, -1e-9])

    assert possible(curve, ACCURACY) == (curve, ())


@pytest.mark.parametrize("odd", [-1.0, 12.0, math.inf, -math.inf])
def test_a_share_that_is_none_is_left_out_and_said(odd):
    kept, said = possible(series("val_accuracy", [0.1, odd, 0.3]), ACCURACY)

    assert kept.y.tolist() == [0.1, 0.3]
    assert kept.x.tolist() == [20, 60]
    assert said == (f"val_accuracy is from 0 to 1: 1 of 3 values are not read, such as {odd:g}",)


def test_a_scale_below_zero_is_left_out_and_an_endless_norm_is_kept():
    scale, said = possible(series("loss_scale", [-1.0, 2.0]), None)
    norm, _ = possible(series("grad_norm", [1.0, math.inf]), QUANTITIES["grad_norm"])

    assert scale.y.tolist() == [2.0]
    assert said == ("loss_scale is not below 0: 1 of 2 values are not read, such as -1",)
    assert norm.y.tolist() == [1.0, math.inf]


@pytest.mark.parametrize("value", [-5.0, 1e300, math.inf, math.nan])
def test_a_loss_may_be_anything(value):
    curve = series("train_loss", [1.0, value])

    assert possible(curve, LOSS) == (curve, ())


@pytest.mark.parametrize("odd", [MOST_STEPS, -1e18, math.inf, math.nan])
def test_points_on_steps_that_count_nothing_are_numbered(odd):
    curve = series("train_loss", [3.0, 2.0, 1.0], np.array([1, 2, odd]))

    numbered, said = possible(curve, LOSS)

    assert numbered.x.tolist() == [0, 1, 2]
    assert numbered.x_name == "index"
    assert said == (
        f"train_loss has step {odd:g}, which counts nothing: its points are numbered instead",
    )


def test_a_case_says_what_was_not_read():
    metrics = {"val_accuracy": [0.5, -1, 0.6], "step": [1, 2, 1e18]}

    case = read_case(Inputs(metrics=metrics), real_knowledge())

    assert case.series["val_accuracy"].y.tolist() == [0.5, 0.6]
    assert len(case.warnings) == 2


def test_a_whole_number_beyond_floats_is_an_infinite_one():
    line = "{'loss': 1%s, 'step': 1}\n" % ("0" * 400)
    file = NamedFile("run.log", (line + "{'loss': 2, 'step': 2}\n").encode())

    case = read_case(Inputs(files=(file,)), real_knowledge())

    assert case.series["train_loss"].y.tolist() == [math.inf, 2.0]
