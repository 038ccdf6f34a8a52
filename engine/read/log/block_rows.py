"""Blocks of lines of one kind: whole columns go to the recorder where the order says no more."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from engine.read.log.blocks import Block, column_of, rows_of, values_of
from engine.read.log.plan import POSITIONS, Plan
from engine.read.log.recorder import Key
from engine.read.log.single_rows import add_row
from engine.read.log.state import HELD_OUT, LogState, has_total, is_held_out
from engine.run import Floats


class _Positions(NamedTuple):
    """Positions of the lines of a block, None for those that they do not have.

    totals: of the steps in an epoch.
    """

    epochs: Floats | None
    steps: Floats | None
    totals: Floats | None


def read_block(state: LogState, block: Block) -> None:
    """Read lines of one kind that stand one after another."""
    plan = block.plan
    positions = _positions_of(block)
    if _needs_single_rows(state, plan, positions):
        for row in rows_of(block):
            add_row(state, row)
        return
    _see_positions(state, plan, positions)
    epochs = positions.epochs
    if epochs is None:
        epochs = np.full(block.height, state.recorder.epoch)
    if positions.steps is None:
        state.see_splits(state.splits_of(plan))
    else:
        _see_steps(
            state,
            plan,
            positions.steps,
            epochs,
        )
    steps = _steps_in_run(state, positions)
    if steps is None:
        step = math.nan if plan.counts else state.step
        steps = np.full(block.height, step)
    splits = state.splits_of(plan)
    for slot, split in zip(
        plan.metrics,
        splits,
        strict=True,
    ):
        key = Key(
            slot.name,
            split,
            plan.group,
            state.run,
        )
        values = values_of(block, slot)
        state.recorder.add_many(
            key,
            values,
            steps,
            epochs,
        )


def _positions_of(block: Block) -> _Positions:
    columns: dict[str, Floats] = {}
    for slot in block.plan.counts:
        if slot.kind in columns:
            continue
        columns[slot.kind] = column_of(
            block,
            slot.place,
            slot.scale,
        )
    index = columns.get("index")
    return _Positions(
        epochs=columns.get("epoch"),
        steps=columns.get("step", index),
        totals=columns.get("steps"),
    )


def _needs_single_rows(
    state: LogState,
    plan: Plan,
    positions: _Positions,
) -> bool:
    """Say whether the order of the lines says more than their numbers: another run begins, or an
    evaluation is under way.
    """
    epochs, steps, _ = positions
    may_end = epochs is not None or plan.group in state.open_steps
    if state.section and may_end:
        return True  # a line of the block may end the section
    if epochs is not None and _falls(epochs):
        return True
    if epochs is None and steps is not None and _falls(steps):
        return True
    kinds = {slot.kind for slot in plan.counts}
    if POSITIONS.isdisjoint(kinds):
        return bool(kinds)
    splits = state.splits_of(plan)
    return has_total(kinds) and not HELD_OUT.isdisjoint(splits)


def _falls(column: Floats) -> bool:
    falls = np.diff(column) < 0
    return bool(falls.any())


def _see_positions(
    state: LogState,
    plan: Plan,
    positions: _Positions,
) -> None:
    """See the first and the last epoch of a block, and end the section that they leave."""
    epochs, steps, _ = positions
    if epochs is not None:
        first, last = float(epochs[0]), float(epochs[-1])
        state.close_section_of(first)
        state.recorder.see_epoch(math.floor(first))
        state.recorder.see_epoch(math.floor(last))
    first_step = math.nan
    if steps is not None:
        first_step = float(steps[0])
    state.close_section(plan.group, first_step)


def _see_steps(
    state: LogState,
    plan: Plan,
    steps: Floats,
    epochs: Floats,
) -> None:
    """See the first and the last step of a block, between which they rise."""
    last = float(steps[-1])
    if not state.section:
        state.open_steps[plan.group] = last
    splits = state.splits_of(plan)
    state.see_splits(splits)
    if is_held_out(splits):
        return
    state.step = last
    run = state.run_of("")
    kinds = {slot.kind for slot in plan.counts}
    is_in_epoch = has_total(kinds)
    for place in (0, -1):
        step, epoch = float(steps[place]), float(epochs[place])
        state.recorder.see_step(
            f"{plan.group} {run}",
            step,
            is_in_epoch,
            epoch,
        )


def _steps_in_run(state: LogState, positions: _Positions) -> Floats | None:
    """Return the steps in the run of lines like `Epoch: [3][10/100]`, whose steps count in the
    epoch.
    """
    epochs, steps, totals = positions
    if steps is None or totals is None or epochs is None:
        return steps
    passed = epochs - state.recorder.first_epoch
    in_run = passed * totals + steps
    return np.where(steps <= totals, in_run, steps)
