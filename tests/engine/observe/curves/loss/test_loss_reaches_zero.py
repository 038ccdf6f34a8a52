from engine.observe.curves.loss.loss_reaches_zero import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy


def test_a_loss_of_practically_zero():
    found = observe(case(TEN_CLASSES, train_loss=falling(2.3, 1e-4, 40, rate=20)))
    assert found.strength > 0.98
    assert "0.00% of the loss of a guess" in found.text


def test_the_first_loss_is_the_scale_when_nothing_else_is_known():
    assert observe(case(train_loss=[5.0, 0.1, 0.001, 0.001])).strength > 0.95


def test_silent_on_ordinary_final_losses():
    assert observe(healthy()).strength < 0.05
    assert observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.1))).strength < 0.1


def test_not_measured_without_a_loss_or_a_scale():
    assert observe(case(val_loss=[1.0, 0.0])) is None
    assert observe(case(train_loss=[0.0, 0.0])) is None


def test_silent_when_only_a_blow_up_at_the_start_makes_the_end_look_small():
    blown = [300.0, 20.0, 2.0, 0.8, *[0.69] * 8]
    assert observe(case(train_loss=blown)).strength < 0.1
    assert (
        observe(case(train_loss=[300.0, 0.69, 0.69, 0.69], val_accuracy=[0.5] * 4)).strength < 0.1
    )
