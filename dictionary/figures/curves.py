"""Choose the curves of a recorded run in which its entry shows itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from charts.records import ROLES, Curve, Labels, Role
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
            return Series(
                name,
                series.x,
                recalls.min(axis=1),
                series.x_name,
            )
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


BY_LAYER = "grad_norm_by_layer"
# Labels and roles of series that an entry may name; others are called by their name.
NAMEABLE = (
    *SCORES,
    *LOSSES,
    *STEP_LOSS,
    *GRADIENT,
)
NAMED_LINES = {line.name: line for line in NAMEABLE}
UNITS = ("loss", "accuracy", "recall")


def named_curves(case: Case, names: Sequence[str]) -> Shown:
    """Return the named series, or the last values over the layers of one that has a layer each."""
    if not names:
        return Shown()
    first = names[0]
    if first in case.layers:
        return over_layers(case, first)
    lines = []
    for name, role in zip(names, ROLES, strict=False):
        line = line_named(name)
        in_role = replace(line, role=role)
        lines.append(in_role)
    unit = unit_of(names)
    return lines_of(case, lines, unit)


def line_named(name: str) -> Line:
    if name in NAMED_LINES:
        return NAMED_LINES[name]
    label = spoken(name)
    return Line(name, label)


def spoken(name: str) -> str:
    return name.replace("_", " ")


def unit_of(names: Sequence[str]) -> str:
    """Return the name of the y axis: what all the names hold, or the name of a single series."""
    for unit in UNITS:
        if all(unit in name for name in names):
            return unit
    if len(names) > 1:
        return "score"
    return line_named(names[0]).label


def shown_curves(case: Case, preset: str, names: Sequence[str] = ()) -> Shown:
    """Return the named series, without names those that fit the entry's typical shape, `preset`."""
    named = named_curves(case, names)
    if named.curves:
        return named
    if preset in SHOWN_IN_SCORES:
        return lines_of(case, SCORES, "score")
    candidates = (
        gradient_by_layer(case, preset),
        gradient_over_time(case, preset),
        lines_of(case, STEP_LOSS, "loss"),
    )
    for shown in candidates:
        if shown.curves:
            return shown
    return lines_of(case, LOSSES, "loss")


def gradient_by_layer(case: Case, preset: str) -> Shown:
    """Return the last gradient norm of each layer, over the layers."""
    if preset != "gradient-fades":
        return Shown()
    if not case.layers.get(BY_LAYER):
        return Shown()
    return over_layers(case, BY_LAYER)


def over_layers(case: Case, name: str) -> Shown:
    """Return the last value of each layer of a series, over the layers."""
    layers = case.layers[name]
    values = [float(layer.y[-1]) for layer in layers]
    quantity = spoken(name).removesuffix(" by layer")
    label = quantity.replace("grad norm", "gradient norm")
    after_last = len(values) + 1
    curve = Curve(
        label,
        range(1, after_last),
        values,
    )
    labels = Labels("layer, from input to output", label)
    return Shown((curve,), labels)


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
        curve = Curve(
            line.label,
            plain(series.x),
            plain(series.y),
            line.role,
        )
        curves.append(curve)
    labels = Labels(x_name, unit)
    return Shown(tuple(curves), labels)


def plain(values: Floats) -> list[float]:
    return [float(value) for value in values]
