from engine.observe.curves.loss import loss_diverges
from engine.observe.normal.signs import is_sign_seen
from tests.engine.cases import case, falling


def test_a_sign_that_is_there():
    assert is_sign_seen(loss_diverges, case(train_loss=falling(0.5, 9.0)))


def test_a_sign_that_is_not_there_or_not_measured():
    assert not is_sign_seen(loss_diverges, case(train_loss=falling(2.0, 0.5)))
    assert not is_sign_seen(loss_diverges, case())
