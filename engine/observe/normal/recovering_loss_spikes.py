"""The loss of a few steps jumps up and comes back by itself to where it would have been."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.observe.curves.loss import loss_diverges
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import part
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.observe.normal.spikes import WAKE, Spike, spiky_loss
from engine.run import Case, Floats, Series

HIGHER = 0.05  # of the level before: what the level after may lie above it
BEFORE = 50  # points whose mean is the level before a spike
AFTER = 50  # points whose mean is the level after it, behind its wake
LEAST_AROUND = 20  # points on each side of a spike that is judged
STANDARD_ERRORS = 2.0
RARE = 0.03  # of the points at most are part of spikes

PAGE = Page(
    "recovering-loss-spikes",
    Boundary(
        "The mean of steps 20 to 70 after a spike lies at most 5% above that of the 50 steps "
        "before it.",
        "loss-spikes",
    ),
)
COMES_BACK = Boundary("The loss comes back.", "loss-divergence")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What follows a spike.

    before, after: means of the loss, in its units.
    error: the standard error of the distance of the two means.
    """

    spike: Spike
    before: float
    after: float
    error: float

    @property
    def higher(self) -> float:
        """What the level after lies above the level before, as a share of it."""
        return ratio(self.after - self.before, self.before)

    @property
    def is_beyond_scatter(self) -> bool:
        distance = self.after - self.before
        return distance > STANDARD_ERRORS * self.error


def read(case: Case) -> NormalPattern:
    found = spiky_loss(case)
    if found is None:
        return PAGE.not_measured("No loss of single steps with enough points is recorded.")
    loss, spikes = found.loss, found.spikes
    if not spikes:
        return PAGE.not_shown(f"{loss.name} has no spike.")
    recoveries = _recoveries(loss, spikes)
    if not recoveries:
        where = part(loss, spikes[0].start)
        return PAGE.not_measured("Too few steps lie around the spike.", where)
    return _judge(case, loss, spikes, recoveries)


def _judge(
    case: Case,
    loss: Series,
    spikes: tuple[Spike, ...],
    recoveries: list[Recovery],
) -> NormalPattern:
    """Return the answer for a loss with spikes, of which some can be judged."""
    first = max(0, spikes[0].start - BEFORE)
    where = part(loss, first)
    worst = max(recoveries, key=lambda each: each.higher)
    text = _text(
        loss,
        spikes,
        worst,
    )
    if is_sign_seen(loss_diverges, case):
        return PAGE.broken(
            text,
            where,
            COMES_BACK,
        )
    if _is_crowded(spikes):
        text = f"{text} One comes before the return from another."
        return PAGE.broken(text, where)
    if worst.higher > HIGHER and worst.is_beyond_scatter:
        return PAGE.broken(text, where)
    if worst.higher > HIGHER:
        text = f"{text} That is within its scatter."
        return PAGE.not_measured(text, where)
    if not _is_rare(loss, spikes):
        text = f"{text} The spikes are not rare."
        return PAGE.not_measured(text, where)
    return PAGE.holds(text, where)


def _text(
    loss: Series,
    spikes: tuple[Spike, ...],
    worst: Recovery,
) -> str:
    count = len(spikes)
    kind = "spike" if count == 1 else "spikes"
    at = loss.x[worst.spike.start]
    return (
        f"{loss.name} has {count} {kind}. "
        f"After the worst, to {worst.spike.top:.3g} "
        f"at {loss.x_name} {at:g}, "
        f"the mean goes from {worst.before:.3g} "
        f"to {worst.after:.3g} "
        f"({worst.higher:+.1%})."
    )


def _is_crowded(spikes: tuple[Spike, ...]) -> bool:
    """Return whether a spike begins before the level after another one is known."""
    starts = [spike.start for spike in spikes]
    distances = np.diff(starts)
    return bool((distances < WAKE + AFTER).any())


def _is_rare(loss: Series, spikes: tuple[Spike, ...]) -> bool:
    lengths = [spike.stop - spike.start for spike in spikes]
    return sum(lengths) <= RARE * len(loss)


def _recoveries(loss: Series, spikes: tuple[Spike, ...]) -> list[Recovery]:
    """Return the spikes with enough points before and after them."""
    every = [_recovery(loss.y, spike) for spike in spikes]
    return [each for each in every if each is not None]


def _recovery(values: Floats, spike: Spike) -> Recovery | None:
    earliest = max(
        0,
        spike.start - BEFORE,
    )
    before = values[earliest : spike.start]
    settled = spike.stop + WAKE
    after = values[settled : settled + AFTER]
    if min(len(before), len(after)) < LEAST_AROUND:
        return None
    return Recovery(
        spike=spike,
        before=float(before.mean()),
        after=float(after.mean()),
        error=math.hypot(_standard_error(before), _standard_error(after)),
    )


def _standard_error(values: Floats) -> float:
    return float(values.std()) / math.sqrt(len(values))
