"""Numbers in every spelling that trainers and people use."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Sequence
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import ArrayLike

from engine.read.errors import Problem, ReadError
from engine.run import Floats

MISSING = frozenset({"", "-", "--", "none", "null", "n/a", "na", "undefined"})
_NAN = ("nan", "+nan", "-nan", "nan(ind)", "-nan(ind)", "#qnan", "1.#qnan", "1.#ind", "-1.#ind")
_INFINITY = ("inf", "+inf", "infinity", "+infinity", "1.#inf")
_MINUS_INFINITY = ("-inf", "-infinity", "-1.#inf")
NON_FINITE = {
    **dict.fromkeys(_NAN, math.nan),
    **dict.fromkeys(_INFINITY, math.inf),
    **dict.fromkeys(_MINUS_INFINITY, -math.inf),
}
_PLAIN = re.compile(r"[-+]?(?:\d++\.?\d*+|\.\d++)(?:[eE][-+]?\d++)?", re.ASCII)
_QUOTED_LENGTH = 40
_LISTED = 20
_SHARED: WeakValueDictionary[int, Floats] = WeakValueDictionary()  # length -> places
_AT_ONCE = 4096  # values that are packed while they are in the cache
_JSON_NUMBERS = frozenset({int, float, str})  # a text may spell a number


def number_from_text(text: str) -> float | None:
    """Return the number that a text spells, None if it spells none.

    float() alone would also take `1_000` and digits of other scripts.
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return float(text)
    word = text.lower()
    return NON_FINITE.get(word)


def is_plain_number(text: str) -> bool:
    """Return whether a text is digits with a sign, a point or an exponent, and no blanks."""
    return _PLAIN.fullmatch(text) is not None


def is_missing(text: str) -> bool:
    """Return whether a cell says that no value was recorded."""
    word = text.strip().lower()
    return word in MISSING


def quoted(value: object) -> str:
    """Return a value as JSON would write it, cut to a length that fits a message."""
    if isinstance(value, str):
        return repr(_cut(value))
    if isinstance(value, bool):
        word = str(value)
        return word.lower()
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    return type(value).__name__


def _cut(text: str) -> str:
    """Return the start of a long text, with dots for the rest."""
    if len(text) <= _QUOTED_LENGTH:
        return text
    start = text[:_QUOTED_LENGTH]
    return f"{start}..."


def number_from_json(value: object) -> float | None:
    """Return a JSON value as a number, None for null.

    Raises ValueError for every other value that is no number; true and false are none.
    """
    if value is None:
        return None
    if isinstance(value, str):
        number = number_from_text(value)
        if number is not None:
            return number
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"not a number: {quoted(value)}")
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError("a number beyond the range of 64-bit floating point") from error


def recorded(
    values: Sequence[object],
    pointer: str,
) -> tuple[Floats, Floats]:
    """Return the values of a JSON list that were recorded (not null), and their positions.

    Raises ReadError naming each position without a number.
    """
    packed = _packed(values)
    if packed is not None:
        return packed, _positions(len(values))
    places = [place for place, value in enumerate(values) if value is not None]
    kept = [values[place] for place in places]
    try:
        read = _with_texts_read(kept)
        numbers = _floats(read)
    except (ValueError, OverflowError, TypeError):
        problems = _not_numbers(values, pointer)
        raise ReadError(*problems) from None
    return numbers, _floats(places)


def _positions(count: int) -> Floats:
    """Return the places of a list; lists of one length share them, as long as one of them is kept.

    So series by position are known to have the same x without a look at a million values.
    """
    known = _SHARED.get(count)
    if known is None:
        known = np.arange(count, dtype=np.float64)
        known.flags.writeable = False
        _SHARED[count] = known
    return known


def _packed(values: Sequence[object]) -> Floats | None:
    """Return numbers as an array; None where a value is something else.

    The usual case, in one pass in C, since a curve may have a million values.
    """
    numbers = np.empty(len(values))
    try:
        for start in range(0, len(values), _AT_ONCE):
            few = values[start : start + _AT_ONCE]
            struct.pack_into(f"{len(few)}d", numbers.data, 8 * start, *few)
    except (struct.error, OverflowError):
        return None
    return None if _holds_flags(values, numbers) else numbers


def _holds_flags(
    values: Sequence[object],
    numbers: Floats,
) -> bool:
    """Say whether any of the values is true or false, which are 1 and 0 as numbers."""
    is_bit = numbers == 0
    is_bit |= numbers == 1
    places = np.flatnonzero(is_bit)
    bits = map(
        values.__getitem__,
        places.tolist(),
    )
    return bool in set(map(type, bits))


def _floats(values: ArrayLike | Sequence[object]) -> Floats:
    return np.array(values, dtype=np.float64)


def _with_texts_read(values: list[object]) -> list[object]:
    """Read each spelling of NaN and infinity once, not once for each place where it occurs.

    Raises ValueError if a value is no number.
    """
    types = set(map(type, values))
    if not types <= _JSON_NUMBERS:
        raise ValueError("not a number")
    if str not in types:
        return values
    texts = {value for value in values if isinstance(value, str)}
    numbers: dict[object, object] = {text: number_from_json(text) for text in texts}
    return [numbers[value] if type(value) is str else value for value in values]


def _not_numbers(
    values: Sequence[object],
    pointer: str,
) -> list[Problem]:
    """Name the first positions without a number, and why."""
    problems: list[Problem] = []
    for position, value in enumerate(values):
        try:
            number_from_json(value)
        except ValueError as error:
            place = f"{pointer}/{position}"
            problem = Problem(place, str(error))
            problems.append(problem)
        if len(problems) == _LISTED:
            break
    return problems


def clamped_float(value: float) -> float:
    """Return the float, an infinity for a whole number beyond its range."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
