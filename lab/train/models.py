"""Build the three model families of plain layers, so that every layer and unit can be measured."""

from __future__ import annotations

from itertools import pairwise

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
NORMALIZATIONS = {
    "batch": nn.BatchNorm1d,
    "layer": nn.LayerNorm,
}
SIDE = 8  # of a picture, in pixels


class Recurrent(nn.Module):
    """Stack GRU layers over (rows, length, features); the output layer reads the last step."""

    def __init__(
        self,
        architecture: Architecture,
        n_features: int,
        n_outputs: int,
    ) -> None:
        super().__init__()
        sizes = _sizes(architecture, n_features)
        layers = []
        for size, width in pairwise(sizes):
            layer = nn.GRU(size, width, batch_first=True)
            layers.append(layer)
        self.layers = nn.ModuleList(layers)
        self.drop = nn.Dropout(architecture.dropout)
        self.output = nn.Linear(architecture.width, n_outputs)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (rows, n_outputs)."""
        for layer in self.layers:
            inputs, _ = layer(inputs)
        last_step = inputs[:, -1]
        return self.output(self.drop(last_step))


def build(setup: Setup) -> nn.Module:
    """Return a model whose outputs have the shape (rows, n_classes), or (rows, 1).

    Raises KeyError for an unknown activation.
    """
    model = _family(setup)
    defects = setup.defects
    if defects.prepare:
        with torch.no_grad():
            defects.prepare(model)
    if defects.trainable_layers is not None:
        _freeze(model, defects.trainable_layers)
    return model


def _family(setup: Setup) -> nn.Module:
    architecture = setup.architecture
    shape = setup.data.train_x.shape
    n_outputs = setup.data.n_classes or 1
    if architecture.kind == "gru":
        n_features = shape[-1]
        return Recurrent(architecture, n_features, n_outputs)
    if architecture.kind == "cnn":
        return _convolutional(architecture, n_outputs)
    n_inputs = shape[1:].numel()
    return _dense(architecture, n_inputs, n_outputs)


def _sizes(architecture: Architecture, n_inputs: int) -> list[int]:
    """Return the sizes between the hidden layers: the inputs, then each layer's width."""
    widths = [architecture.width] * architecture.depth
    return [n_inputs, *widths]


def _dense(
    architecture: Architecture,
    n_inputs: int,
    n_outputs: int,
) -> nn.Module:
    """Flatten the inputs and stack linear layers; without hidden layers the model is linear."""
    sizes = _sizes(architecture, n_inputs)
    parts: list[nn.Module] = [nn.Flatten()]
    for size, width in pairwise(sizes):
        parts.append(nn.Linear(size, width))
        normalization = NORMALIZATIONS.get(architecture.normalization)
        if normalization is not None:
            parts.append(normalization(width))
        parts += [
            _activation(architecture),
            nn.Dropout(architecture.dropout),
        ]
    last_size = sizes[-1]
    output = nn.Linear(last_size, n_outputs)
    return nn.Sequential(*parts, output)


def _convolutional(architecture: Architecture, n_outputs: int) -> nn.Module:
    """Stack convolutions of pictures, (rows, 1, SIDE, SIDE).

    Each layer halves the side of the picture, so there is room for three.
    """
    channels = _sizes(architecture, 1)
    parts: list[nn.Module] = []
    for size, width in pairwise(channels):
        parts.append(nn.Conv2d(size, width, 3, padding=1))
        if architecture.normalization == "batch":
            parts.append(nn.BatchNorm2d(width))
        parts += [
            _activation(architecture),
            nn.MaxPool2d(2),
        ]
    side = SIDE // 2**architecture.depth
    places = side * side
    return nn.Sequential(
        *parts,
        nn.Flatten(),
        nn.Dropout(architecture.dropout),
        nn.Linear(architecture.width * places, n_outputs),
    )


def _activation(architecture: Architecture) -> nn.Module:
    """Return a new activation: a layer of its own each time, so that each can be measured."""
    kind = ACTIVATIONS[architecture.activation]
    return kind()


def _freeze(model: nn.Module, trainable_layers: int) -> None:
    """Let the last layers train, or the output's bias alone where their number is 0."""
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    layers = weighted_layers(model)
    first = len(layers) - trainable_layers
    for layer in layers[first:]:
        layer.requires_grad_(True)
    if trainable_layers == 0:
        output = layers[-1]
        output.bias.requires_grad_(True)
