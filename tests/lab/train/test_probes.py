import math

import pytest
import torch
from torch import nn

from lab.train import probes
from lab.train.models import build
from tests.lab.train.make import small_setup

OUTPUTS = torch.tensor([[2.0, 1.0], [0.0, 1.0], [3.0, 0.0]])


def weight(values):
    parameter = nn.Parameter(torch.zeros(len(values)))
    parameter.grad = torch.tensor(values)
    return parameter


def test_accuracy_is_the_share_of_highest_outputs():
    assert probes.accuracy(OUTPUTS, torch.tensor([0, 1, 1])) == pytest.approx(2 / 3)


def test_r2_is_one_for_the_targets_and_zero_for_their_mean():
    targets = torch.tensor([1.0, 2.0, 6.0])

    assert probes.r2(targets, targets) == 1
    assert probes.r2(torch.full((3,), 3.0), targets) == pytest.approx(0)
    assert probes.r2(-targets, targets) < 0


def test_r2_of_targets_without_spread_is_not_finite():
    assert not math.isfinite(probes.r2(torch.zeros(3), torch.ones(3)))


def test_the_score_follows_from_the_number_of_outputs():
    targets = torch.tensor([1.0, 2.0, 6.0])

    assert probes.score(targets[:, None], targets) == 1
    assert probes.score(OUTPUTS, torch.tensor([0, 1, 0])) == 1


def test_a_class_without_rows_has_no_recall():
    recalls = probes.recall_per_class(OUTPUTS, torch.tensor([0, 1, 1]), 3)

    assert recalls == [1.0, 0.5, None]


def test_the_gradient_norm_is_that_of_all_gradients_together():
    assert probes.gradient_norm([weight([3.0]), weight([0.0, 4.0])]) == pytest.approx(5)


def test_parameters_without_gradients_have_norm_zero():
    assert probes.gradient_norm([]) == 0
    assert probes.gradient_norm([nn.Parameter(torch.ones(2))]) == 0


def test_flat_weights_are_a_copy_of_one_vector():
    model = nn.Linear(2, 3)
    flat = probes.flat(model.parameters())
    before = flat.clone()
    nn.init.zeros_(model.weight)

    assert flat.shape == (9,)
    assert torch.equal(flat, before)


def test_outputs_are_made_without_dropout_and_the_model_trains_on():
    setup = small_setup(dropout=0.9)
    model = build(setup)
    first = probes.outputs_on(model, setup.data.val_x, setup)
    second = probes.outputs_on(model, setup.data.val_x, setup)

    assert torch.equal(first, second)
    assert model.training


def test_a_setup_that_forgets_the_mode_keeps_dropout():
    setup = small_setup(dropout=0.9, eval_mode=False)
    model = build(setup)
    first = probes.outputs_on(model, setup.data.val_x, setup)

    assert not torch.equal(first, probes.outputs_on(model, setup.data.val_x, setup))


def units_of(bias, activation):
    setup = small_setup(activation=activation, depth=1)
    model = build(setup)
    hidden = model[1]
    nn.init.constant_(hidden.bias, bias)
    return probes.UnitProbe(model)(model, setup.data.val_x, setup)


def test_units_far_below_zero_are_dead():
    assert units_of(-100.0, "relu") == {"dead_fraction": 1.0}
    assert units_of(100.0, "relu") == {"dead_fraction": 0.0}


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
@pytest.mark.parametrize("bias", [-100.0, 100.0])
def test_bounded_units_are_saturated_at_both_ends(activation, bias):
    assert units_of(bias, activation) == {"activation_saturation": 1.0}


def test_other_activations_have_no_units_to_measure():
    assert units_of(0.0, "gelu") == {}


def test_no_hook_stays_on_the_model():
    setup = small_setup(activation="relu")
    model = build(setup)
    probes.UnitProbe(model)(model, setup.data.val_x, setup)

    assert all(not module._forward_hooks for module in model.modules())


def test_memory_is_left_out_where_the_system_does_not_publish_it(tmp_path, monkeypatch):
    monkeypatch.setattr(probes, "STATM", tmp_path / "missing")
    assert probes.resident_mb() == {}

    statm = tmp_path / "statm"
    statm.write_text("9000 1000 5 1 0 1 0\n")
    monkeypatch.setattr(probes, "STATM", statm)
    assert probes.resident_mb() == {"rss_mb": 4.096}
