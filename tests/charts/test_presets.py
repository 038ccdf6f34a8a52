import itertools
import math

import pytest

from charts.presets import PRESET_NAMES, PRESETS
from tests.together import together


@together("name", PRESET_NAMES)
def test_a_preset_stays_in_the_unit_square(name):
    for curve in PRESETS[name].curves:
        assert len(curve.x) == len(curve.y) > 20
        assert all(0 <= x <= 1 for x in curve.x)
        assert all(-0.01 <= y <= 1.02 for y in curve.y if math.isfinite(y))


@together("name", PRESET_NAMES)
def test_a_preset_says_what_it_shows_and_names_each_curve_once(name):
    preset = PRESETS[name]
    assert preset.description.endswith(".")
    assert preset.curves
    labels = [curve.label for curve in preset.curves]
    roles = [curve.role for curve in preset.curves]
    assert len(set(labels)) == len(labels)
    assert len(set(roles)) == len(roles)


def series(name, index=0):
    return PRESETS[name].curves[index].y


def test_validation_turns_up_after_a_minimum_while_training_falls():
    train, validation = series("validation-turns-up"), series("validation-turns-up", 1)
    lowest = validation.index(min(validation))
    assert 10 < lowest < 50
    assert validation[-1] > validation[lowest] + 0.2
    assert all(later < earlier for earlier, later in itertools.pairwise(train))


def test_becomes_nan_ends_in_nan_and_only_there():
    finite = [math.isfinite(value) for value in series("becomes-nan")]
    assert finite[0]
    assert not finite[-1]
    assert finite == sorted(finite, reverse=True)


def test_diverges_falls_first_and_leaves_at_the_top():
    loss = series("diverges")
    assert min(loss) < loss[0]
    assert loss[-1] > 0.9


def test_the_gradient_fades_toward_the_input():
    norms = series("gradient-fades")
    assert norms[0] < norms[-1] / 10


def test_an_unknown_preset_is_an_error():
    with pytest.raises(KeyError):
        PRESETS["no-such-shape"]
