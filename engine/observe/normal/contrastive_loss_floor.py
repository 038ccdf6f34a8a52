"""A self-supervised loss stays high while a probe or the nearest neighbors get better."""

from __future__ import annotations

import math

from engine.observe.measures.run import train_loss
from engine.observe.measures.series import curve, final_level
from engine.observe.measures.stated import number
from engine.observe.normal.about import named, states
from engine.observe.normal.movement import Movement, movement_of
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.samples import feature_progress
from engine.run import Case

FALL = 0.5  # of the first loss: one that ends below it does not stay high
BELOW = 0.1  # nats below the loss of a collapsed model
LEAST_SPREAD = 0.1  # of 1 / sqrt(d), the spread of features that fill the space
UNKNOWN_SPREAD = 0.01  # the same where the dimension is not known
KINDS = (
    "contrastive",
    "info_nce",
    "infonce",
    "nt_xent",
    "ntxent",
    "simclr",
    "moco",
    "clip",
    "byol",
    "simsiam",
    "self_supervised",
)

PAGE = Page(
    "contrastive-loss-floor",
    Boundary(
        "The neighbors' score rises, and the loss is at least 0.1 below the log of the number of "
        "candidates.",
        "embedding-collapse",
    ),
)
SPREAD = Boundary(
    "The standard deviation of the features stays above a tenth of that of even features.",
    "representation-collapse",
)


def read(case: Case) -> NormalPattern:
    loss = train_loss(case)
    moved = movement_of(loss) if loss is not None and states(case, *KINDS) else None
    if moved is None:
        return PAGE.not_measured("No loss of self-supervised training is recorded.")
    text = f"{moved.text}."
    if moved.times < FALL:
        return PAGE.not_shown(f"{text} It falls to less than half.")
    spread = _lost_spread(case)
    if spread:
        return PAGE.broken(f"{text} {spread}", moved.series, SPREAD)
    return _by_score(case, moved, text)


def _by_score(case: Case, moved: Movement, text: str) -> NormalPattern:
    collapsed = _collapsed_loss(case)
    if collapsed is not None:
        text = f"{text} Equal features would cost {collapsed:.3g}."
    score = feature_progress(case)
    if score is None:
        return PAGE.not_measured(f"{text} No probe of the features is logged.", moved.series)
    text = f"{text} {score.moved.text}."
    is_below = collapsed is None or moved.last < collapsed - BELOW
    if score.improves and is_below:
        return PAGE.holds(text, moved.series)
    if score.moved.falls and not is_below:
        return PAGE.broken(text, moved.series)
    return PAGE.not_measured(text, moved.series)


def _collapsed_loss(case: Case) -> float | None:
    """Return the log of the number of candidates, as logged or from the batch; None without.

    MoCo takes its candidates from a queue, and BYOL and SimSiam have none.
    """
    for series in named(case, "log_candidates"):
        if len(series.finite):
            return float(series.finite[-1])
    pairs = number(case, "effective_batch_size", "batch_size") or 0.0
    if pairs < 2 or states(case, "moco", "byol", "simsiam"):
        return None
    if states(case, "clip"):
        return math.log(pairs)
    return math.log(2 * pairs - 1)


def _lost_spread(case: Case) -> str:
    """Return a sentence where the features lose their spread; else nothing."""
    spread = curve(case, "feature_std") or curve(case, "embedding_std")
    if spread is None:
        return ""
    width = number(case, "feature_dim", "latent_dim", "embedding_dim") or 0.0
    least = LEAST_SPREAD / math.sqrt(width) if width >= 1 else UNKNOWN_SPREAD
    end = final_level(spread.y)
    if end >= least:
        return ""
    return f"{spread.name} ends at {end:.3g}, below {least:.3g}."
