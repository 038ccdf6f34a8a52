"""Console line as tokens: its numbers, and the texts around them."""

from __future__ import annotations

import re

from engine.read.parts.limits import MAX_LINE

# Digits are possessive (`*+`, `++`): given back one by one, those of `9999...x` cost a quadratic
# number of steps.
_EXPONENT = r"(?:[eE][-+]?\d++)?"
_DECIMAL = rf"\d++(?:\.\d*+)?{_EXPONENT}"
_FRACTION = rf"\.\d++{_EXPONENT}"
_DIGITS_FIRST = rf"(?<=\d)\d*+(?:\.\d*+)?{_EXPONENT}"
_SIGN_FIRST = rf"(?<=[-+])(?:{_DECIMAL}|{_FRACTION}|[nN][aA][nN]|[iI][nN][fF](?:inity)?)"
_POINT_FIRST = rf"(?<=\.)\d++{_EXPONENT}"
_LETTER_FIRST = r"(?<=[nN])[aA][nN]|(?<=[iI])[nN][fF](?:inity)?"
# Groups: the number, a percent sign behind it. The pattern opens with one class of characters,
# which the matcher can skip to; a lookbehind from there refuses a number that a word or point
# precedes, and each alternative looks back at the first character to know how the number goes on.
_NUMBER = re.compile(
    r"([-+.\dnNiI](?<![\w.][\s\S])"
    rf"(?:{_DIGITS_FIRST}|{_SIGN_FIRST}|{_POINT_FIRST}|{_LETTER_FIRST})"
    r"(?!\w|\.\d))(\s?%)?",
    re.ASCII,
)

# Lead, percent sign (or None), lead, percent sign, ..., rest: the texts around the numbers.
Shape = tuple[str | None, ...]


def split_at_numbers(line: str) -> tuple[Shape, list[str]] | None:
    """Return shape and numbers of the line; lines that differ in numbers only have one shape.

    None for a line without numbers, and for one that is too long for a metric line.
    """
    if len(line) > MAX_LINE:
        return None
    parts = _NUMBER.split(line)  # lead, number, percent sign, lead, number, percent sign, ..., rest
    if len(parts) == 1:
        return None
    numbers = parts[1::3]
    del parts[1::3]
    return tuple(parts), numbers


def leads_of(shape: Shape) -> list[str]:
    """Return the text in front of each number."""
    return [lead or "" for lead in shape[:-1:2]]


def percents_of(shape: Shape) -> list[bool]:
    """Return for each number whether a percent sign follows it."""
    return [sign is not None for sign in shape[1::2]]
