import math

from engine.observe.curves.loss.nan_after_healthy_start import observe
from tests.engine.cases import case, falling

NAN = [math.nan] * 5


def test_a_loss_that_falls_and_then_breaks_is_seen():
    found = observe(case(train_loss=[*falling(2.3, 0.5, 30), *NAN]))

    assert found.strength > 0.95
    assert "goes from 2.3 to" in found.text
    assert found.span.start == 620


def test_silent_where_it_breaks_at_once_or_had_not_fallen():
    assert observe(case(train_loss=NAN)).strength == 0
    assert observe(case(train_loss=[2.3, *NAN])).strength < 0.1
    assert observe(case(train_loss=[2.3] * 20 + NAN)).strength < 0.1
    assert observe(case(train_loss=[2.3, 4.0, 9.0, 40.0, 900.0, *NAN])).strength < 0.1


def test_not_measured_without_a_nan():
    assert observe(case(train_loss=falling(2.3, 0.5, 30))) is None
    assert observe(case(val_loss=NAN)) is None
