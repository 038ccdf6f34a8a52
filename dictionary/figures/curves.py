"""Choose the curves of a recorded run in which its entry shows itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charts.records import Curve, Labels, Role
from engine.run import Case, Floats, Series

LABELS = Labels()
SHORTEST = 2  # fewer points are no curve
# The shapes that show in something else than the loss.
SHOWN_IN_SCORES = frozenset(
    {
        "test-leaves-validation",
        "old-task-drops",
        "majority-share",
        "drifts-apart",
        "too-good",
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Curves of one figure, with the labels of its axes. No curves: there is nothing to show."""

    curves: tuple[Curve, ...] = ()
    labels: Labels = LABELS


# Return the series under a name, or one computed for it; None where it was not recorded.
Source = Callable[[Case, str], Series | None]


def recorded(case: Case, name: str) -> Series | None:
    return case.series.get(name)


def lowest_recall(case: Case, name: str) -> Series | None:
    """Return the lowest recall of the classes at each point.

    The recalls of the classes come without x, so they take that of a series of their length.
    """
    recalls = case.classes.get("per_class_recall")
    if recalls is None:
        return None
    for series in case.series.values():
        if len(series) == len(recalls):
            return Series(name, series.x, recalls.min(axis=1), series.x_name)
    return None


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    label: str
    role: Role = "train"
    source: Source = recorded


SCORES = (
    Line("task_a_accuracy", "first task"),
    Line("val_accuracy", "validation", "validation"),
    Line("test_accuracy", "test", "third"),
    Line("lowest_recall", "lowest recall of a class", "fourth", lowest_recall),
)
LOSSES = (
    Line("train_loss", "training"),
    Line("val_loss", "validation", "validation"),
)
STEP_LOSS = (Line("train_loss_step", "training"),)
GRADIENT = (Line("grad_norm", "gradient norm"),)


def shown_curves(case: Case, preset: str) -> Shown:
    """Return the curves that fit the entry's typical shape, `preset`."""
    if preset in SHOWN_IN_SCORES:
        return lines_of(case, SCORES, "score")
    for shown in (
        gradient_by_layer(case, preset),
        gradient_over_time(case, preset),
        lines_of(case, STEP_LOSS, "loss"),
    ):
        if shown.curves:
            return shown
    return lines_of(case, LOSSES, "loss")


def gradient_by_layer(case: Case, preset: str) -> Shown:
    """Return the last gradient norm of each layer, over the layers."""
    layers = case.layers.get("grad_norm_by_layer", ())
    if preset != "gradient-fades" or not layers:
        return Shown()
    norms = [float(layer.y[-1]) for layer in layers]
    curve = Curve("gradient norm", range(1, len(norms) + 1), norms)
    return Shown((curve,), Labels("layer, from input to output", "gradient norm"))


def gradient_over_time(case: Case, preset: str) -> Shown:
    if preset != "gradient-explodes":
        return Shown()
    return lines_of(case, GRADIENT, "gradient norm")


def lines_of(case: Case, lines: Sequence[Line], unit: str) -> Shown:
    """Return those of the lines that were recorded at two points or more."""
    curves = []
    x_name = "epoch"
    for line in lines:
        series = line.source(case, line.name)
        if series is None or len(series) < SHORTEST:
            continue
        x_name = series.x_name
        curves.append(Curve(line.label, plain(series.x), plain(series.y), line.role))
    return Shown(tuple(curves), Labels(x_name, unit))


def plain(values: Floats) -> list[float]:
    return [float(value) for value in values]
