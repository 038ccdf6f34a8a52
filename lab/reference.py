"""What a healthy run must achieve: the score of nearest neighbors on the same data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lab.effects import Metrics, final, final_score
from lab.train.data import Data
from lab.train.lazy import torch

if TYPE_CHECKING:
    from torch import Tensor

SCORE_MARGIN = 0.05  # below the reference
LEAST_SCORE = 0.5
NEIGHBORS = (1, 5, 15)


def reference_score(data: Data) -> float:
    """Return the best of a few nearest-neighbor rules on the same split."""
    distances = torch.cdist(data.val_x.flatten(1), data.train_x.flatten(1))
    return max(_neighbor_score(data, distances, count) for count in NEIGHBORS)


def _neighbor_score(data: Data, distances: Tensor, count: int) -> float:
    nearest = distances.topk(count, largest=False).indices
    targets = data.train_y[nearest]
    if data.n_classes:
        hits = targets.mode(1).values == data.val_y
        return float(hits.float().mean().item())
    squared_error = (targets.mean(1) - data.val_y).square().mean()
    return float((1 - squared_error / data.val_y.var(correction=0)).item())


def why_not_healthy(metrics: Metrics, data: Data) -> str | None:
    """Return None for a run that comes near the reference, has settled and does not overfit."""
    losses = metrics["val_loss"]
    score = final_score(metrics)
    reference = reference_score(data)
    if not score >= reference - SCORE_MARGIN or score < LEAST_SCORE:
        return f"score {score:.3f} below the reference {reference:.3f}"
    if final(metrics, "val_loss") > 1.2 * min(losses) + 0.02:
        return "validation loss has turned up"
    before = losses[-max(3, len(losses) // 5)]
    if before - losses[-1] > 0.15 * (losses[0] - losses[-1]):
        return "still falling"
    return None
