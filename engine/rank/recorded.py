"""Blend judged rates with what was counted on recorded runs.

Both are worth a number of runs. Recorded runs are small and clean, so a count may lower the rate of
a symptom among healthy runs only by a third.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.knowledge import Recorded
from engine.run import Floats

# Judgment, checked on the development runs: in how many runs a judged rate was seen, so to say.
JUDGED_BACKGROUND = 40.0
JUDGED_FREQUENCY = 30.0
LEAST_SHARE = 2 / 3  # of the judged background, which stays whatever was counted
MOST = 0.95


def blended_background(
    judged: float,
    counted: Recorded | None,
) -> float:
    """Return how often healthy runs show a symptom, from 0 to 1."""
    if counted is None:
        return judged
    blended = _blended(
        judged,
        JUDGED_BACKGROUND,
        counted.healthy,
        counted.healthy_seen,
    )
    return min(MOST, max(LEAST_SHARE * judged, blended))


def blended_frequency(
    judged: float,
    counted: Recorded | None,
) -> float:
    """Return how often runs of an entry show a symptom, from 0 to 1.

    The runs of all entries that list the symptom are counted together, since each has but one.
    """
    if counted is None:
        return judged
    return _blended(
        judged,
        JUDGED_FREQUENCY,
        counted.failing,
        counted.failing_seen,
    )


def backgrounds(
    judged: Mapping[str, float],
    recorded: Mapping[str, Recorded],
) -> Floats:
    """Return the blended background of each symptom, shape (symptoms,)."""
    blended = [blended_background(rate, recorded.get(slug)) for slug, rate in judged.items()]
    return np.array(blended, dtype=np.float64)


def _blended(
    judged: float,
    worth: float,
    measured: int,
    seen: int,
) -> float:
    return (worth * judged + seen) / (worth + measured)
