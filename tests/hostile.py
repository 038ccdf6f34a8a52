"""Texts that a regular expression reads slowly, if it can: made from its own parts.

Each long repeat of the expression is pumped behind the shortest text that leads to it, and cut off
by a character that fits nothing; and the beginnings of a match are written again and again, so that
every one starts in vain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as op
from re import _parser
from typing import Any, NamedTuple

LONG = 12  # a repeat that may be longer is pumped
ENDLESS = 1_000  # a repeat that may be longer is pumped with several kinds of characters
KINDS = "9a -.,:=[('\"|\n_%/x"  # one character of each kind that formats use
BREAKS = ("\0", "x")
SEPARATORS = ("", " ", ",", "\n")
PLAIN = ("9", " ", "a", "-", "\n", "9 ", "a ", "a.", "9,", "a=", "[", "(", "a:9 ", " \n")

Make = Callable[[int], str]  # a text of about that many characters


class Pump(NamedTuple):
    lead: str
    body: str


def hostile_texts(pattern: re.Pattern[str]) -> dict[str, Make]:
    """Makers of texts by what they hold, each text once."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    texts = {repr(unit): _repeated("", unit, "") for unit in PLAIN}
    for lead, body in _pumps(tree, ""):
        for end in BREAKS:
            texts[f"{lead!r} + {body!r} * n + {end!r}"] = _repeated(lead, body, end)
        for separator in SEPARATORS:
            texts[f"{lead + body + separator!r} * n"] = _repeated("", lead + body + separator, "")
    almost = _sample(tree)[:-1]
    for separator in SEPARATORS if almost else ():
        texts[f"{almost + separator!r} * n"] = _repeated("", almost + separator, "")
    return texts


def _repeated(lead: str, body: str, end: str) -> Make:
    return lambda size: lead + body * (size // len(body)) + end


def _pumps(nodes: Any, lead: str) -> Iterator[Pump]:
    """Each long repeat, with a text that leads to it."""
    for code, value in nodes:
        for inner in _inner(code, value):
            yield from _pumps(inner, lead)
        if _is_repeat(code):
            _, most, body = value
            bodies = _bodies(body) if most > LONG else []
            for text in bodies if most > ENDLESS else bodies[:1]:
                yield Pump(lead, text)
        lead += _sample([(code, value)])


def _is_repeat(code: object) -> bool:
    return code in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}


def _inner(code: object, value: Any) -> list[Any]:
    if _is_repeat(code):
        return [value[2]]
    if code is op.SUBPATTERN:
        return [value[3]]
    if code is op.ATOMIC_GROUP:
        return [value]
    return list(value[1]) if code is op.BRANCH else []


def _bodies(body: Any) -> list[str]:
    """What is repeated: of a class of characters one of each kind, three at most."""
    nodes = list(body)
    if len(nodes) == 1 and nodes[0][0] in {op.IN, op.ANY, op.NOT_LITERAL}:
        return _members(*nodes[0])[:3]
    sample = _sample(body)
    return [sample] if sample else []


def _sample(nodes: Any) -> str:
    """A short text that the nodes match; optional parts are there."""
    return "".join(_sample_of(code, value) for code, value in nodes)


def _sample_of(code: object, value: Any) -> str:
    if code is op.LITERAL:
        return chr(value)
    if code in {op.IN, op.ANY, op.NOT_LITERAL}:
        return _members(code, value)[0]
    if _is_repeat(code):
        least, _, body = value
        return _sample(body) * max(least, 1)
    inner = _inner(code, value)
    return _sample(inner[0]) if inner else ""


def _members(code: object, value: Any) -> list[str]:
    """Characters that the class takes, of the common kinds if it takes any."""
    if code is op.ANY:
        return list("a 9")
    items = [(op.NEGATE, None), (op.LITERAL, value)] if code is op.NOT_LITERAL else value
    common = [character for character in KINDS if _takes(items, character)]
    return common or [next(chr(number) for number in range(0x2FFF) if _takes(items, chr(number)))]


def _takes(items: Any, character: str) -> bool:
    negated = items[0][0] is op.NEGATE
    return negated != any(_is_in(code, value, character) for code, value in items)


def _is_in(code: object, value: Any, character: str) -> bool:
    if code is op.LITERAL:
        return ord(character) == value
    if code is op.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if code is op.CATEGORY:
        return re.fullmatch(_CATEGORIES[value], character) is not None
    return False


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
