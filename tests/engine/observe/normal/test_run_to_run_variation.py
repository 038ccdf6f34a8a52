import numpy as np
import pytest

from engine.observe.normal.run_to_run_variation import read
from tests.engine.cases import case, falling

LEARNED = 1 - falling(0.8, 0.2, 8)


def seeds(*shifts):
    return case(layers={"val_by_seed_accuracy": [LEARNED + shift for shift in shifts]})


def test_repeats_within_two_points():
    found = read(seeds(0, 0.005, -0.004, 0.008, 0.002))

    assert found.state == "holds"
    assert "5 repeats" in found.text


@pytest.mark.parametrize(
    ("shifts", "beyond"),
    [
        ((0, 0.01, 0.005, -0.4), "seed-sensitivity"),
        ((0, 0.03, -0.03, 0.01), "high-variance"),
        ((0, 0, 0), "ignored-setting"),
    ],
)
def test_beyond_the_boundaries(shifts, beyond):
    found = read(seeds(*shifts))

    assert (found.state, found.beyond) == ("broken", beyond)


def test_curves_with_a_number_of_their_seed():
    curves = {f"val_accuracy_seed_{number}": LEARNED + number / 500 for number in range(4)}

    assert read(case(**curves)).state == "holds"


def test_two_repeats_or_other_curves_are_not_measured():
    assert read(seeds(0, 0.01)).state == "not-measured"
    assert read(case(val_accuracy=LEARNED, running_accuracy=LEARNED)).state == "not-measured"
    assert read(case(layers={"seed_loss": np.ones((4, 8))})).state == "not-measured"
