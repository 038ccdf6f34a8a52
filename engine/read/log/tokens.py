"""A console line as tokens: its numbers, their units, and the texts around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.read.parts.limits import MAX_LINE

# Digits are possessive (`*+`, `++`): given back one by one, those of `9999...x` cost a quadratic
# number of steps.
_EXPONENT = r"(?:[eE][-+]?\d++)?"
_GROUPED = r"\d{1,3}(?>(?:,\d{3})+)(?!\d|,\d)"
_DECIMAL = rf"(?:{_GROUPED}|\d++)(?:\.\d*+)?{_EXPONENT}"
_FRACTION = rf"\.\d++{_EXPONENT}"
_REST_OF_GROUPED = r"\d{0,2}(?>(?:,\d{3})+)(?!\d|,\d)"
_DIGITS_FIRST = rf"(?<=\d)(?:{_REST_OF_GROUPED}|\d*+)(?:\.\d*+)?{_EXPONENT}"
_WORDS = r"[nN][aA][nN](?:\.0)?|[iI][nN][fF](?:inity|\.0)?"
_SIGN_FIRST = rf"(?<=[-+])(?:{_DECIMAL}|{_FRACTION}|{_WORDS})"
_POINT_FIRST = rf"(?<=\.)\d++{_EXPONENT}"
_LETTER_FIRST = r"(?<=[nN])[aA][nN](?:\.0)?|(?<=[iI])[nN][fF](?:inity|\.0)?"
# A unit is glued to its number or stands one blank behind it.
_GLUED_UNIT = (
    r"%|(?:[munµ]?s|sec|secs|min|h|hr|hrs|d)(?:/(?:it|step|iter|epoch|batch|img|sample))?"
    r"|(?:it|its|iter|step|tok|tokens|samples|img|images|imgs|batch|steps|items|ex|doc|records|[kMG]?tok)/(?:s|sec|second)"
    r"|/s(?:ec)?|[KMGTkmgt]i?B(?:/s)?|[KMGT]i?bytes|[kKMBT](?:/s)?|px|x|st|nd|rd|th|epoch|ep|step|steps|z|GFLOPs|TFLOPs?"
)
# Groups: the number, its unit. The pattern opens with one class of characters, which the matcher
# can skip to; a lookbehind from there refuses a number that belongs to a word (acc@1, f1, top-5).
_NUMBER = re.compile(
    r"([-+.\dnNiI](?<![\w.@#^][\s\S])(?<![A-Za-z][-][\s\S])"
    rf"(?:{_DIGITS_FIRST}|{_SIGN_FIRST}|{_POINT_FIRST}|{_LETTER_FIRST}))"
    rf"(?:((?:{_GLUED_UNIT})(?!\w)| %(?!\w))|(?!\w|\.\d))",
    re.ASCII,
)
# A file's name holds numbers that are no values: epoch=02-val_loss=0.95.ckpt
_ENDING_OF_FILE = (
    r"\.(?:ckpt|pth?|py|bin|safetensors|h5|keras|json|ya?ml|csv|png|npz|onnx|tar|log)"
    r"(?::\d{1,7})?(?![\w.])"
)
_FILE = re.compile(rf"(?<![^\s'\"])[^\s'\"]{{1,400}}{_ENDING_OF_FILE}")
# A cheap test before a file is looked for, which the matcher can skip to.
_ENDING = re.compile(_ENDING_OF_FILE)
# How tensors and scalars of arrays print: tensor(0.5, device='cuda:0'), np.float32(0.5)
_WRAPPED_NUMBER = re.compile(
    r"\b(?:[\w.]{1,20}\.)?(?:tensor|array|Array|DeviceArray|Tensor|(?:b?float|int)\d{1,3})"
    r"\(\s?\[?([-+\w.]{1,30})\]?(?:,[^()]{0,120})?\)"
)
# A cheap test before one is looked for: what stands before its bracket.
_MAY_WRAP = re.compile(r"[ry\d]\(")
# Over how much a value was averaged: loss (for 1 batch), reward (last 100 episodes)
_ASIDE = re.compile(
    r" ?\((?:for|over|last|past|of|from) (?:the )?(?:last |past )?(?:\d{1,7}|one|a) [a-z]{2,14}\)"
)
_SINGLE = re.compile(r"(\.\d{1,20})f(-?\d{1,2})(?!\w)")
_DECIMAL_COMMA = re.compile(r"(?<![\d,.])(\d{1,6}),(\d{1,2}|\d{4,12})(?![\d,])")

# Lead, unit (or None), lead, unit, ..., rest: the texts around the numbers.
Shape = tuple[str | None, ...]


class Tokens(NamedTuple):
    """Lines that differ in their numbers only have one shape."""

    shape: Shape
    numbers: list[str]


def split_at_numbers(line: str) -> Tokens | None:
    """Return shape and numbers of the line.

    None for a line without numbers, and for one that is too long for a metric line.
    """
    if len(line) > MAX_LINE:
        return None
    parts = _NUMBER.split(_without_files(line))  # lead, number, unit, lead, number, unit, ..., rest
    if len(parts) == 1:
        return None
    numbers = parts[1::3]
    del parts[1::3]
    return Tokens(tuple(parts), numbers)


def numbers_of_alike(lines: Sequence[str], shape: Shape) -> list[str] | None:
    """Return the numbers of lines one after another, None where a line has another shape.

    One search over all of them takes half as long as one for each.
    """
    text = "\n".join(map(_without_files, lines))
    parts = _NUMBER.split(text)
    numbers = parts[1::3]
    del parts[1::3]
    first, *inner, last = shape
    between = (f"{last}\n{first}", *inner)
    repeated = between * len(lines)
    expected = [first, *repeated[1:], last]
    return numbers if parts == expected else None


def _without_files(line: str) -> str:
    """Return the line with a blank for each name of a file."""
    ending = _ENDING.search(line)
    if ending is None:
        return line
    start = ending.start()
    before = line[:start]
    if before and not before[-1].isspace():
        word = before.rsplit(None, 1)[-1]
        start -= len(word)
    return line[:start] + _FILE.sub(" ", line[start:])


def unwrapped(line: str) -> str:
    """Return the line with plain numbers for printed tensors, scalars of arrays, and numbers of
    single precision as Julia prints them (1.2f-5), without asides such as `(last 100 episodes)`.
    """
    if "f" in line and "." in line:
        line = _SINGLE.sub(r"\1e\2", line)
    if "(" not in line:
        return line
    line = _ASIDE.sub("", line)
    if _MAY_WRAP.search(line) is None:
        return line
    return _WRAPPED_NUMBER.sub(r"\1", line)


def leads_of(shape: Shape) -> list[str]:
    """Return the text in front of each number, and the text behind the last."""
    return [lead or "" for lead in shape[::2]]


def units_of(shape: Shape) -> list[str]:
    """Return the unit of each number, empty without one."""
    return [(unit or "").strip() for unit in shape[1::2]]


def value_of(text: str) -> float:
    """Return the number of a token: `1,000` is a thousand, `nan.0` as Lightning writes it NaN."""
    try:
        return float(text)
    except ValueError:
        plain = text.replace(",", "").lower()
        if plain.endswith(("nan.0", "inf.0")):
            plain = plain[:-2]
        return float(plain)


def with_decimal_points(line: str) -> str:
    """Write `0,87` as `0.87`."""
    return _DECIMAL_COMMA.sub(_with_point, line)


def _with_point(match: re.Match[str]) -> str:
    """Return a number with a point; the matcher takes far longer to fill in a template."""
    whole, decimals = match.groups()
    return f"{whole}.{decimals}"


def has_decimal_commas(lines: list[str]) -> bool:
    """Say whether the numbers of a log have decimal commas: most of their commas are between two
    digits that no thousands explain, and no number has a point.
    """
    sample = [line[:MAX_LINE] for line in lines[:400]]
    commas = sum(len(_DECIMAL_COMMA.findall(line)) for line in sample if "," in line)
    if commas < 2:
        return False
    points = sum(len(_POINT.findall(line)) for line in sample)
    return commas > 2 * points


_POINT = re.compile(r"(?<![\d.])\d{1,6}\.\d{2,12}(?![\d.])")
