"""Draw curves as SVG text: `thumbnail` for cards and lists, `figure` with axes for reading.

Looks come from the classes in charts.css. Every chart has a <title> and a <desc>, whose ids start
with the caller's `uid`, unique on its page.
"""

from __future__ import annotations

from collections.abc import Sequence

from charts.axes import axes, headings
from charts.elements import document, path, text
from charts.frame import HEIGHT, WIDTH, Frame, frame_of, thumbnail_frame
from charts.legend import height_of, keys_of, legend
from charts.marks import curve_path, level_line, shade_rectangle
from charts.presets import PRESETS, Preset
from charts.records import Curve, Labels, Shade
from charts.scale import Range, Scale

THUMBNAIL = (220, 54)  # width and height in pixels
HEADING_HEIGHT = 26
# The strip for the name of a thumbnail's axis, below the curves.
NAME_HEIGHT = 20
NAME_BASELINE = 15
UNIT = (0.0, 1.0)
STEP_AND_LOSS = Labels()

Words = tuple[str, str]  # title and description


def thumbnail(preset: str, alt: str, uid: str) -> str:
    """Draw a preset for a card. `alt` replaces the preset's own description.

    Raises KeyError for an unknown preset.
    """
    shape = PRESETS[preset]
    width, height = THUMBNAIL
    frame = Frame(
        x=Scale(0, 1, 2, width - 2),
        y=Scale(0, 1, height - 3, 4),
    )
    base = height - 0.5
    parts = [path("axis", f"M0,{base}H{width}")]
    if shape.level:
        parts.append(level_line(frame, shape.level))
    parts += [curve_path(frame, curve) for curve in shape.curves]
    return document("chart thumbnail", THUMBNAIL, uid, words_of(shape, alt), parts)


def recorded_thumbnail(
    curves: Sequence[Curve],
    words: Words,
    uid: str,
    label: str,
) -> str:
    """Draw recorded curves for a card, with the name of the y axis below them.

    The y axis is logarithmic where the values span more than three powers of ten.
    """
    shape = Preset("", tuple(curves), Labels(y=label))
    frame = thumbnail_frame(shape, THUMBNAIL)
    width, height = THUMBNAIL
    base = height - 0.5
    parts = [path("axis", f"M0,{base}H{width}")]
    parts += [curve_path(frame, curve) for curve in curves]
    parts.append(text(width, height + NAME_BASELINE, label, anchor="end"))
    size = (width, height + NAME_HEIGHT)
    return document("chart thumbnail", size, uid, words, parts)


def preset_figure(preset: str, alt: str, uid: str) -> str:
    """Draw a preset with axes, without numbers. Raises KeyError for an unknown preset."""
    shape = PRESETS[preset]
    return _figure(shape, words_of(shape, alt), uid, y_range=UNIT)


def words_of(shape: Preset, alt: str) -> Words:
    """Return the title of a preset's drawing; there is no description."""
    return alt or shape.description, ""


def figure(
    curves: Sequence[Curve],
    words: Words,
    uid: str,
    labels: Labels = STEP_AND_LOSS,
    shade: Shade | None = None,
) -> str:
    """Draw recorded curves with axes.

    Long curves are thinned and keep their extremes. The y axis is logarithmic where the values
    span more than three powers of ten.
    """
    shape = Preset("", tuple(curves), labels, shade=shade)
    return _figure(shape, words, uid, y_range=None)


def _figure(
    shape: Preset,
    words: Words,
    uid: str,
    y_range: Range | None,
) -> str:
    keys = keys_of(shape)
    top = HEADING_HEIGHT + height_of(keys)
    frame = frame_of(shape, top, y_range)
    parts = [
        *_plot(frame, shape),
        legend(keys),
        *headings(frame, shape),
    ]
    return document("chart", (WIDTH, HEIGHT), uid, words, parts)


def _plot(frame: Frame, shape: Preset) -> list[str]:
    """Draw from back to front: shade, axes, level, curves."""
    parts = axes(frame, shape.labels)
    if shape.shade:
        parts.insert(0, shade_rectangle(frame, shape.shade))
    if shape.level:
        parts.append(level_line(frame, shape.level))
    curves = [curve_path(frame, curve) for curve in shape.curves]
    return [*parts, *curves]
