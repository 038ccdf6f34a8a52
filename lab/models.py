"""The three model families, as plain layers so that every layer and unit can be measured."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from lab.setup import Setup

ACTIVATIONS = {
    "relu": nn.ReLU,
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "elu": nn.ELU,
    "gelu": nn.GELU,
}


class Recurrent(nn.Module):
    """GRU layers over (rows, length, features); the output layer reads the last step."""

    def __init__(self, n_features: int, setup: Setup, n_outputs: int) -> None:
        super().__init__()
        sizes = [n_features, *[setup.width] * setup.depth]
        self.layers = nn.ModuleList(nn.GRU(size, setup.width, batch_first=True) for size in sizes[:-1])
        self.drop = nn.Dropout(setup.dropout)
        self.output = nn.Linear(setup.width, n_outputs)

    def forward(self, inputs: Tensor) -> Tensor:
        for layer in self.layers:
            inputs, _ = layer(inputs)
        return self.output(self.drop(inputs[:, -1]))


def build(setup: Setup) -> nn.Module:
    """Outputs have the shape (rows, n_classes), or (rows, 1) for regression."""
    n_outputs = setup.data.n_classes or 1
    shape = setup.data.train_x.shape
    if setup.kind == "gru":
        model: nn.Module = Recurrent(shape[-1], setup, n_outputs)
    elif setup.kind == "cnn":
        model = _convolutional(setup, n_outputs)
    else:
        model = _dense(setup, shape[1:].numel(), n_outputs)
    if setup.prepare:
        with torch.no_grad():
            setup.prepare(model)
    if setup.trainable_layers is not None:
        _freeze(model, setup.trainable_layers)
    return model


def _dense(setup: Setup, n_inputs: int, n_outputs: int) -> nn.Module:
    normalize = {"batch": nn.BatchNorm1d, "layer": nn.LayerNorm}.get(setup.normalization)
    parts: list[nn.Module] = [nn.Flatten()]
    for size in [n_inputs, *[setup.width] * (setup.depth - 1)][: setup.depth]:
        parts.append(nn.Linear(size, setup.width))
        parts += [normalize(setup.width)] if normalize else []
        parts += [ACTIVATIONS[setup.activation](), nn.Dropout(setup.dropout)]
    return nn.Sequential(*parts, nn.Linear(setup.width if setup.depth else n_inputs, n_outputs))


def _convolutional(setup: Setup, n_outputs: int) -> nn.Module:
    parts: list[nn.Module] = []
    for channels in [1, *[setup.width] * (setup.depth - 1)]:
        parts.append(nn.Conv2d(channels, setup.width, 3, padding=1))
        parts += [nn.BatchNorm2d(setup.width)] if setup.normalization == "batch" else []
        parts += [ACTIVATIONS[setup.activation](), nn.MaxPool2d(2)]
    side = 8 // 2**setup.depth
    return nn.Sequential(
        *parts, nn.Flatten(), nn.Dropout(setup.dropout), nn.Linear(setup.width * side * side, n_outputs)
    )


def weighted_layers(model: nn.Module) -> list[nn.Module]:
    """Input side first; the output layer is last."""
    return [module for module in model.modules() if isinstance(module, nn.Linear | nn.Conv2d | nn.GRU)]


def _freeze(model: nn.Module, trainable_layers: int) -> None:
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    layers = weighted_layers(model)
    for layer in layers[len(layers) - trainable_layers :]:
        layer.requires_grad_(True)
    if trainable_layers == 0:
        layers[-1].bias.requires_grad_(True)
