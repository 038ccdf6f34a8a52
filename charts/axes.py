"""Draw the axes of a figure and the texts around it."""

from __future__ import annotations

from charts.elements import cut, text, vertical
from charts.frame import LETTER, WIDTH, Frame
from charts.presets import Preset
from charts.records import Labels, Shade
from charts.scale import tick_text

# Distances in pixels from the plot to the baseline of a text.
HEADING_ABOVE = 8
X_NUMBER_BELOW = 16
X_NAME_BELOW = 17  # where the axis has no numbers
X_NAME_BELOW_NUMBERS = 32
Y_NUMBER_BESIDE = 6

HALF_A_LETTER = 4  # lowers a text so that its middle is at the line
HEADING_GAP = 10  # pixels between the two headings


def axes(frame: Frame, labels: Labels) -> list[str]:
    """Draw the x axis, its name, and either grid and numbers or a plain y axis."""
    x_axis = frame.across("axis", frame.bottom)
    if labels.ticks:
        return [
            x_axis,
            *_y_ticks(frame),
            *_x_ticks(frame),
            _x_name(frame, labels, X_NAME_BELOW_NUMBERS),
        ]
    return [
        x_axis,
        vertical("axis", frame.left, frame.top, frame.bottom),
        _x_name(frame, labels, X_NAME_BELOW),
    ]


def _x_name(frame: Frame, labels: Labels, below: float) -> str:
    return text(
        frame.right,
        frame.bottom + below,
        labels.x,
        anchor="end",
    )


def _y_ticks(frame: Frame) -> list[str]:
    """Draw a line of the grid and a number for each tick."""
    right = frame.left - Y_NUMBER_BESIDE
    parts = []
    for value in frame.y.ticks():
        height = frame.y(value)
        baseline = height + HALF_A_LETTER
        parts += [
            frame.across("grid", height),
            text(right, baseline, tick_text(value), anchor="end"),
        ]
    return parts


def _x_ticks(frame: Frame) -> list[str]:
    baseline = frame.bottom + X_NUMBER_BELOW
    parts = []
    for value in frame.x.ticks():
        number = tick_text(value)
        middle = frame.x(value)
        parts += [text(middle, baseline, number, anchor="middle")]
    return parts


def headings(frame: Frame, shape: Preset) -> list[str]:
    """Write the name of the y axis and the label of the shade above the plot.

    No curve runs through this strip.
    """
    baseline = frame.top - HEADING_ABOVE
    y_name = shape.labels.y
    parts = [text(0, baseline, y_name)]
    if shape.shade and shape.shade.label:
        free_from = LETTER * len(y_name) + HEADING_GAP
        label = _shade_label(frame, shape.shade, free_from)
        parts.append(label)
    return parts


def _shade_label(frame: Frame, shade: Shade, free_from: float) -> str:
    """Write the label above its shade, from `free_from` pixels on and inside the figure."""
    letters = int((WIDTH - free_from) / LETTER)
    label = cut(shade.label, letters)
    wanted = max(frame.x(shade.start), free_from)
    rightmost = WIDTH - LETTER * len(label)
    return text(
        min(wanted, rightmost),
        frame.top - HEADING_ABOVE,
        label,
        css="span-label",
    )
