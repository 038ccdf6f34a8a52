import numpy as np
import pytest

from engine.observe.curves.loss.loss_at_chance_level import observe
from engine.scales import SEEN
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy, noise


@pytest.mark.parametrize(
    ("config", "level"), [(TEN_CLASSES, 2.3026), ({"n_classes": 2.0}, 0.693), (REGRESSION, 0.995)]
)
def test_a_loss_that_ends_at_a_guess(config, level):
    found = observe(case(config, train_loss=[level * 1.1, level, level, level * 1.005]))
    assert found.strength > 0.95
    assert "constant guess" in found.text


def test_somewhat_above_a_guess_still_counts():
    assert observe(case(TEN_CLASSES, train_loss=[15.0, 2.5, 2.45, 2.45])).strength > 0.9


def test_silent_on_a_learning_run():
    assert observe(healthy()).strength < 0.01


def test_silent_where_little_can_be_learned_but_something_is():
    assert observe(case({"n_classes": 2.0}, train_loss=np.linspace(0.69, 0.55, 10))).strength < 0.1


def test_silent_far_above_a_guess():
    assert observe(case(TEN_CLASSES, train_loss=[9.0, 8.0, 8.0, 8.0])).strength < 0.1


def test_not_measured_without_the_number_of_classes():
    assert observe(case(train_loss=[2.37] * 5)) is None
    assert observe(case(train_loss=[2.3])) is None


def test_a_flat_loss_at_the_logarithm_of_a_common_number_needs_no_configuration():
    found = observe(case(train_loss=[0.6945, 0.6935, 0.6931, 0.6930]))
    assert found.strength == 0.8
    assert "a guess among 2 classes" in found.text
    assert (
        observe(case(train_loss=[2.31, 2.303, 2.302, 2.304], val_accuracy=[0.1] * 4)).strength
        == 0.8
    )


def test_not_inferred_when_the_accuracy_or_the_course_disagrees():
    assert (
        observe(case(train_loss=[0.6945, 0.6935, 0.6931, 0.6930], val_accuracy=[0.9] * 4)) is None
    )
    assert observe(case(train_loss=[2.0, 1.0, 0.70, 0.693])) is None
    assert observe(case({"task": "vae"}, train_loss=[0.693] * 4)) is None


def test_one_point_is_enough_where_loss_and_accuracy_agree():
    line = case(train_loss=[4.6052], train_accuracy=[0.01], val_loss=[4.6052], val_accuracy=[0.01])
    found = observe(line)

    assert found.strength >= 0.8
    assert "a guess among 100 classes" in found.text
    assert observe(case(train_loss=[1.0986], train_accuracy=[0.333])).strength >= 0.8
    assert observe(case(train_loss=[4.6052], train_accuracy=[0.2])) is None
    assert observe(case(train_loss=[4.6052])) is None


def test_a_settled_loss_near_a_guess_counts_less():
    stuck = case(train_loss=[2.18, *(1.45 + noise(11, 0.02))], val_accuracy=[0.22, 0.28] * 6)
    assert SEEN < observe(stuck).strength < 0.8


def test_an_accuracy_that_does_not_agree_rules_a_match_out():
    assert observe(case(train_loss=[0.6931] * 9, val_accuracy=[0.8] * 9)) is None
    assert observe(case(train_loss=[0.6931] * 9)).strength >= 0.8


def test_a_loss_that_stays_at_the_variance_of_a_standardized_target():
    stuck = 1.0 + noise(16, 0.001)
    found = observe(case(train_loss=stuck, val_loss=0.9 * stuck))

    assert SEEN < found.strength < 0.8
    assert "next to 1, the squared error of the mean of a standardized target" in found.text


def test_the_variance_is_inferred_from_a_loss_alone_that_never_left_it():
    assert observe(case(train_loss=falling(1.4, 1.0, 16, rate=40))) is None
    assert observe(case(train_loss=1.03 + noise(16, 0.001))) is None
    assert observe(case(train_loss=[1.0] * 6)) is None
    assert observe(case({"task": "diffusion"}, train_loss=[1.0] * 16)) is None
    assert observe(case(train_loss=[1.0] * 16, val_accuracy=[0.8] * 16)) is None
