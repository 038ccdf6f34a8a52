"""Draw the runs that were recorded from the two programs of an entry's example."""

from __future__ import annotations

from dataclasses import dataclass, replace

from charts.svg import figure, recorded_thumbnail
from content.recordings import read_recording
from dictionary.figures.curves import Shown, shown_curves
from dictionary.figures.description import description

FAILS = "Recorded from the example that fails"
WORKS = "Recorded from the example that works"


@dataclass(frozen=True, slots=True)
class Recordings:
    """What the programs of an entry printed; empty where nothing was recorded."""

    slug: str
    preset: str
    bad: str
    good: str
    series: tuple[str, ...] = ()


def recorded_figures(recordings: Recordings) -> tuple[str, str]:
    """Return the SVG of the failing and of the working run, on one y axis.

    An SVG is empty where the run shows no curve. Raise ReadError for text that cannot be read.
    """
    slug = recordings.slug
    bad = shown_run(recordings.bad, recordings)
    good = shown_run(recordings.good, recordings)
    axis_values = (*values_of(bad), *values_of(good))
    bad_name = f"recorded-bad-{slug}"
    good_name = f"recorded-good-{slug}"
    return (
        drawn(bad, axis_values, bad_name, FAILS),
        drawn(good, axis_values, good_name, WORKS),
    )


def thumbnail_of_recording(recordings: Recordings) -> str:
    """Return the failing run as a thumbnail, empty where it shows no curve."""
    shown = shown_run(recordings.bad, recordings)
    if not shown.curves:
        return ""
    uid = f"curve-{recordings.slug}"
    words = (FAILS, description(shown))
    return recorded_thumbnail(
        shown.curves,
        words,
        uid,
        shown.labels.y,
    )


def shown_run(text: str, recordings: Recordings) -> Shown:
    if not text:
        return Shown()
    case = read_recording(text)
    return shown_curves(
        case,
        recordings.preset,
        recordings.series,
    )


def values_of(shown: Shown) -> list[float]:
    values: list[float] = []
    for curve in shown.curves:
        values.extend(curve.y)
    return values


def drawn(
    shown: Shown,
    axis_values: tuple[float, ...],
    uid: str,
    title: str,
) -> str:
    if not shown.curves:
        return ""
    labels = replace(shown.labels, y_holds=axis_values)
    text = (title, description(shown))
    return figure(
        shown.curves,
        text,
        uid,
        labels,
    )
