"""Curves of a case with the span that the first evidence speaks of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from charts.records import ROLES, Curve, Labels, Shade
from charts.svg import figure
from engine.evidence import Span
from engine.report import Report
from engine.run import Case, Series

TITLES = {
    "train_loss": "training loss",
    "val_loss": "validation loss",
    "train_accuracy": "training accuracy",
    "val_accuracy": "validation accuracy",
    "lr": "learning rate",
    "grad_norm": "gradient norm",
}
LOSSES = ("train_loss", "val_loss")
ACCURACIES = ("train_accuracy", "val_accuracy")
PARTNERS = {
    "train_loss": LOSSES,
    "val_loss": LOSSES,
    "train_accuracy": ACCURACIES,
    "val_accuracy": ACCURACIES,
}
MOST_POINTS = 4000


def figure_of(case: Case, report: Report) -> str:
    """Return an SVG; empty when there is no curve to draw."""
    span, text = _first_span(case, report)
    name = span.series if span else _first_loss(case)
    shown = _with_partner(case, name)
    if not shown:
        return ""

    roles = zip(shown, ROLES, strict=False)
    curves = [_curve(series, role) for series, role in roles]
    titles = [title_of(series.name) for series in shown]
    heading = ", ".join(titles).capitalize()
    shade = None
    if span:
        shade = Shade(span.start, span.end, "evidence")
    labels = Labels(
        x=shown[0].x_name,
        y=_unit(name),
    )
    return figure(curves, (heading, text), "diagnosis", labels, shade)


def title_of(name: str) -> str:
    words = name.replace("_", " ")
    return TITLES.get(name, words)


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


def _first_span(case: Case, report: Report) -> tuple[Span | None, str]:
    """Return the span of the strongest evidence for the first diagnosis that lies on a curve.

    A loss or a score comes before any other, because those are the curves that people know.
    """
    spans = list(_spans(case, report))
    for span, text in spans:
        if span.series in PARTNERS:
            return span, text
    if spans:
        return spans[0]
    return None, ""


def _spans(case: Case, report: Report) -> Iterator[tuple[Span, str]]:
    """Yield span and sentence of the evidence for the first diagnosis, strongest first."""
    if report.verdict != "failure":
        return
    for diagnosis in report.diagnoses[:1]:
        for part in diagnosis.evidence:
            span = part.span
            if part.direction == "for" and span and span.series in case.series:
                yield span, part.text


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
