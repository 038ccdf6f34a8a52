"""Averages of one metric on the same predictions differ, and the logged value is one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.measures.series import paired
from engine.observe.normal.about import has_word
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Floats, Series

CLOSE = 1e-3  # values of the metric that agree
METRICS = ("f1", "accuracy", "precision", "recall", "auc", "iou", "miou", "dice", "bleu", "ap")
AVERAGES = (
    "macro",
    "micro",
    "weighted",
    "samples",
    "mean_of_batches",
    "batches",
    "per_image",
    "per_class",
)

PAGE = Page(
    "metric-averaging-difference",
    Boundary(
        "The logged value comes out to 1e-3 under one of the averages of the same predictions.",
        "metric-implementation-bug",
    ),
)


@dataclass(frozen=True, slots=True)
class Logged:
    """A score with a plain name, and its distance from each named average at its points."""

    series: Series
    distances: dict[str, Floats]

    @property
    def nearest(self) -> float:
        """The largest distance over the run from the average that is nearest throughout."""
        return min(float(each.max()) for each in self.distances.values())

    @property
    def widest(self) -> float:
        return max(float(each[-1]) for each in self.distances.values())


def read(case: Case) -> NormalPattern:
    logged = _logged(case)
    if logged is None:
        return PAGE.not_measured("A score and two named averages of it are not recorded.")
    names = ", ".join(logged.distances)
    text = (
        f"{logged.series.name} is at most "
        f"{logged.nearest:.2g} from one of "
        f"{names}, and "
        f"{logged.widest:.3f} from the farthest at the end."
    )
    if logged.nearest > CLOSE:
        return PAGE.broken(text, logged.series)
    if logged.widest <= CLOSE:
        return PAGE.not_shown(text)
    return PAGE.holds(text, logged.series)


def _logged(case: Case) -> Logged | None:
    averages = _averages(case)
    for metric in METRICS:
        series = case.series.get(f"val_{metric}")
        if series is None or len(series.finite) < LEAST_POINTS:
            continue
        distances = {}
        for own_name, name in averages.items():
            pair = paired(
                case,
                series.name,
                name,
            )
            if has_word(own_name, (metric,)) and name != series.name and pair is not None:
                distances[own_name] = np.abs(pair[0] - pair[1])
        if len(distances) > 1:
            return Logged(series, distances)
    return None


def _averages(case: Case) -> dict[str, str]:
    """Return the curves whose own name says an average: own name -> canonical name."""
    curves = [curve for each in case.read_as for curve in each.curves]
    own_names = {curve.own_name: curve.name for curve in curves}
    named = own_names or {name: name for name in case.series}
    return {own: name for own, name in named.items() if has_word(own, AVERAGES)}
