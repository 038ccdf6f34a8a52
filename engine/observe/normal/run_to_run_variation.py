"""Repeated runs end some tenths of a point apart."""

from __future__ import annotations

import re

import numpy as np

from engine.observe.measures.series import finite_part
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Series

POINTS = 0.02  # within one or two points, of an accuracy
FAILS = 0.05  # below the others: one run ends several points lower
LEAST_RUNS = 3
_SEED = re.compile(r"(?:^|_)(?:by_)?(?:seed|seeds|run|repeat)_?\d{0,9}(?:_|$)")
_SCORE = re.compile(r"(?:accuracy|acc|f1|auc|r2)(?:_|$)")

PAGE = Page(
    "run-to-run-variation",
    Boundary(
        "All repeats end within two points of the score.",
        "seed-sensitivity",
    ),
)
SPREAD = Boundary(
    "The spread is small enough to choose between the settings that matter.",
    "high-variance",
)
EQUAL = Boundary("Runs that should differ do not agree to the last digit.", "ignored-setting")


def read(case: Case) -> NormalPattern:
    runs = _runs(case)
    if len(runs) < LEAST_RUNS:
        return PAGE.not_measured("Scores of three repeats are not recorded.")
    ends = np.sort([float(np.mean(run.y[-2:])) for run in runs])
    lowest, middle, highest = ends[0], float(np.median(ends)), ends[-1]
    text = (
        f"{len(runs)} repeats end between "
        f"{lowest:.3f} and "
        f"{highest:.3f}, with a standard "
        f"deviation of {ends.std(ddof=1):.4f}."
    )
    if lowest == highest:
        return PAGE.broken(
            text,
            runs[0],
            EQUAL,
        )
    if middle - lowest > FAILS:
        return PAGE.broken(text, runs[0])
    if highest - lowest <= POINTS:
        return PAGE.holds(text, runs[0])
    return PAGE.broken(
        text,
        runs[0],
        SPREAD,
    )


def _runs(case: Case) -> list[Series]:
    """Return the scores of the repeats with five finite points each."""
    stacks = [
        series
        for name, stack in case.layers.items()
        for series in stack
        if _SEED.search(name) and _SCORE.search(name)
    ]
    single = [
        series for name, series in case.series.items() if _SEED.search(name) and _SCORE.search(name)
    ]
    finite = [finite_part(series) for series in stacks or single]
    return [series for series in finite if len(series) >= LEAST_POINTS]
