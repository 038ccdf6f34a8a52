"""Everything that decides a run, and how a healthy setup is drawn."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from lab.data import CLASSIFICATION, REGRESSION, Data

LEVELS = ("basic", "medium", "full")
LEVEL_WEIGHTS = (2, 3, 5)
ADAPTIVE = ("adam", "adamw", "rmsprop")


@dataclass(frozen=True, kw_only=True, eq=False)
class Setup:
    """The first block is what the author of the run states as configuration; the second is what goes wrong unseen."""

    data: Data
    kind: str = "mlp"
    depth: int = 2
    width: int = 48
    activation: str = "relu"
    normalization: str = "none"
    dropout: float = 0.0
    optimizer: str = "adam"
    learning_rate: float = 0.003
    momentum: float = 0.0
    batch_size: int = 32
    epochs: int = 20
    weight_decay: float = 0.0
    schedule: str = "constant"
    warmup_steps: int = 0
    gradient_clip: float | None = None
    label_smoothing: float = 0.0
    class_weights: bool = False
    precision: str = "fp32"
    level: str = "full"
    state_shuffle: bool = False

    shuffle: bool = True
    zero_grad: bool = True
    eval_mode: bool = True
    eval_batch: int = 1000
    double_softmax: bool = False
    unsafe_log: bool = False
    fixed_loss_scale: float = 0.0  # 0: the scale adapts and a step that overflows is skipped
    trainable_layers: int | None = None  # counted from the output; 0 leaves the output bias alone
    prepare: Callable[[nn.Module], None] | None = None  # changes the fresh weights
    glitches: tuple[tuple[int, float], ...] = ()  # (step, factor on the inputs of that batch)
    rate_spikes: tuple[tuple[int, float], ...] = ()  # (step, factor on the rate of that step)
    second: Data | None = None  # trained on in the second half
    replay: bool = False
    log_test: bool = False

    @property
    def steps_per_epoch(self) -> int:
        return -(-len(self.data.train_x) // self.batch_size)

    @property
    def steps(self) -> int:
        return self.epochs * self.steps_per_epoch


def draw(
    choose: random.Random,
    *,
    tasks: Sequence[str] = ("classification", "classification", "regression"),
    kinds: Sequence[str] = ("mlp", "mlp", "cnn", "gru"),
    makers: Sequence[Callable[[random.Random, int], Data]] = (),
    n_train: Sequence[int] = (300, 500, 800),
) -> Setup:
    """A sound setup; the random state of torch decides the numbers in the data."""
    task = choose.choice(tasks)
    families = CLASSIFICATION if task == "classification" else REGRESSION
    kind = choose.choice([kind for kind in kinds if kind in families])
    data = choose.choice(makers or families[kind])(choose, choose.choice(n_train))
    optimizer = choose.choice(["adam", "adam", "adamw", "sgd"]) if kind != "gru" else "adam"
    batch_size = choose.choice([16, 32, 50])
    return Setup(
        data=data,
        kind=kind,
        depth={"mlp": choose.choice([1, 2, 3]), "cnn": choose.choice([1, 2]), "gru": 1}[kind],
        width={"mlp": choose.choice([32, 64, 96]), "cnn": choose.choice([8, 12]), "gru": choose.choice([16, 24])}[kind],
        activation="tanh" if kind == "gru" else choose.choice(["relu", "relu", "tanh", "elu", "gelu"]),
        normalization=choose.choice(["none", "none", "batch", "layer"]) if kind == "mlp" else "none",
        optimizer=optimizer,
        learning_rate=_rate(choose, kind, optimizer),
        momentum=0.9 if optimizer == "sgd" else 0.0,
        batch_size=batch_size,
        epochs=_epochs(choose, data, batch_size),
        weight_decay=choose.choice([0.0, 1e-4]),
        schedule=choose.choice(["constant", "constant", "cosine", "linear"]),
        gradient_clip=1.0 if kind == "gru" else None,
        level=choose.choices(LEVELS, LEVEL_WEIGHTS)[0],
        state_shuffle=choose.random() < 0.4,
    )


def _rate(choose: random.Random, kind: str, optimizer: str) -> float:
    if optimizer in ADAPTIVE:
        return choose.choice([0.004, 0.008]) if kind == "gru" else choose.choice([0.0015, 0.003, 0.005])
    return choose.choice([0.02, 0.04])


def _epochs(choose: random.Random, data: Data, batch_size: int) -> int:
    """Few steps where a step is slow, many where the task is twisted."""
    steps = {"sequence-sum": 350, "sequence-place": 250, "spirals": 700, "sine": 450}.get(data.name, 350)
    return max(10, min(60, round(choose.uniform(0.8, 1.2) * steps * batch_size / len(data.train_x))))


def with_data(data: Data, **changes: torch.Tensor | int | str | None) -> Data:
    """A copy of `data` with some tensors replaced."""
    return Data(**{**vars(data), **changes})
