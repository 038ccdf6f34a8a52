"""Single rows of a log: their values go to the recorder with their split, run and position."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.read.log.headings import split_of_heading
from engine.read.log.plan import POSITIONS, Count, Plan, Row
from engine.read.log.state import LogState, has_total, is_held_out

# The split of each value of a row, its run, step and epoch, and whether the values stand within a
# pass over a set, whose last value counts. A named tuple takes far longer to make.
_Place = tuple[list[str], str, float, float, bool]


def add_row(
    state: LogState,
    row: Row,
    line: str = "",
    rank: str = "",
) -> bool:
    """Add the values of a row; return whether it held one that is known.

    line: the text of the row, which may be a heading as well.
    """
    plan = row.plan
    if not plan.is_known and not row.is_of_own_names:
        _see_position(state, row)
        split = split_of_heading(line)
        state.open_section(split)
        return False
    splits, run, step, epoch, is_within = _place_of(state, row, rank)
    add = state.recorder.add
    for (slot, value), split in zip(row.values, splits, strict=True):
        add(
            (slot.name, split, plan.group, run, ""),
            value,
            step,
            epoch,
            is_within,
        )
    return True


def _see_position(state: LogState, row: Row) -> None:
    """Remember the position of a line without a known value: the lines below belong to it."""
    epoch = row.counts.get("epoch", math.nan)
    step = row.counts.get("step", math.nan)
    if math.isfinite(epoch) and not row.values:
        state.see_header(epoch)
    if math.isfinite(step):
        state.step = step


def _place_of(
    state: LogState,
    row: Row,
    rank: str,
) -> _Place:
    """Return the place of a row, after all that the row says of the state of the log."""
    counts, plan = row.counts, row.plan
    if not counts:
        return _place_below(state, plan, rank)
    epoch = counts.get("epoch", math.nan)
    index = counts.get("index", math.nan)
    own_step = counts.get("step", index)
    if math.isfinite(epoch):
        state.close_section_of(epoch)
        state.recorder.see_epoch(math.floor(epoch))
    else:
        epoch = state.recorder.epoch
    state.close_section(plan.group, own_step)

    splits = state.splits_of(plan)
    state.see_splits(splits)
    is_evaluation = is_held_out(splits)
    run = _run_of(state, counts, rank)
    if not is_evaluation and math.isfinite(own_step):
        kind = f"{plan.group} {run}"
        state.recorder.see_step(
            kind,
            own_step,
            has_total(counts),
            epoch,
        )
        state.step = own_step
    step = state.step
    if not POSITIONS.isdisjoint(counts):
        step = _step_in_run(state, counts, own_step)
    is_within = is_evaluation and _is_of_a_pass(counts)
    return splits, run, step, epoch, is_within


def _place_below(
    state: LogState,
    plan: Plan,
    rank: str,
) -> _Place:
    """Return the place of a row that says none: that of the lines above it."""
    state.close_section(plan.group, math.nan)
    splits = state.splits_of(plan)
    state.see_splits(splits)
    run = state.run_of(rank)
    return splits, run, state.step, state.recorder.epoch, False


def _run_of(
    state: LogState,
    counts: Mapping[Count, float],
    rank: str,
) -> str:
    rank_of_line = counts.get("rank")
    if rank_of_line is not None:
        rank = f"{rank_of_line:g}"
    return state.run_of(rank)


def _step_in_run(
    state: LogState,
    counts: Mapping[Count, float],
    step: float,
) -> float:
    """Return the step in the run of `Epoch: [3][10/100]`, whose step counts in the epoch."""
    total = counts.get("steps", math.nan)
    epoch = counts.get("epoch", math.nan)
    if not (math.isfinite(total) and math.isfinite(epoch)):
        return step
    if not step <= total:  # a step that is unknown is in no epoch either
        return step
    passed = epoch - state.recorder.first_epoch
    return passed * total + step


def _is_of_a_pass(counts: Mapping[Count, float]) -> bool:
    """Say whether a line stands within a pass over a set: its counter has a total, and is not the
    step of the training.
    """
    if "indices" in counts:
        return True
    return "steps" in counts and "epoch" in counts
