"""The three model families, as plain layers so that every layer and unit can be measured."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from lab.train.layers import weighted_layers
from lab.train.setup import Architecture, Setup

ACTIVATIONS = {
    "relu": nn.ReLU,
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "elu": nn.ELU,
    "gelu": nn.GELU,
}
NORMALIZATIONS = {"batch": nn.BatchNorm1d, "layer": nn.LayerNorm}


class Recurrent(nn.Module):
    """GRU layers over (rows, length, features); the output layer reads the last step."""

    def __init__(self, architecture: Architecture, n_features: int, n_outputs: int) -> None:
        super().__init__()
        width = architecture.width
        sizes = [n_features, *[width] * (architecture.depth - 1)]
        layers = [nn.GRU(size, width, batch_first=True) for size in sizes]
        self.layers = nn.ModuleList(layers)
        self.drop = nn.Dropout(architecture.dropout)
        self.output = nn.Linear(width, n_outputs)

    def forward(self, inputs: Tensor) -> Tensor:
        for layer in self.layers:
            inputs, _ = layer(inputs)
        return self.output(self.drop(inputs[:, -1]))


def build(setup: Setup) -> nn.Module:
    """Return a model whose outputs have the shape (rows, n_classes), or (rows, 1)."""
    model = _family(setup)
    prepare = setup.defects.prepare
    if prepare:
        with torch.no_grad():
            prepare(model)
    trainable_layers = setup.defects.trainable_layers
    if trainable_layers is not None:
        _freeze(model, trainable_layers)
    return model


def _family(setup: Setup) -> nn.Module:
    n_outputs = setup.data.n_classes or 1
    shape = setup.data.train_x.shape
    architecture = setup.architecture
    if architecture.kind == "gru":
        return Recurrent(architecture, shape[-1], n_outputs)
    if architecture.kind == "cnn":
        return _convolutional(architecture, n_outputs)
    return _dense(architecture, shape[1:].numel(), n_outputs)


def _dense(architecture: Architecture, n_inputs: int, n_outputs: int) -> nn.Module:
    width, depth = architecture.width, architecture.depth
    sizes = [n_inputs, *[width] * (depth - 1)]
    parts: list[nn.Module] = [nn.Flatten()]
    for size in sizes[:depth]:
        parts.append(nn.Linear(size, width))
        normalization = NORMALIZATIONS.get(architecture.normalization)
        if normalization:
            parts.append(normalization(width))
        parts.append(ACTIVATIONS[architecture.activation]())
        parts.append(nn.Dropout(architecture.dropout))
    last_size = width if depth else n_inputs
    parts.append(nn.Linear(last_size, n_outputs))
    return nn.Sequential(*parts)


def _convolutional(architecture: Architecture, n_outputs: int) -> nn.Module:
    """Each layer halves the side of the 8x8 picture."""
    width, depth = architecture.width, architecture.depth
    parts: list[nn.Module] = []
    for channels in [1, *[width] * (depth - 1)]:
        parts.append(nn.Conv2d(channels, width, 3, padding=1))
        if architecture.normalization == "batch":
            parts.append(nn.BatchNorm2d(width))
        parts.append(ACTIVATIONS[architecture.activation]())
        parts.append(nn.MaxPool2d(2))
    side = 8 // 2**depth
    parts.append(nn.Flatten())
    parts.append(nn.Dropout(architecture.dropout))
    parts.append(nn.Linear(width * side * side, n_outputs))
    return nn.Sequential(*parts)


def _freeze(model: nn.Module, trainable_layers: int) -> None:
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    layers = weighted_layers(model)
    for layer in layers[len(layers) - trainable_layers :]:
        layer.requires_grad_(True)
    if trainable_layers == 0:
        layers[-1].bias.requires_grad_(True)
