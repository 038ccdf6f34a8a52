"""The loss jumps from step to step, and its means over windows fall."""

from __future__ import annotations

from engine.observe.measures.series import first_level
from engine.observe.measures.windows import WINDOWS
from engine.observe.normal import recovering_loss_spikes
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.spikes import spiky_loss
from engine.observe.normal.windows import Windows, windows
from engine.run import Case

JUMPS = 0.1  # of the level of the loss: what single steps differ from their neighbors
FALLS = 7  # of the 9 changes between windows
STANDARD_ERRORS = 4.0  # by which the last mean lies below the first
TWICE = 2.0  # the first losses: a value above it is no jump of a batch
GROWS = 2.0  # times: the spread inside the windows, when the weights swing

PAGE = Page(
    "noisy-batch-loss",
    Boundary(
        "Of the 9 changes between the means of ten equal windows 7 or more go down.",
        "learning-rate-too-high",
    ),
)
SPIKES = Boundary(
    "No value stands far above all the other jumps at more than twice the first losses.",
    "loss-spikes",
)


def read(case: Case) -> NormalPattern:
    cut = windows(case)
    if cut is None:
        return PAGE.not_measured("No loss of single steps with enough points is recorded.")
    if cut.jumps < JUMPS:
        return PAGE.not_shown(f"Single steps differ by {cut.jumps:.1%} of the loss only.")
    text = _text(cut)
    if _has_spikes(case) and recovering_loss_spikes.read(case).state != "holds":
        return PAGE.broken(text, cut.loss, SPIKES)
    below = cut.first - cut.last
    if cut.falls >= FALLS and below > STANDARD_ERRORS * cut.error:
        return PAGE.holds(text, cut.loss)
    if _swings(cut):
        return PAGE.broken(text, cut.loss)
    return PAGE.not_measured(f"{text} The run has settled or is stuck.", cut.loss)


def _has_spikes(case: Case) -> bool:
    """Return whether a spike is higher than twice the first losses."""
    found = spiky_loss(case)
    if found is None:
        return False
    bound = TWICE * first_level(found.loss.y)
    return any(spike.top > bound for spike in found.spikes)


def _swings(cut: Windows) -> bool:
    """Return whether the means end higher than they began, or the spread inside grows."""
    rise = cut.last - cut.first
    if rise > STANDARD_ERRORS * cut.error:
        return True
    return cut.spreads[-1] > GROWS * cut.spreads[0] and rise > 0


def _text(cut: Windows) -> str:
    return (
        f"Single steps of {cut.loss.name} differ by "
        f"{cut.jumps:.0%} of the loss; the means of "
        f"{WINDOWS} equal windows go from "
        f"{cut.first:.3g} to "
        f"{cut.last:.3g} "
        f"and fall at {cut.falls} of "
        f"{WINDOWS - 1} changes."
    )
