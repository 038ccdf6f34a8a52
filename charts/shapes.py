"""Build the shapes of curves in the unit square: x is the share of the run, y goes up.

Every shape is a smooth or stepwise function of x, the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, nan, sin

from charts.records import Curve, Role

POINTS = 73
LAST = POINTS - 1
GRID = tuple(number / LAST for number in range(POINTS))  # POINTS values from 0 to 1

Shape = Callable[[float], float]


def decay(start: float, end: float, rate: float) -> Shape:
    """Go from `start` toward `end`, fast at first.

    The distance that is left shrinks by a factor of e in each 1 / `rate` of the run.
    """

    def shape(x: float) -> float:
        left = exp(-rate * x)
        return end + (start - end) * left

    return shape


def rise(start: float, end: float, rate: float) -> Shape:
    """Name a decay whose end is higher than its start."""
    return decay(start, end, rate)


def wobble(size: float, phase: float = 0.0) -> Shape:
    """Look like noise, and be the same every time: add three sines.

    size: the largest distance from 0. phase: another one looks like other noise.
    """

    def shape(x: float) -> float:
        slow = sin(61 * x + phase)
        middle = sin(113 * x + 2.3 * phase + 1)
        fast = sin(197 * x + phase * 5)
        mixed = slow + 0.8 * middle + 0.6 * fast
        return size * mixed / 2.4

    return shape


def swing(x: float) -> float:
    """Swing widely about 0.52 without settling."""
    wave = sin(40 * x)
    growth = sin(9 * x)
    width = 0.75 + 0.25 * growth
    noise = wobble(0.07)
    return 0.52 + 0.27 * wave * width + noise(x)


def added(*shapes: Shape) -> Shape:
    """Add the heights of some shapes."""

    def shape(x: float) -> float:
        heights = [part(x) for part in shapes]
        return sum(heights)

    return shape


def bump(at: float, height: float, width: float) -> Shape:
    """Jump up by `height` at `at` and die away; be 0 before.

    width: share of the run in which the bump shrinks by a factor of e.
    """

    def shape(x: float) -> float:
        if x < at:
            return 0.0
        since = x - at
        return height * exp(-since / width)

    return shape


def ramp(start: float, slope: float) -> Shape:
    """Stay at 0 until `start`, then climb by `slope` a run."""

    def shape(x: float) -> float:
        return slope * max(0.0, x - start)

    return shape


def line(start: float, slope: float) -> Shape:
    """Climb from `start` at x = 0 by `slope` a run."""

    def shape(x: float) -> float:
        return start + slope * x

    return shape


def flat(height: float) -> Shape:
    """Stay at one height."""

    def shape(x: float) -> float:
        return height

    return shape


def step(at: float, height: float) -> Shape:
    """Jump from 0 to `height` at `at`."""

    def shape(x: float) -> float:
        if x < at:
            return 0.0
        return height

    return shape


def logistic(at: float, low: float, high: float, steepness: float = 16.0) -> Shape:
    """Go from `low` to `high` in an S, half of the way at `at`.

    Go down where `high` is the lower one.
    """

    def shape(x: float) -> float:
        since = x - at
        left = exp(-steepness * since)
        return low + (high - low) / (1 + left)

    return shape


def sawtooth(teeth: int, depth: float) -> Shape:
    """Fall by `depth` within a tooth and jump back at the next one."""

    def shape(x: float) -> float:
        place = (x * teeth) % 1.0
        return depth * (0.5 - place)

    return shape


def climbs_out(x: float) -> float:
    """Fall, turn at 0.4 and leave the figure at the top."""
    fall = decay(0.62, 0.2, 6)
    since = ramp(0.38, 1.0)
    climb = exp(14 * since(x))
    return fall(x) + 0.002 * (climb - 1)


def turns_nan(x: float) -> float:
    """Fall, and be no number from 0.64 on."""
    if x >= 0.64:
        return nan
    fall = decay(0.92, 0.26, 3.2)
    noise = wobble(0.012)
    return fall(x) + noise(x)


def curve(label: str, role: Role, shape: Shape) -> Curve:
    """Return the heights of a shape over GRID."""
    heights = map(shape, GRID)
    return Curve(
        label,
        x=GRID,
        y=tuple(heights),
        role=role,
    )


def train(shape: Shape, label: str = "training") -> Curve:
    """Return a curve in the color of training."""
    return curve(label, "train", shape)


def validation(shape: Shape, label: str = "validation") -> Curve:
    """Return a curve in the color of validation."""
    return curve(label, "validation", shape)


def up_to(highest: float, whole: Curve) -> Curve:
    """Return the curve before its first point above `highest`.

    The other points are left out, so that the line ends inside the figure.
    """
    count = 0
    for height in whole.y:
        if height > highest:
            break
        count += 1
    return Curve(
        whole.label,
        whole.x[:count],
        whole.y[:count],
        whole.role,
    )
