"""Whether a log begins with the run, or is an excerpt from its middle."""

from __future__ import annotations

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import median, steps_between
from engine.observe.measures.stated import number
from engine.run import Case, Series

FIRST_FEW = 3.0  # distances between points that may lie before the first one
BEGINNING = 0.05  # share of the run that still counts as its start
LENGTHS = {"step": ("steps",), "epoch": ("epochs",)}  # settings that give the length of an axis
PROGRESS = ("train_", "val_", "grad_norm", "reward", "d_loss", "g_loss", "recon_loss", "lr")


@once_per_case
def observed_from(case: Case) -> float:
    """Return the share of the run, 0 to 1, that had passed when the first point was recorded.

    0 where a curve begins with the run, and where no axis counts the run's steps or epochs. The
    length of the run is the stated one, else that of the log, so the share is then an upper bound.
    """
    counting = filter(_counts, case.series.values())
    shares = [_share_before(case, series) for series in counting]
    return min(shares, default=0.0)


def begins_late(case: Case) -> bool:
    """Return whether the first recorded point lies after the start of the run.

    What happens from the start on cannot be seen in such a log.
    """
    return observed_from(case) > BEGINNING


def _counts(series: Series) -> bool:
    return (
        series.name.startswith(PROGRESS)
        and series.x_name in LENGTHS
        and len(np.unique(series.x)) > 1
    )


def _share_before(case: Case, series: Series) -> float:
    """Return the share of the run before the first point; 0 within the first few points."""
    first = float(series.x[0])
    last = float(series.x.max())  # not that of the last point: steps may begin anew
    distance = median(np.abs(steps_between(series.x)))
    if not first > FIRST_FEW * distance:
        return 0.0
    settings = LENGTHS[series.x_name]
    stated = number(case, *settings) or 0.0
    length = max(stated, last)
    return min(first / length, 1.0)
