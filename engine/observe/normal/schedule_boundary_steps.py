"""The loss changes its course where the schedule changes the rate, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.observe.curves.loss import loss_step_up
from engine.observe.curves.updates.loss_moves_with_learning_rate import LEAST_JUMP
from engine.observe.measures.robust import TINY, median
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import paired, part
from engine.observe.measures.stated import word
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Floats, Series

SIDE = 3  # points on each side of a boundary
TWICE = 2.0  # times the ordinary change between such stretches: the loss changes its course
RESTARTING = ("restart", "cyclic", "cosine_with", "sgdr", "one_cycle", "onecycle")
FALLING = ("multistep", "step", "constant", "linear", "exponential", "polynomial")
LOGGED = 3  # jumps that are written out

PAGE = Page(
    "schedule-boundary-steps",
    Boundary(
        "Every step of the loss lies where the rate changes by a factor of two or more, and no "
        "stage ends above the one before it.",
        "bad-lr-schedule",
    ),
)
RESUME = Boundary(
    "The rate goes up again only where the plan restarts it.",
    "checkpoint-resume-bug",
)
ELSEWHERE = Boundary(
    "The loss does not jump at a step without a boundary of the schedule.",
    "loss-spikes",
)


@dataclass(frozen=True, slots=True)
class Stages:
    """A loss with its learning rate at the same points, and where the rate jumps.

    at: indices of the first point after each jump since the rate was first at its highest, with
    room on both sides.
    """

    loss: Series
    rates: Floats
    at: NDArray[np.intp]

    @property
    def raised(self) -> NDArray[np.intp]:
        """The jumps at which the rate goes up."""
        before = self.rates[self.at - 1]
        after = self.rates[self.at]
        return self.at[after > before]

    @property
    def is_raised(self) -> bool:
        return len(self.raised) > 0

    @property
    def ends(self) -> Floats:
        """The level of the loss at the end of each stage; of each cycle where the rate goes up."""
        levels = _levels(self.loss.y)
        bounds = self.raised if self.is_raised else self.at
        last = len(self.loss)
        stops = np.append(bounds, last)
        ends = levels[stops - SIDE]
        return np.asarray(ends, dtype=np.float64)

    @property
    def where(self) -> Series:
        """The loss from just before the first jump on."""
        first = int(self.at[0])
        return part(self.loss, first - SIDE)


def read(case: Case) -> NormalPattern:
    stages = _stages(case)
    if stages is None:
        return PAGE.not_measured("Loss and learning rate are not recorded at the same points.")
    if not len(stages.at):
        return PAGE.not_shown("The learning rate has no sudden change.")
    changes = _changes(stages.loss.y)
    usual = _usual(changes, stages.at)
    marked = float(changes[stages.at - SIDE].max())
    text = _text(stages)
    if marked <= TWICE * usual:
        return PAGE.not_shown(f"{text} The loss passes them without a mark.")
    if stages.is_raised and not _is_planned(case, RESTARTING):
        return _without_restart(
            case,
            stages,
            text,
        )
    if not stages.is_raised and is_sign_seen(loss_step_up, case):
        return PAGE.broken(
            text,
            stages.where,
            ELSEWHERE,
        )
    return _by_ends(
        stages,
        usual,
        text,
    )


def _without_restart(
    case: Case,
    stages: Stages,
    text: str,
) -> NormalPattern:
    """Return the answer where the rate goes up and no restart is stated."""
    if _is_planned(case, FALLING):
        return PAGE.broken(
            text,
            stages.where,
            RESUME,
        )
    text = f"{text} The plan of the rate is not stated."
    return PAGE.not_measured(text, stages.where)


def _by_ends(
    stages: Stages,
    usual: float,
    text: str,
) -> NormalPattern:
    """Return the answer by what each stage reaches."""
    rises = np.diff(stages.ends) > usual
    if not rises.any():
        return PAGE.holds(text, stages.where)
    if stages.is_raised and not rises[:-1].any():
        text = f"{text} The last cycle may not be over."
        return PAGE.not_measured(text, stages.where)
    return PAGE.broken(text, stages.where)


def _stages(case: Case) -> Stages | None:
    """Return the stages; None where loss and rate are not at the same points."""
    loss = train_loss(case)
    if loss is None or len(loss) < 2 * LEAST_POINTS:
        return None
    pair = paired(
        case,
        loss.name,
        "lr",
    )
    if pair is None or len(pair[0]) != len(loss):
        return None
    rates = pair[1]
    logs = np.log(np.maximum(rates, TINY))
    factors = np.abs(np.diff(logs))
    jumps = 1 + np.flatnonzero(factors >= np.log(LEAST_JUMP))
    warm_up = int(np.argmax(rates))
    jumps = jumps[jumps > warm_up]
    has_room = (jumps >= SIDE) & (jumps <= len(loss) - SIDE)
    return Stages(
        loss,
        rates,
        jumps[has_room],
    )


def _is_planned(case: Case, plans: tuple[str, ...]) -> bool:
    """Return whether the stated schedule is of one of these kinds."""
    schedule = word(case, "schedule").replace("-", "_")
    return any(plan in schedule for plan in plans)


def _levels(values: Floats) -> Floats:
    """Return the median of each three neighboring values, from the first of them on."""
    windows = np.lib.stride_tricks.sliding_window_view(values, SIDE)
    medians = np.median(windows, axis=1)
    return np.asarray(
        medians,
        dtype=np.float64,
    )


def _changes(values: Floats) -> Floats:
    """Return how far the levels before and after each point lie apart, from the third point on."""
    levels = _levels(values)
    return np.abs(levels[SIDE:] - levels[:-SIDE])


def _usual(changes: Floats, at: NDArray[np.intp]) -> float:
    """Return the median change at points whose sides hold no jump; 0 without such a point."""
    points = SIDE + np.arange(len(changes))
    distances = np.abs(np.subtract.outer(points, at))
    is_away = (distances >= SIDE).all(axis=1)
    if not is_away.any():
        return 0.0
    return median(changes[is_away])


def _text(stages: Stages) -> str:
    first = int(stages.at[0])
    jumps = [_jump(stages, int(at)) for at in stages.at[:LOGGED]]
    before = stages.loss.y[first - 1]
    after = stages.loss.y[first]
    return (
        f"The learning rate jumps {len(stages.at)} times "
        f"({'; '.join(jumps)}); "
        f"at the first jump {stages.loss.name} "
        f"goes from {before:.3g} to {after:.3g}."
    )


def _jump(stages: Stages, at: int) -> str:
    before = stages.rates[at - 1]
    after = stages.rates[at]
    return f"{before:.3g} to {after:.3g} at {stages.loss.x_name} {stages.loss.x[at]:g}"
