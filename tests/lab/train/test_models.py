import pytest
import torch
from torch import nn

from lab.train import datasets
from lab.train.layers import weighted_layers
from lab.train.models import Recurrent, build
from tests.lab.train.make import small_setup


def trainable(model):
    return [name for name, weights in model.named_parameters() if weights.requires_grad]


@pytest.mark.parametrize(
    ("maker", "kind"),
    [
        (datasets.clusters, "mlp"),
        (datasets.patterns, "mlp"),
        (datasets.patterns, "cnn"),
        (datasets.sequence_place, "gru"),
    ],
)
@pytest.mark.parametrize("depth", [1, 2])
def test_every_family_has_its_depth_and_one_output_per_class(maker, kind, depth):
    setup = small_setup(maker=maker, kind=kind, depth=depth)
    model = build(setup)

    assert len(weighted_layers(model)) == depth + 1
    assert model(setup.data.train_x[:5]).shape == (5, setup.data.n_classes)


@pytest.mark.parametrize(
    ("maker", "kind"),
    [(datasets.friedman, "mlp"), (datasets.sequence_sum, "gru")],
)
def test_regression_has_a_single_output(maker, kind):
    setup = small_setup(maker=maker, kind=kind)

    assert build(setup)(setup.data.train_x[:5]).shape == (5, 1)


def test_a_model_without_hidden_layers_is_linear():
    setup = small_setup(depth=0)
    model = build(setup)

    assert [type(part) for part in model] == [nn.Flatten, nn.Linear]


@pytest.mark.parametrize(("name", "kind"), [("batch", nn.BatchNorm1d), ("layer", nn.LayerNorm)])
def test_normalization_follows_each_hidden_layer(name, kind):
    model = build(small_setup(normalization=name, depth=2))

    assert sum(isinstance(part, kind) for part in model) == 2


def test_activations_are_layers_of_their_own():
    model = build(small_setup(activation="tanh", depth=3))
    activations = [part for part in model if isinstance(part, nn.Tanh)]

    assert len({id(part) for part in activations}) == 3


def test_frozen_layers_do_not_train():
    output_only = build(small_setup(depth=2, trainable_layers=1))
    bias_only = build(small_setup(depth=2, trainable_layers=0))

    assert [name.split(".")[1] for name in trainable(output_only)] == ["weight", "bias"]
    assert [name.split(".")[1] for name in trainable(bias_only)] == ["bias"]


def test_fresh_weights_are_changed_before_training():
    def prepare(model):
        for layer in weighted_layers(model):
            layer.weight.zero_()

    model = build(small_setup(prepare=prepare))

    assert all(layer.weight.abs().sum() == 0 for layer in weighted_layers(model))


def test_an_unknown_activation_is_refused():
    with pytest.raises(KeyError):
        build(small_setup(activation="sideways"))


def test_a_picture_is_too_small_for_four_convolutions():
    setup = small_setup(maker=datasets.patterns, kind="cnn", depth=4)
    model = build(setup)

    with pytest.raises(RuntimeError):
        model(setup.data.train_x[:2])


def test_a_recurrent_model_reads_the_last_step_alone():
    torch.manual_seed(1)
    setup = small_setup(maker=datasets.sequence_place, kind="gru")
    model = Recurrent(setup.architecture, n_features=1, n_outputs=3).eval()
    sequence = torch.randn(2, 6, 1)

    assert model(sequence).shape == (2, 3)
    assert not torch.equal(model(sequence), model(sequence.flip(1)))
