import pytest
import torch

from lab.train import datasets
from lab.train.probes import flat
from lab.train.step import FIRST_LOSS_SCALE, Stepper
from tests.lab.train.make import small_setup


def stepper_of(**values):
    torch.manual_seed(4)
    return Stepper(small_setup(**values))


def batch_of(stepper, rows=30):
    data = stepper.setup.data
    return data.train_x[:rows], data.train_y[:rows]


def stepped(**values):
    stepper = stepper_of(**values)
    return stepper, stepper.step(*batch_of(stepper))


def test_a_step_changes_the_weights_and_is_counted():
    stepper = stepper_of()
    before = flat(stepper.trainable)
    stepper.step(*batch_of(stepper))

    assert not torch.equal(before, flat(stepper.trainable))
    assert stepper.done == 1


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ({"level": "basic"}, {"loss", "grad_norm", "hits"}),
        (
            {"level": "full", "depth": 1},
            {"loss", "grad_norm", "hits", "update_ratio", "layer 0", "layer 1"},
        ),
        ({"level": "basic", "maker": datasets.sine}, {"loss", "grad_norm"}),
    ],
)
def test_a_step_measures_what_its_level_and_task_have(values, names):
    _, measured = stepped(**values)

    assert set(measured) == names


def test_the_rate_follows_the_schedule_with_its_warm_up():
    stepper, _ = stepped(learning_rate=0.1, warmup_steps=4)

    assert stepper.rate == pytest.approx(0.025)


def test_gradients_are_measured_before_they_are_clipped():
    _, free = stepped()
    stepper, clipped = stepped(gradient_clip=1e-3)

    assert clipped["grad_norm"] == pytest.approx(free["grad_norm"])
    norm = torch.cat([one.grad.flatten() for one in stepper.trainable]).norm()
    assert norm.item() == pytest.approx(1e-3, rel=1e-2)


def second_norm(**values):
    stepper = stepper_of(learning_rate=0.0, optimizer="sgd", **values)
    stepper.step(*batch_of(stepper))
    return stepper.step(*batch_of(stepper))["grad_norm"]


def test_gradients_add_up_where_they_are_not_cleared():
    assert second_norm(zero_grad=False) == pytest.approx(2 * second_norm(), rel=1e-4)


def test_a_fixed_loss_scale_is_taken_off_the_gradients_again():
    _, plain = stepped()
    stepper, scaled = stepped(fixed_loss_scale=1024.0)

    assert stepper.loss_scale == 1024
    assert scaled["grad_norm"] == pytest.approx(plain["grad_norm"], rel=1e-4)


def test_half_precision_halves_its_scale_and_skips_a_step_that_overflows():
    stepper = stepper_of(precision="fp16")
    inputs, targets = batch_of(stepper)
    before = flat(stepper.trainable)
    stepper.step(inputs * 1e6, targets)

    assert stepper.loss_scale == FIRST_LOSS_SCALE / 2
    assert torch.equal(before, flat(stepper.trainable))


def test_frozen_parameters_are_not_optimized():
    stepper, measured = stepped(trainable_layers=0, level="full")

    assert len(stepper.trainable) == 1
    assert measured["layer 0"] == 0


def test_an_unknown_optimizer_is_refused():
    with pytest.raises(KeyError):
        stepper_of(optimizer="sideways")


def test_an_unknown_schedule_is_refused_at_the_first_step():
    stepper = stepper_of(schedule="sideways")

    with pytest.raises(KeyError):
        stepper.step(*batch_of(stepper))
