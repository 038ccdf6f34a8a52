"""Draw a sound setup. PyTorch's random state decides the numbers in the data."""

from __future__ import annotations

import random
from dataclasses import dataclass

from lab.train.data import Data
from lab.train.datasets import CLASSIFICATION, REGRESSION, Maker
from lab.train.setup import Architecture, Logging, Optimization, Setup

LEVELS = ("basic", "medium", "full")
LEVEL_WEIGHTS = (2, 3, 5)
ADAPTIVE = ("adam", "adamw", "rmsprop")
SCHEDULES = ("constant", "constant", "cosine", "linear")
MOMENTUM = {"sgd": 0.9}
GRADIENT_CLIP = {"gru": 1.0}  # by the kind of model

# Steps of a whole run, by the name of the data set.
STEPS = {
    "sequence-sum": 350,
    "sequence-place": 250,
    "spirals": 700,
    "sine": 450,
}
OTHER_STEPS = 350


@dataclass(frozen=True, kw_only=True)
class Pool:
    """List the values that a setup is drawn from. A value listed twice is drawn twice as often."""

    tasks: tuple[str, ...] = ("classification", "classification", "regression")
    kinds: tuple[str, ...] = ("mlp", "mlp", "cnn", "gru")
    makers: tuple[Maker, ...] = ()  # empty: those that suit the task and the kind of model
    n_train: tuple[int, ...] = (300, 500, 800)


ANYTHING = Pool()


def draw(choose: random.Random, pool: Pool = ANYTHING) -> Setup:
    """Return a sound setup. Raises IndexError where no kind of model has data for the task."""
    families = REGRESSION
    if choose.choice(pool.tasks) == "classification":
        families = CLASSIFICATION
    kinds = [kind for kind in pool.kinds if kind in families]
    kind = choose.choice(kinds)
    makers = pool.makers or families[kind]
    maker = choose.choice(makers)
    n_train = choose.choice(pool.n_train)
    data = maker(choose, n_train)

    # The order of the draws decides which run a seed gives: keep it.
    optimizer = _optimizer(choose, kind)
    batch_size = choose.choice([16, 32, 50])
    architecture = _architecture(choose, kind)
    optimization = Optimization(
        optimizer=optimizer,
        learning_rate=_rate(choose, kind, optimizer),
        momentum=MOMENTUM.get(optimizer, 0.0),
        batch_size=batch_size,
        epochs=_epochs(choose, data, batch_size),
        weight_decay=choose.choice([0.0, 1e-4]),
        schedule=choose.choice(SCHEDULES),
        gradient_clip=GRADIENT_CLIP.get(kind),
    )
    return Setup(
        data=data,
        architecture=architecture,
        optimization=optimization,
        logging=_logging(choose),
    )


def _optimizer(choose: random.Random, kind: str) -> str:
    """Return Adam for recurrent models without a draw."""
    if kind == "gru":
        return "adam"
    return choose.choice(["adam", "adam", "adamw", "sgd"])


def _architecture(choose: random.Random, kind: str) -> Architecture:
    """Draw depth and width of every kind, then use those of this one."""
    depths = {
        "mlp": choose.choice([1, 2, 3]),
        "cnn": choose.choice([1, 2]),
        "gru": 1,
    }
    widths = {
        "mlp": choose.choice([32, 64, 96]),
        "cnn": choose.choice([8, 12]),
        "gru": choose.choice([16, 24]),
    }
    activation = "tanh"
    if kind != "gru":
        activation = choose.choice(["relu", "relu", "tanh", "elu", "gelu"])
    normalization = "none"
    if kind == "mlp":
        normalization = choose.choice(["none", "none", "batch", "layer"])
    return Architecture(
        kind=kind,
        depth=depths[kind],
        width=widths[kind],
        activation=activation,
        normalization=normalization,
    )


def _logging(choose: random.Random) -> Logging:
    levels = choose.choices(LEVELS, LEVEL_WEIGHTS)
    states_shuffle = choose.random() < 0.4
    return Logging(level=levels[0], state_shuffle=states_shuffle)


def _rate(choose: random.Random, kind: str, optimizer: str) -> float:
    """Draw a learning rate that suits the optimizer and the kind of model."""
    if optimizer not in ADAPTIVE:
        return choose.choice([0.02, 0.04])
    if kind == "gru":
        return choose.choice([0.004, 0.008])
    return choose.choice([0.0015, 0.003, 0.005])


def _epochs(choose: random.Random, data: Data, batch_size: int) -> int:
    """Return 10 to 60 epochs.

    Take few steps where a step is slow, many where the classes are entwined.
    """
    steps = STEPS.get(data.name, OTHER_STEPS)
    factor = choose.uniform(0.8, 1.2)
    rows = factor * steps * batch_size
    epochs = round(rows / len(data.train_x))
    return max(10, min(60, epochs))
