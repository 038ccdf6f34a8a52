"""Make healthy runs that look suspicious."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lab.train import datasets
from lab.train.data import SPLITS
from lab.train.draw import Pool, draw
from lab.train.layers import weighted_layers
from lab.train.lazy import torch
from lab.train.sabotage.change import with_inputs, with_tensors
from lab.train.sabotage.labels import sort_by_class
from lab.train.setup import Setup, changed

if TYPE_CHECKING:
    from torch import Tensor, nn

Maker = Callable[[random.Random], Setup]

MLP = Pool(kinds=("mlp",))
MLP_OR_CNN = Pool(kinds=("mlp", "cnn"))
CLASSES = Pool(tasks=("classification",))
ADAM: dict[str, Any] = {"optimizer": "adam", "momentum": 0.0}


def small_batch(choose: random.Random) -> Setup:
    setup = draw(choose, Pool(kinds=("mlp",), n_train=(300,)))
    return changed(
        setup,
        batch_size=6,
        epochs=12,
        learning_rate=0.001,
        optimizer="adam",
        schedule="cosine",
    )


def dropout(choose: random.Random) -> Setup:
    """Drop units in training alone, so that training scores are below validation scores."""
    return changed(draw(choose, MLP_OR_CNN), dropout=0.3, width=64)


def restarts(choose: random.Random) -> Setup:
    """Raise the learning rate again twice, and the loss with it."""
    return changed(draw(choose), schedule="cosine_restarts")


def irreducible_noise(choose: random.Random) -> Setup:
    """Let the classes overlap: the loss has a high floor that no model gets below."""
    pool = Pool(
        kinds=("mlp",),
        makers=(datasets.clusters,),
        tasks=("classification",),
        n_train=(1200,),
    )
    setup = draw(choose, pool)
    calm = changed(setup, width=32, depth=1, learning_rate=0.002, epochs=12, **ADAM)
    return with_inputs(calm, _noisy, SPLITS)


def _noisy(inputs: Tensor) -> Tensor:
    return inputs + torch.randn_like(inputs)


def label_smoothing(choose: random.Random) -> Setup:
    return changed(draw(choose, CLASSES), label_smoothing=0.1)


def mild_gap(choose: random.Random) -> Setup:
    setup = draw(choose, Pool(kinds=("mlp",), n_train=(200,)))
    return changed(setup, weight_decay=1e-3, dropout=0.1)


def short_schedule(choose: random.Random) -> Setup:
    setup = draw(choose, MLP_OR_CNN)
    rate = 2 * setup.optimization.learning_rate
    return changed(setup, epochs=6, schedule="linear", learning_rate=rate)


def raw_targets(choose: random.Random) -> Setup:
    """Predict a value in its own unit, where a loss of hundreds is good."""
    setup = draw(choose, Pool(tasks=("regression",), kinds=("mlp",)))
    scale = choose.choice([15.0, 40.0])
    raw = {f"{name}_y": scale * setup.data.targets(name) for name in SPLITS}
    return changed(
        with_tensors(setup, **raw),
        learning_rate=0.01,
        weight_decay=0.0,
        width=96,
        depth=2,
        epochs=40,
        **ADAM,
    )


def late_drop(choose: random.Random) -> Setup:
    """Learn parity: the loss waits at chance level and then falls at once."""
    pool = Pool(
        tasks=("classification",),
        kinds=("gru",),
        makers=(datasets.parity,),
        n_train=(500,),
    )
    return changed(
        draw(choose, pool),
        learning_rate=0.01,
        epochs=40,
        batch_size=50,
        schedule="constant",
        width=24,
    )


def fixed_order(choose: random.Random) -> Setup:
    """Do not shuffle rows that are in random order anyway."""
    return changed(draw(choose), shuffle=False, state_shuffle=True)


def large_start(choose: random.Random) -> Setup:
    """Start with an output layer far too large; the first epoch repairs it."""
    setup = draw(choose, MLP)

    def prepare(model: nn.Module) -> None:
        weighted_layers(model)[-1].weight.mul_(8)

    return changed(setup, prepare=prepare, level="full")


def half_precision(choose: random.Random) -> Setup:
    return changed(draw(choose, MLP), precision="fp16")


def balanced_by_weights(choose: random.Random) -> Setup:
    setup = draw(choose, Pool(kinds=("mlp",), tasks=("classification",)))
    return changed(setup, class_weights=True)


def sorted_but_shuffled(choose: random.Random) -> Setup:
    """Store the rows by class, and shuffle them."""
    setup = sort_by_class(draw(choose, CLASSES), choose)
    return changed(setup, shuffle=True)


def test_logged(choose: random.Random) -> Setup:
    return changed(draw(choose), log_test=True)


def warm_up(choose: random.Random) -> Setup:
    setup = draw(choose, MLP_OR_CNN)
    return changed(setup, warmup_steps=setup.steps // 8, schedule="cosine")


MAKERS: tuple[Maker, ...] = (
    small_batch,
    dropout,
    restarts,
    irreducible_noise,
    label_smoothing,
    mild_gap,
    short_schedule,
    raw_targets,
    late_drop,
    fixed_order,
    large_start,
    half_precision,
    balanced_by_weights,
    sorted_but_shuffled,
    test_logged,
    warm_up,
)


def setup_name(maker: Maker) -> str:
    """Return the name that a plan has for the maker, such as small-batch."""
    return maker.__name__.replace("_", "-")


MAKER_OF: dict[str, Maker] = {setup_name(maker): maker for maker in MAKERS}
