"""Draw the legend above a figure: samples of the lines with their labels, in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from charts.elements import cut, path, text
from charts.frame import LETTER, WIDTH
from charts.presets import Preset
from charts.records import Curve

ROW_HEIGHT = 17  # pixels
LONGEST_LABEL = 36  # characters
SAMPLE_WIDTH = 24  # pixels from the left edge of a key to its label
GAP = 14  # pixels between keys
RING = "ring"

Sample = tuple[str, str]  # class of the sample, label


@dataclass(frozen=True, slots=True)
class Key:
    """One sample and label; `left` in pixels, `row` counted from 0."""

    css: str
    label: str
    left: float
    row: int


def keys_of(shape: Preset) -> list[Key]:
    """Place the keys from left to right; one that does not fit starts the next row."""
    keys = []
    left = 0.0
    row = 0
    for css, label in _samples(shape):
        width = _width(label)
        if left and left + width > WIDTH:
            left = 0.0
            row += 1
        key = Key(css, label, left, row)
        keys.append(key)
        left += width
    return keys


def _width(label: str) -> float:
    """Return the pixels of a key, with the gap behind it."""
    return SAMPLE_WIDTH + LETTER * len(label) + GAP


def _samples(shape: Preset) -> list[Sample]:
    """Return the curves, then the level, then the ring where a curve has one."""
    samples = []
    for curve in shape.curves:
        css = f"curve {curve.role}"
        label = cut(curve.label, LONGEST_LABEL)
        samples.append((css, label))
    if shape.level:
        samples.append(("chance", shape.level.label))
    if any(map(_has_gap, shape.curves)):
        samples.append((RING, "not a number"))
    return samples


def _has_gap(curve: Curve) -> bool:
    """Return whether a y is not finite; such a curve may have a ring."""
    finite = map(isfinite, curve.y)
    return not all(finite)


def height_of(keys: Sequence[Key]) -> int:
    """Return the height of all rows in pixels; room for one row where there are no keys."""
    rows = [key.row for key in keys]
    last = max(rows, default=0)
    return ROW_HEIGHT * (last + 1)


def legend(keys: Sequence[Key]) -> str:
    """Draw all keys: each a sample of the line or ring, and its label."""
    parts = []
    for key in keys:
        middle = 9 + ROW_HEIGHT * key.row
        label = text(
            key.left + SAMPLE_WIDTH,
            middle + 4,
            key.label,
            css="key",
        )
        parts += [_sample(key, middle), label]
    return "".join(parts)


def _sample(key: Key, middle: int) -> str:
    """Draw a short line, or a ring. `middle` is the height of its center in pixels."""
    if key.css == RING:
        center = key.left + 9
        return f'<circle class="ring" cx="{center:.1f}" cy="{middle}" r="3.6"/>'
    start = key.left + 1
    return path(key.css, f"M{start:.1f},{middle}h18")
