"""Draw the signs that detectors find in the recorded run that fails, each on its curve."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from charts.records import Shade
from charts.stretched import Plot, stretched
from content.recordings import read_recording
from dictionary.figures.curves import Shown, named_curves
from dictionary.figures.description import description
from dictionary.figures.recorded import Recordings, beside
from engine.evidence import Observation
from engine.observe import observe_curves_and_config
from engine.run import Case
from engine.scales import is_seen

SIGN_HEIGHT = 140  # pixels
TITLE = "Recorded from the example that fails"
METRICS = "metrics."
# A span over more than this share of the curve points at nothing.
WIDEST_SPAN = 0.9
# Curves that are read together: one of them alone does not show the sign.
PARTNERS = (
    ("train_loss", "val_loss"),
    ("train_accuracy", "val_accuracy"),
)


class SignFigure(TypedDict):
    """A drawing, and a sentence with the numbers that were measured."""

    svg: str
    text: str


def sign_figures(recordings: Recordings) -> dict[str, SignFigure]:
    """Return the figure of each sign that the failing run shows, by the slug of its symptom.

    A sign that was not measured on a curve has none. Raise ReadError for text that cannot be read.
    """
    if not recordings.bad:
        return {}
    bad = read_recording(recordings.bad)
    good = read_recording(recordings.good) if recordings.good else None
    figures: dict[str, SignFigure] = {}
    for observation in _seen(bad):
        shown = _curves(observation, bad, good)
        if shown.curves:
            uid = f"sign-{observation.symptom}"
            svg = _drawn(observation, shown, uid)
            figures[observation.symptom] = SignFigure(svg=svg, text=observation.text)
    return figures


def _seen(case: Case) -> Iterator[Observation]:
    for observation in observe_curves_and_config(case):
        is_shown = observation.state == "seen" and is_seen(observation.strength)
        if is_shown and observation.source.startswith(METRICS):
            yield observation


def _curves(
    observation: Observation,
    bad: Case,
    good: Case | None,
) -> Shown:
    """Return the measured curve with its partner, or with the same curve of the working run."""
    name = observation.source.removeprefix(METRICS)
    names = next((pair for pair in PARTNERS if name in pair), (name,))
    present = [each for each in names if each in bad.series or each in bad.layers]
    shown = named_curves(bad, present)
    if good is None:
        return shown
    return beside(shown, named_curves(good, present))


def _drawn(observation: Observation, shown: Shown, uid: str) -> str:
    text = f"{observation.text} {description(shown)}"
    plot = Plot(
        shown.curves,
        shown.labels,
        SIGN_HEIGHT,
        shade=_shade(observation, shown),
    )
    return stretched(plot, (TITLE, text), uid)


def _shade(observation: Observation, shown: Shown) -> Shade | None:
    """Return the span of the sign where it points at a part of the curve."""
    span = observation.span
    if span is None or shown.labels.x.startswith("layer"):
        return None
    xs = shown.curves[0].x
    length = max(xs) - min(xs)
    if span.end - span.start > WIDEST_SPAN * length:
        return None
    return Shade(span.start, span.end, "")
