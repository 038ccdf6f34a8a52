"""Choose the quantity and the runs of one picture: those whose courses lie farthest apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from content.recordings import read_recording
from dictionary.figures.curves import BY_LAYER
from engine.run import Case, Floats

MOST_RUNS = 5
FEWEST_RUNS = 2
SHORTEST = 3  # points: fewer are no course
PLACES = np.linspace(0.0, 1.0, 41)  # shares of the run at which courses are compared
# Of the first value: ratios beyond these count as this far away.
NEARLY_ZERO = 1e-9
NEARLY_ENDLESS = 1e9
FARTHEST = 3.0  # powers of ten: two courses that are farther apart do not differ more


@dataclass(frozen=True, slots=True)
class Quantity:
    """`by_layer`: the last value of each layer, from input to output, instead of a course."""

    name: str
    label: str
    by_layer: bool = False


QUANTITIES = (
    Quantity("train_loss", "training loss"),
    Quantity("val_loss", "validation loss"),
    Quantity(BY_LAYER, "gradient norm at the end of the run", by_layer=True),
)


@dataclass(frozen=True, slots=True)
class Recording:
    """What the failing program of an entry printed."""

    term: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """x: share of the run, or of the layers, 0 to 1. y: the values as recorded, some not finite."""

    term: str
    url: str
    x: Floats
    y: Floats

    @property
    def ratios(self) -> Floats:
        """The values as multiples of the first one: runs of different tasks start apart."""
        first = float(self.y[0])
        multiples: Floats = self.y / first
        return multiples


@dataclass(frozen=True, slots=True)
class Overlay:
    """`recorded`: how many of the runs have the quantity, of which at most MOST_RUNS are shown."""

    quantity: Quantity
    runs: Sequence[Run]
    recorded: int


def overlay_of(recordings: Sequence[Recording]) -> Overlay | None:
    """Return the quantity in which the runs differ most; None where fewer than two have one."""
    best: Overlay | None = None
    most = 0.0
    for quantity in QUANTITIES:
        runs = runs_with(quantity, recordings)
        half = len(recordings) / 2
        if len(runs) < max(FEWEST_RUNS, half):
            continue
        distances = distances_of(runs)
        spread = float(distances.mean())
        if best is None or spread > most:
            most = spread
            chosen = farthest_apart(distances)
            shown = [runs[index] for index in chosen]
            best = Overlay(
                quantity,
                shown,
                recorded=len(runs),
            )
    return best


def runs_with(
    quantity: Quantity,
    recordings: Sequence[Recording],
) -> list[Run]:
    runs = []
    for recording in recordings:
        case = read_recording(recording.text)
        x, y = course_of(case, quantity)
        if not has_ratios(y):
            continue
        start = x[0]
        length = x[-1] - start
        run = Run(
            recording.term,
            recording.url,
            x=(x - start) / length,
            y=y,
        )
        runs.append(run)
    return runs


def has_ratios(y: Floats) -> bool:
    """Say whether values are enough for a course, and can be told as multiples of the first."""
    if len(y) < SHORTEST:
        return False
    first = float(y[0])
    return np.isfinite(first).item() and first > 0


def course_of(case: Case, quantity: Quantity) -> tuple[Floats, Floats]:
    """Return x and y of a quantity; of layers from the output on, so that it comes first."""
    if quantity.by_layer:
        layers = case.layers.get(quantity.name, ())
        last = [layer.y[-1] for layer in reversed(layers)]
        places = np.arange(len(last), dtype=float)
        values = np.array(last, dtype=float)
        return places, values
    series = case.series.get(quantity.name)
    if series is None or not series.is_in_order:
        nothing = np.array([])
        return nothing, nothing
    return series.x, series.y


def distances_of(runs: Sequence[Run]) -> Floats:
    """Return how far each pair of courses lies apart: powers of ten, on average over the run."""
    courses = [powers_of(run) for run in runs]
    count = len(courses)
    distances = np.zeros((count, count))
    for first, second in combinations(range(count), 2):
        difference = courses[first] - courses[second]
        apart = np.minimum(np.abs(difference), FARTHEST)
        distance = apart.mean()
        distances[first, second] = distance
        distances[second, first] = distance
    return distances


def powers_of(run: Run) -> Floats:
    """Return the logarithm of the ratios at PLACES. What is no number is far above all."""
    ratios = np.nan_to_num(
        run.ratios,
        nan=NEARLY_ENDLESS,
        posinf=NEARLY_ENDLESS,
    )
    bounded = np.clip(ratios, NEARLY_ZERO, NEARLY_ENDLESS)
    heights = np.log10(bounded)
    powers: Floats = np.interp(PLACES, run.x, heights)
    return powers


def farthest_apart(distances: Floats) -> list[int]:
    """Choose runs one by one, each the farthest from those before it; return them in order."""
    totals = distances.sum(axis=1)
    chosen = [int(totals.argmax())]
    wanted = min(MOST_RUNS, len(distances))
    while len(chosen) < wanted:
        nearest = distances[chosen].min(axis=0)
        nearest[chosen] = -1.0
        farthest = int(nearest.argmax())
        chosen.append(farthest)
    return sorted(chosen)
