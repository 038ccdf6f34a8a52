"""The training loss shifts up at one point and stays there.

The medians of a stretch before and after each point are compared. A resumed run that lost its
optimizer state or its data order starts again from a level several times higher. An oscillation
has many shifts of equal size, so the largest must lead the next largest. A loss that takes both
signs has no level of its own, so its range stands for it.
"""

import numpy as np

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import (
    TINY,
    median,
    ratio,
    signed_range,
    windows_of,
)
from engine.observe.measures.rows import medians_of_rows
from engine.observe.measures.run import step_loss, train_loss
from engine.observe.measures.series import condensed, first_level, part
from engine.run import Case, Floats, Series

SYMPTOM = "loss-step-up"
SHIFT = Band(
    0.02,
    0.1,
    source="healthy-runs",
    note="in units of the first losses",
)
RISE = Band(
    0.4,
    1.6,
    source="healthy-runs",
    note="in units of the level before",
)
LEAD = Band(
    1.3,
    3.0,
    log=True,
    source="healthy-runs",
    note="over the next largest shift",
)
LEAST_POINTS = 10
POINTS = 400  # longer series are condensed to this many
STRETCHES = 20  # the stretch on each side is a twentieth of the run
LEAST_STRETCH = 3


def observe(case: Case) -> Finding | None:
    findings = (_in(step_loss(case)), _in(train_loss(case)))
    measured = [finding for finding in findings if finding is not None]
    return strongest_finding(measured)


def _in(loss: Series | None) -> Finding | None:
    """Return the finding on one loss; None where it is missing or short."""
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    return _largest_shift(condensed(loss, POINTS))


def _largest_shift(loss: Series) -> Finding:
    """Return a finding about the point whose level rises most."""
    twentieth = len(loss) // STRETCHES
    width = max(LEAST_STRETCH, twentieth)
    before, after = _medians(loss.y, width)
    shifts = after - before
    at = int(shifts.argmax())
    largest = float(shifts[at])
    shift = ratio(largest, first_level(loss.y))
    rise = ratio(largest, signed_range(loss.y) or float(before[at]))
    lead = _lead(shifts, at, width)
    point = at + width
    return Finding.on(
        part(loss, point, point + width + 1),
        strength=min(
            SHIFT.strength(shift),
            RISE.strength(rise),
            LEAD.strength(lead),
        ),
        text=_text(loss, point, float(before[at]), float(after[at])),
    )


def _text(
    loss: Series,
    point: int,
    before: float,
    after: float,
) -> str:
    if after <= before:
        return f"The level of {loss.name} never shifts up."
    return (
        f"The largest upward shift of {loss.name} is at "
        f"{loss.x_name} {loss.x[point]:g}: "
        f"from {before:.3g} to {after:.3g}."
    )


def _medians(values: Floats, width: int) -> tuple[Floats, Floats]:
    """Return the medians of `width` points before each point, and of as many from it on.

    Points without room on both sides are left out.
    """
    medians = medians_of_rows(windows_of(values, width))
    points = len(values) - 2 * width + 1
    return medians[:points], medians[width:]


def _lead(shifts: Floats, at: int, width: int) -> float:
    """Return the largest shift over the next largest that does not overlap with it."""
    left = max(at - width, 0)
    right = at + width + 1

    before = shifts[:left]
    after = shifts[right:]
    if not len(before) and not len(after) and median(np.abs(shifts)) <= 0:
        return 1.0
    largest = max(float(shifts[at]), 0.0)
    next_largest = max(float(each.max(initial=TINY)) for each in (before, after))
    return largest / next_largest
