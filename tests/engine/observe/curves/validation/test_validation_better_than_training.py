from engine.observe.curves.validation.validation_better_than_training import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy


def test_validation_loss_clearly_below_training_loss():
    found = observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.6), val_loss=falling(2.2, 0.35)))
    assert found.strength > 0.95
    assert "(-38%)" in found.text


def test_silent_when_only_the_running_mean_lags():
    loss = falling(2.0, 0.01, 41, rate=4)
    lagging = case(TEN_CLASSES, train_loss=loss[0:40:2], val_loss=loss[1:41:2])
    assert observe(lagging).strength < 0.1


def test_silent_on_a_learning_run_and_when_both_are_practically_zero():
    assert observe(healthy()).strength < 0.1
    assert (
        observe(
            case(TEN_CLASSES, train_loss=falling(2.3, 4e-5, rate=20), val_loss=[1e-6] * 20)
        ).strength
        < 0.2
    )


def test_not_measured_with_few_points_or_without_validation():
    assert observe(case(train_loss=[1.0, 0.5, 0.4], val_loss=[0.1, 0.1, 0.1])) is None
    assert observe(case(train_loss=[1.0] * 9)) is None
