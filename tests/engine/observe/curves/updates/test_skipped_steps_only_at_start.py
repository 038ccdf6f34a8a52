import numpy as np

from engine.observe.curves.updates.skipped_steps_only_at_start import observe
from tests.engine.cases import case

START = 65_536.0


def test_halvings_at_the_start_alone_are_the_work_of_the_scaler():
    found = observe(case(loss_scale=[START, START / 2, START / 4, *[START / 8] * 57]))

    assert found.strength > 0.95
    assert "3 times in the first tenth and 0 times later" in found.text


def test_single_falls_later_are_usual():
    scale = np.full(100, START / 4)
    scale[0], scale[60:63] = START, START / 8
    assert observe(case(loss_scale=scale)).strength > 0.95


def test_silent_where_the_scale_collapses_or_never_falls():
    assert observe(case(loss_scale=START * 0.5 ** np.arange(30))).strength < 0.05
    assert observe(case(loss_scale=[START, START / 64, *[START / 64] * 40])).strength < 0.05
    assert observe(case(loss_scale=[START] * 40)).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(loss_scale=[START, START / 2])) is None
    assert observe(case(train_loss=[1.0] * 40)) is None


def test_not_measured_where_the_scale_is_no_scale():
    assert observe(case(loss_scale=np.linspace(0, 5, 20))) is None
    assert observe(case(loss_scale=-np.arange(20))) is None
