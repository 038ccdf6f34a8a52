"""Numbers in every spelling that trainers and people use."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np

from diagnostics_api.engine.read.errors import Problem, ReadError
from diagnostics_api.engine.records import Floats

MISSING = frozenset({"", "-", "--", "none", "null", "n/a", "na", "undefined"})
NON_FINITE = {
    **dict.fromkeys(
        ("nan", "+nan", "-nan", "nan(ind)", "-nan(ind)", "#qnan", "1.#qnan", "1.#ind", "-1.#ind"), math.nan
    ),
    **dict.fromkeys(("inf", "+inf", "infinity", "+infinity", "1.#inf"), math.inf),
    **dict.fromkeys(("-inf", "-infinity", "-1.#inf"), -math.inf),
}
_PLAIN = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_QUOTED_LENGTH = 40


def number_from_text(text: str) -> float | None:
    """The number that a text spells, None if it spells none. float() alone would also take `1_000` and digits of
    other scripts."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return float(text)
    return NON_FINITE.get(text.lower())


def is_missing(text: str) -> bool:
    return text.strip().lower() in MISSING


def quoted(value: object) -> str:
    text = str(value) if isinstance(value, int | float | str) else type(value).__name__
    return repr(text if len(text) <= _QUOTED_LENGTH else text[:_QUOTED_LENGTH] + "...")


def number_from_json(value: object) -> float | None:
    """A JSON value as a number: None for null, ValueError for what is no number (true and false are none)."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"not a number: {quoted(value)}")
    if isinstance(value, str):
        number = number_from_text(value)
        if number is None:
            raise ValueError(f"not a number: {quoted(value)}")
        return number
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError("a number beyond the range of 64-bit floating point") from error


def recorded(values: Sequence[object], pointer: str) -> tuple[Floats, Floats]:
    """Values of a JSON list as numbers, with the positions of those that were recorded (not null).

    Raises ReadError naming each position that holds no number.
    """
    if set(map(type, values)) <= {float}:  # the usual case, and one test in C instead of one in Python per value
        return np.array(values, dtype=np.float64), np.arange(len(values), dtype=np.float64)
    numbers: list[float] = []
    positions: list[int] = []
    problems: list[Problem] = []
    for position, value in enumerate(values):
        try:
            number = number_from_json(value)
        except ValueError as error:
            problems.append(Problem(f"{pointer}/{position}", str(error)))
            continue
        if number is not None:
            numbers.append(number)
            positions.append(position)
    if problems:
        raise ReadError(*problems[:20])
    return np.array(numbers, dtype=np.float64), np.array(positions, dtype=np.float64)


def all_numbers(cells: Iterable[str]) -> list[float] | None:
    """Cells of a table as numbers, None as soon as one is no number."""
    try:
        return [float(cell) for cell in cells]
    except ValueError:
        return None
