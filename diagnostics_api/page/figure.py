"""The losses of a case whose evidence lies on no curve."""

from __future__ import annotations

import numpy as np

from charts.records import ROLES, Curve, Labels
from charts.svg import figure
from diagnostics_api.page.titles import title_of
from engine.run import Case, Series

LOSSES = ("train_loss", "val_loss")
ACCURACIES = ("train_accuracy", "val_accuracy")
PARTNERS = {
    "train_loss": LOSSES,
    "val_loss": LOSSES,
    "train_accuracy": ACCURACIES,
    "val_accuracy": ACCURACIES,
}
MOST_POINTS = 4000


def figure_of(case: Case) -> str:
    """Return an SVG; empty when there is no curve to draw."""
    name = _first_loss(case)
    shown = _with_partner(case, name)
    if not shown:
        return ""

    roles = zip(shown, ROLES, strict=False)
    curves = [_curve(series, role) for series, role in roles]
    titles = [title_of(series.name) for series in shown]
    heading = ", ".join(titles).capitalize()
    labels = Labels(
        x=shown[0].x_name,
        y=_unit(name),
    )
    return figure(
        curves,
        (heading, ""),
        "diagnosis",
        labels,
    )


def _unit(name: str) -> str:
    """Return what a loss or an accuracy is measured in, else the title of the curve."""
    if name in PARTNERS:
        return name.rpartition("_")[2]
    return title_of(name)


def _first_loss(case: Case) -> str:
    for name in LOSSES:
        if name in case.series:
            return name
    return ""


def _with_partner(case: Case, name: str) -> list[Series]:
    """Return the curves that share the figure: those that count the same thing along x."""
    shown = []
    for partner in PARTNERS.get(name, (name,)):
        series = case.series.get(partner)
        if series is None or len(series) < 2:
            continue
        chosen = case.series[name]
        if series.x_name == chosen.x_name:
            shown.append(series)
    return shown


def _curve(series: Series, role: str) -> Curve:
    drawn = _thinned(series)
    if series.name.startswith("train"):
        role = "train"
    elif series.name.startswith("val"):
        role = "validation"
    return Curve(
        title_of(series.name),
        drawn.x.tolist(),
        drawn.y.tolist(),
        role,  # type: ignore[arg-type]
    )


def _thinned(series: Series) -> Series:
    """Keep the smallest and the largest value of each stretch, in order; drawing thins further."""
    if len(series) <= MOST_POINTS:
        return series
    points = np.arange(len(series))
    stretches = np.array_split(points, MOST_POINTS // 2)
    is_finite = np.isfinite(series.y)
    filled = np.where(is_finite, series.y, np.inf)
    kept = []
    for stretch in stretches:
        values = filled[stretch]
        kept.append(stretch[np.argmin(values)])
        kept.append(stretch[np.argmax(values)])
    chosen = np.unique(np.array(kept))
    return Series(
        series.name,
        series.x[chosen],
        series.y[chosen],
        series.x_name,
    )
