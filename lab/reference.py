"""Judge whether a run is healthy, by the score of nearest neighbors on the same data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lab.curves import Metrics, final, final_score
from lab.train.data import Data
from lab.train.lazy import torch

if TYPE_CHECKING:
    from torch import Tensor

SCORE_MARGIN = 0.05  # below the reference
LEAST_SCORE = 0.5
NEIGHBORS = (1, 5, 15)


def reference_score(data: Data) -> float:
    """Return the best of a few nearest-neighbor rules on the same split."""
    rows = data.val_x.flatten(1)
    train_rows = data.train_x.flatten(1)
    distances = torch.cdist(rows, train_rows)
    scores = []
    for count in NEIGHBORS:
        score = _neighbor_score(data, distances, count)
        scores.append(score)
    return max(scores)


def _neighbor_score(
    data: Data,
    distances: Tensor,
    count: int,
) -> float:
    """Return accuracy or R2 of the `count` nearest training rows.

    distances: (validation rows, training rows).
    """
    nearest = distances.topk(count, largest=False)
    targets = data.train_y[nearest.indices]
    if data.n_classes:
        predicted = targets.mode(1).values
        hits = predicted == data.val_y
        accuracy = hits.float().mean()
        return float(accuracy.item())

    errors = targets.mean(1) - data.val_y
    squared_error = errors.square().mean()
    variance = data.val_y.var(correction=0)
    r2 = 1 - squared_error / variance
    return float(r2.item())


def why_not_healthy(metrics: Metrics, data: Data) -> str | None:
    """Return the reason why a run is not healthy.

    Return None for a run that comes near the reference, has settled and does not overfit.
    """
    score = final_score(metrics)
    reference = reference_score(data)
    least = max(reference - SCORE_MARGIN, LEAST_SCORE)
    if not score >= least:  # NaN is no score
        return f"score {score:.3f} below the reference {reference:.3f}"
    if _has_turned_up(metrics):
        return "validation loss has turned up"
    if _is_falling(metrics["val_loss"]):
        return "still falling"
    return None


def _has_turned_up(metrics: Metrics) -> bool:
    """Return whether the validation loss ends clearly above its minimum."""
    losses: Sequence[float] = metrics["val_loss"]
    last = final(metrics, "val_loss")
    return last > 1.2 * min(losses) + 0.02


def _is_falling(losses: Sequence[float]) -> bool:
    """Return whether more than 0.15 of the whole fall came in the last fifth of the run."""
    epochs = max(3, len(losses) // 5)
    last = losses[-1]
    recent_fall = losses[-epochs] - last
    whole_fall = losses[0] - last
    return recent_fall > 0.15 * whole_fall
