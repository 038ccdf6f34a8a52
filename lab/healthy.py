"""Healthy runs that look suspicious, and what a healthy run must fulfil."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor, nn

from lab import data
from lab.checks import final, final_score
from lab.data import Data
from lab.models import weighted_layers
from lab.sabotage import sort_by_class
from lab.setup import Setup, draw, with_data
from lab.train import Metrics

SCORE_MARGIN = 0.05  # below the reference
NEIGHBOURS = (1, 5, 15)
Maker = Callable[[random.Random], Setup]


def small_batch(choose: random.Random) -> Setup:
    setup = draw(choose, kinds=["mlp"], n_train=[300])
    return replace(setup, batch_size=6, epochs=12, learning_rate=0.001, optimizer="adam", schedule="cosine")


def dropout(choose: random.Random) -> Setup:
    """Training scores are below those on the validation set, for the units that are dropped in training alone."""
    return replace(draw(choose, kinds=["mlp", "cnn"]), dropout=0.3, width=64)


def restarts(choose: random.Random) -> Setup:
    return replace(draw(choose), schedule="cosine_restarts")


def irreducible_noise(choose: random.Random) -> Setup:
    """Overlapping classes or noisy targets: the loss has a high floor that no model gets below."""
    setup = draw(choose, kinds=["mlp"], makers=[data.clusters], tasks=["classification"], n_train=[1200])
    blurred = {f"{name}_x": _noisy(getattr(setup.data, f"{name}_x")) for name in ("train", "val", "test")}
    calm = replace(setup, width=32, depth=1, learning_rate=0.002, optimizer="adam", momentum=0.0, epochs=12)
    return replace(calm, data=with_data(setup.data, **blurred))


def _noisy(inputs: Tensor) -> Tensor:
    return inputs + torch.randn_like(inputs)


def label_smoothing(choose: random.Random) -> Setup:
    return replace(draw(choose, tasks=["classification"]), label_smoothing=0.1)


def mild_gap(choose: random.Random) -> Setup:
    return replace(draw(choose, kinds=["mlp"], n_train=[200]), weight_decay=1e-3, dropout=0.1)


def short_schedule(choose: random.Random) -> Setup:
    setup = draw(choose, kinds=["mlp", "cnn"])
    return replace(setup, epochs=6, schedule="linear", learning_rate=2 * setup.learning_rate)


def raw_targets(choose: random.Random) -> Setup:
    """Regression in the target's own unit: a loss of hundreds is good."""
    setup = draw(choose, tasks=["regression"], kinds=["mlp"])
    scale = choose.choice([15.0, 40.0])
    targets = {f"{name}_y": scale * getattr(setup.data, f"{name}_y") for name in ("train", "val", "test")}
    return replace(setup, data=with_data(setup.data, **targets), learning_rate=0.01, optimizer="adam", momentum=0.0,
                   weight_decay=0.0, width=96, depth=2, epochs=40)  # fmt: skip


def late_drop(choose: random.Random) -> Setup:
    """Parity: the loss waits at chance level and then falls at once."""
    setup = draw(choose, tasks=["classification"], kinds=["gru"], makers=[data.parity], n_train=[500])
    return replace(setup, learning_rate=0.01, epochs=40, batch_size=50, schedule="constant", width=24)


def fixed_order(choose: random.Random) -> Setup:
    return replace(draw(choose), shuffle=False, state_shuffle=True)


def large_start(choose: random.Random) -> Setup:
    """The output layer starts far too large; the first epoch mends it."""
    setup = draw(choose, kinds=["mlp"])

    def prepare(model: nn.Module) -> None:
        weighted_layers(model)[-1].weight.mul_(8)

    return replace(setup, prepare=prepare, level="full")


def half_precision(choose: random.Random) -> Setup:
    return replace(draw(choose, kinds=["mlp"]), precision="fp16")


def balanced_by_weights(choose: random.Random) -> Setup:
    return replace(draw(choose, kinds=["mlp"], tasks=["classification"]), class_weights=True)


def sorted_but_shuffled(choose: random.Random) -> Setup:
    return replace(sort_by_class(draw(choose, tasks=["classification"]), choose), shuffle=True)


def test_logged(choose: random.Random) -> Setup:
    return replace(draw(choose), log_test=True)


def warm_up(choose: random.Random) -> Setup:
    setup = draw(choose, kinds=["mlp", "cnn"])
    return replace(setup, warmup_steps=setup.steps // 8, schedule="cosine")


MAKERS: tuple[Maker, ...] = (
    small_batch, dropout, restarts, irreducible_noise, label_smoothing, mild_gap, short_schedule, raw_targets,
    late_drop, fixed_order, large_start, half_precision, balanced_by_weights, sorted_but_shuffled, test_logged, warm_up,
)  # fmt: skip


def reference_score(data: Data) -> float:
    """The best of a few nearest-neighbour rules on the same split."""
    distances = torch.cdist(data.val_x.flatten(1), data.train_x.flatten(1))
    return max(_neighbour_score(data, distances, count) for count in NEIGHBOURS)


def _neighbour_score(data: Data, distances: Tensor, count: int) -> float:
    targets = data.train_y[distances.topk(count, largest=False).indices]
    if data.n_classes:
        return (targets.mode(1).values == data.val_y).float().mean().item()
    return (1 - (targets.mean(1) - data.val_y).square().mean() / data.val_y.var(correction=0)).item()


def why_not_healthy(metrics: Metrics, data: Data) -> str | None:
    """None for a run that comes near the reference, has settled and does not overfit."""
    losses, score = metrics["val_loss"], final_score(metrics)
    reference = reference_score(data)
    if not score >= reference - SCORE_MARGIN or score < 0.5:
        return f"score {score:.3f} below the reference {reference:.3f}"
    if final(metrics, "val_loss") > 1.2 * min(losses) + 0.02:
        return "validation loss has turned up"
    before = losses[-max(3, len(losses) // 5)]
    if before - losses[-1] > 0.15 * (losses[0] - losses[-1]):
        return "still falling"
    return None
