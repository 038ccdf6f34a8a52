"""Numbers in every spelling that trainers and people use."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from engine.read.errors import Problem, ReadError
from engine.run import Floats

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
_LISTED = 20


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
    """A value as JSON would write it, cut to a length that fits a message."""
    if isinstance(value, str):
        return repr(value if len(value) <= _QUOTED_LENGTH else value[:_QUOTED_LENGTH] + "...")
    if isinstance(value, bool):
        return str(value).lower()
    return "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else type(value).__name__


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
    positions = np.array([position for position, value in enumerate(values) if value is not None], dtype=np.float64)
    kept = [value for value in values if value is not None]
    try:
        return np.array(_with_texts_read(kept), dtype=np.float64), positions
    except (ValueError, OverflowError, TypeError):
        raise ReadError(*_not_numbers(values, pointer)) from None


def _with_texts_read(values: list[object]) -> list[object]:
    """The few spellings of NaN and infinity are read once each, not once for each place where they stand."""
    kinds = set(map(type, values))
    if not kinds <= {int, float, str}:
        raise ValueError("not a number")
    if str not in kinds:
        return values
    read = {value: number_from_json(value) for value in values if type(value) is str}
    return [read[value] if type(value) is str else value for value in values]


def _not_numbers(values: Sequence[object], pointer: str) -> list[Problem]:
    problems: list[Problem] = []
    for position, value in enumerate(values):
        try:
            number_from_json(value)
        except ValueError as error:
            problems.append(Problem(f"{pointer}/{position}", str(error)))
    return problems[:_LISTED]
