"""Lines one after another that differ in their digits only: one look at the first says where the
numbers of all of them go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import numpy as np

from engine.read.log.blocks import Block
from engine.read.log.frames import may_draw_bar
from engine.read.log.headings import may_open_run
from engine.read.log.listed_names import may_list_names
from engine.read.log.plan import Plan
from engine.read.log.slots import SUMMARY
from engine.read.log.tokens import Tokens, numbers_of_alike, split_at_numbers
from engine.read.settings.shapes import shapes_of
from engine.run import Floats

LEAST_LINES = 6  # to make arrays of fewer takes longer than to read them one by one
_LONGEST = 1000  # characters of a line, and bytes of its shape
_DIGITS = str.maketrans("", "", "0123456789")
# A dict, a table with a column for each split, an aside, a number of single precision (1.2f-5).
_SAYS_MORE = re.compile(r"[{}|(]|\.f")

PlanMaker = Callable[[Tokens], Plan | None]


def runs_of_alike(lines: Sequence[str], places: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the places again, those of lines together that differ in their digits only."""
    texts = [lines[place] for place in places]
    shapes = shapes_of(texts, _LONGEST)
    start = 0
    for _, run in groupby(shapes):
        end = start + len(list(run))
        yield places[start:end]
        start = end


def block_of_alike(lines: Sequence[str], plan_of: PlanMaker) -> Block | None:
    """Return lines that differ in their digits only as one block.

    None for few lines, for lines that say more than their numbers, and where a number is none that
    Python reads as it stands: `1,000`, `nan.0`, `inf`.
    """
    if len(lines) < LEAST_LINES:
        return None
    if max(map(len, lines)) > _LONGEST:
        return None
    first = lines[0]
    without_digits = first.translate(_DIGITS)
    tokens = split_at_numbers(first)
    if tokens is None or _may_say_more(without_digits):
        return None
    plan = plan_of(tokens)
    if plan is None or not plan.is_plain:
        return None
    if plan.group.startswith(SUMMARY):
        return None
    if not plan.counts and _may_be_sentence(without_digits):
        return None
    numbers = numbers_of_alike(lines, tokens.shape)
    if numbers is None:
        return None
    columns = _columns_of(numbers, len(lines))
    if columns is None:
        return None
    by_place = enumerate(columns)
    return Block(
        0,
        plan,
        dict(by_place),
    )


def _may_be_sentence(line: str) -> bool:
    return ":" not in line and "=" not in line


def _may_say_more(line: str) -> bool:
    """Say whether a line, of which the digits are left out, may be more than names and numbers."""
    if _SAYS_MORE.search(line):
        return True
    checks = (may_draw_bar, may_open_run, may_list_names)
    return any(check(line) for check in checks)


def _columns_of(numbers: Sequence[str], height: int) -> Floats | None:
    """Return numbers as an array of shape (numbers of a line, lines)."""
    try:
        floats = list(map(float, numbers))
    except ValueError:
        return None
    values = np.array(floats)
    is_number = np.isfinite(values)
    if not is_number.all():
        return None
    columns: Floats = values.reshape(height, -1).T
    return np.ascontiguousarray(columns)
