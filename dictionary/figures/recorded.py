"""Draw the runs that were recorded from the two programs of an entry's example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from charts.records import Curve
from charts.stretched import Plot, stretched
from charts.svg import recorded_thumbnail
from content.recordings import read_recording
from dictionary.figures.curves import Shown, shown_curves
from dictionary.figures.description import description

FAILS = "Recorded from the example that fails"
WORKS = "Recorded from the example that works"
PAIR_HEIGHT = 230  # pixels
SHAPE_HEIGHT = 96


@dataclass(frozen=True, slots=True)
class Recordings:
    """What the programs of an entry printed; empty where nothing was recorded."""

    slug: str
    preset: str
    bad: str
    good: str
    series: tuple[str, ...] = ()


def recorded_figures(recordings: Recordings) -> tuple[str, str]:
    """Return the SVG of the failing and of the working run, on the same axes.

    An SVG is empty where the run shows no curve. Raise ReadError for text that cannot be read.
    """
    slug = recordings.slug
    bad = shown_run(recordings.bad, recordings)
    good = shown_run(recordings.good, recordings)
    both = (*bad.curves, *good.curves)
    return (
        drawn(bad, both, f"recorded-bad-{slug}", FAILS),
        drawn(good, both, f"recorded-good-{slug}", WORKS),
    )


def recorded_shape(recordings: Recordings) -> str:
    """Return the small figure beside the name: a failing curve and the same one of a good run.

    Empty where the failing run shows no curve.
    """
    bad = shown_run(recordings.bad, recordings)
    good = shown_run(recordings.good, recordings)
    shown = beside(bad, good)
    if not shown.curves:
        return ""
    plot = Plot(shown.curves, shown.labels, SHAPE_HEIGHT)
    words = (FAILS, description(shown))
    return stretched(plot, words, f"shape-{recordings.slug}")


def beside(bad: Shown, good: Shown) -> Shown:
    """Return a single failing curve beside that of the working run; several stay alone."""
    if len(bad.curves) != 1 or len(good.curves) != 1:
        return bad
    failing = replace(bad.curves[0], label="fails", role="fourth")
    working = replace(good.curves[0], label="works", role="third")
    return replace(bad, curves=(failing, working))


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


def drawn(
    shown: Shown,
    both: Sequence[Curve],
    uid: str,
    title: str,
) -> str:
    """Draw one of two runs on axes that hold the curves of both."""
    if not shown.curves:
        return ""
    xs: list[float] = []
    ys: list[float] = []
    for curve in both:
        xs.extend(curve.x)
        ys.extend(curve.y)
    labels = replace(shown.labels, y_holds=tuple(ys))
    plot = Plot(
        shown.curves,
        labels,
        PAIR_HEIGHT,
        x_holds=xs,
    )
    return stretched(plot, (title, description(shown)), uid)
