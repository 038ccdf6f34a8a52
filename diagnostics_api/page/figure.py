"""The curves of a case with the span that the first evidence speaks of."""

from __future__ import annotations

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
PARTNERS = {
    "train_loss": ("train_loss", "val_loss"),
    "val_loss": ("train_loss", "val_loss"),
    "train_accuracy": ("train_accuracy", "val_accuracy"),
    "val_accuracy": ("train_accuracy", "val_accuracy"),
}
MOST_POINTS = 4000


def figure_of(case: Case, report: Report) -> str:
    """SVG, empty when there is no curve to draw."""
    span, text = _first_span(case, report)
    name = (
        span.series
        if span
        else next((name for name in ("train_loss", "val_loss") if name in case.series), "")
    )
    shown = [
        case.series[partner]
        for partner in PARTNERS.get(name, (name,))
        if _fits(case, partner, name)
    ]
    if not shown:
        return ""
    curves = [_curve(series, role) for series, role in zip(shown, ROLES, strict=False)]
    shade = Shade(span.start, span.end, "evidence") if span else None
    labels = Labels(
        x=shown[0].x_name, y="" if len(shown) > 1 and shown[0].name not in PARTNERS else _unit(name)
    )
    title = ", ".join(title_of(series.name) for series in shown).capitalize()
    return figure(curves, (title, text), "diagnosis", labels, shade)


def title_of(name: str) -> str:
    return TITLES.get(name, name.replace("_", " "))


def _unit(name: str) -> str:
    return name.rpartition("_")[2] if name in PARTNERS else title_of(name)


def _first_span(case: Case, report: Report) -> tuple[Span | None, str]:
    """The span of the strongest evidence for the first diagnosis that lies on a curve: on a loss or
    a score before any other, because those are the curves that people know.
    """
    if report.verdict != "failure" or not report.diagnoses:
        return None, ""
    found = [
        (part.span, part.text)
        for part in report.diagnoses[0].evidence
        if part.direction == "for" and part.span is not None and part.span.series in case.series
    ]
    return next(
        (item for item in found if item[0].series in PARTNERS), found[0] if found else (None, "")
    )


def _fits(case: Case, partner: str, name: str) -> bool:
    """Curves share a figure when they count the same thing along x."""
    series = case.series.get(partner)
    return series is not None and len(series) > 1 and series.x_name == case.series[name].x_name


def _curve(series: Series, role: str) -> Curve:
    if len(series) > MOST_POINTS:
        series = _thinned(series)
    drawn = (
        "train"
        if series.name.startswith("train")
        else "validation"
        if series.name.startswith("val")
        else role
    )
    return Curve(title_of(series.name), series.x.tolist(), series.y.tolist(), drawn)  # type: ignore[arg-type]


def _thinned(series: Series) -> Series:
    """The smallest and the largest value of each stretch, in order; drawing thins further."""
    stretches = np.array_split(np.arange(len(series)), MOST_POINTS // 2)
    filled = np.where(np.isfinite(series.y), series.y, np.inf)
    lowest = [part[np.argmin(filled[part])] for part in stretches]
    highest = [part[np.argmax(filled[part])] for part in stretches]
    kept = np.unique(np.array([*lowest, *highest]))
    return Series(series.name, series.x[kept], series.y[kept], series.x_name)
