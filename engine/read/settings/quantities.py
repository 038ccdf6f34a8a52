"""Numbers of settings as people write them: with units, words, thousands and small products."""

from __future__ import annotations

import re

from engine.read.parts.numbers import number_from_text

_LONGEST = 80  # characters that are looked at
_UNITS = {"k": 1e3, "m": 1e6, "b": 1e9}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,5}", re.ASCII)
_UNDERSCORED = re.compile(r"\d{1,15}(?:_\d{3}){1,5}", re.ASCII)
# A number, perhaps a factor of thousands, and words that do not change it.
_WITH_WORDS = re.compile(
    r"(?P<number>[-+]?(?:\d[\d,_]{0,20}\.?\d{0,20}|\.\d{1,20})(?:[eE][-+]?\d{1,3})?)"
    r"(?P<unit>[kKMB])?"
    r"(?P<words>(?:\s*[(\[;,].{0,60}|\s*/\s*[a-zA-Z].{0,60}|\s+[a-zA-Z][^=:]{0,60})?)",
    re.ASCII,
)
_SCALED = re.compile(r"\b(?:scaled|multiplied|times)\b[^\d]{0,12}(\d{1,6}(?:\.\d{1,6})?)", re.ASCII)
_OPERATOR = re.compile(r"(?<!\s)\s*+(\*\*|<<|[*/])\s*+")
_MOST_FACTORS = 6
_LARGEST_POWER = 64
_LARGEST_BASE = 1e4


def number_in_words(text: str) -> float | None:
    """Return the number that a setting states: `1e-3 (cosine)`, `32 per GPU`, `5k steps`.

    `0.1 (scaled by 8)` is 0.8. None for a text that does not begin with a number.
    """
    text = text.strip()[:_LONGEST]
    product = number_of_product(text)
    if product is not None:
        return product
    match = _WITH_WORDS.fullmatch(text)
    if match is None:
        return None
    number = plain_number(match["number"])
    if number is None:
        return None
    unit = match["unit"] or ""
    factor = _UNITS.get(unit.lower(), 1.0)
    scaled = _SCALED.search(match["words"])
    if scaled:
        factor *= float(scaled.group(1))
    return number * factor


def plain_number(text: str) -> float | None:
    """Return a number with or without separators of thousands: 1,000 and 600_000."""
    text = text.strip()
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif _UNDERSCORED.fullmatch(text):
        text = text.replace("_", "")
    return number_from_text(text)


def number_of_product(text: str) -> float | None:
    """Return the value of a small product as program text states it: `8*64`, `2**10`, `1/3`.

    A number alone is a product of one factor.
    """
    short = text[:_LONGEST]
    parts = _OPERATOR.split(short)
    if len(parts) > 2 * _MOST_FACTORS:
        return None
    value = plain_number(parts[0])
    for operator, operand in zip(parts[1::2], parts[2::2], strict=True):
        factor = plain_number(operand)
        if value is None or factor is None:
            return None
        value = _combined(value, operator, factor)
    return value


def _combined(
    value: float,
    operator: str,
    factor: float,
) -> float | None:
    """Return None for a power or a quotient without a usable value."""
    if operator == "*":
        return value * factor
    if operator == "/":
        return value / factor if factor else None
    base = value if operator == "**" else 2.0
    is_bounded = abs(factor) <= _LARGEST_POWER and abs(value) <= _LARGEST_BASE
    if base <= 0 or not is_bounded:
        return None
    power = float(base**factor)
    return power if operator == "**" else value * power
