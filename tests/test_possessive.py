r"""Possessive groups that every supported Python reads alike.

Python before 3.11.5 goes on from where the last, failing round of a possessive group stopped, not
from where it began (python/cpython#106052 and #100061): `\d{1,3}(?:,\d{3})*+` took "14,200," with
its second comma. Debian 12 has 3.11.2. An atomic group, `(?>(?:,\d{3})*)`, means the same and is
read rightly by all. So is a possessive repeat of single characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from engine.read.log import kinds
from tests.test_patterns import PATTERNS

Part = tuple[Any, Any]  # (operation, arguments)
ONE_CHARACTER = {code.LITERAL, code.NOT_LITERAL, code.IN, code.ANY, code.CATEGORY}
REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
LOOKS = {code.ASSERT, code.ASSERT_NOT}
OF_NUMBERS = {"_NUMBER": kinds._NUMBER, "_LOOSE_NUMBER": kinds._LOOSE_NUMBER}

HARMFUL = {
    "repeat behind a character": r"\d(?:,\d{3})*+",
    "look behind a character": r"(?:[^.]|[.](?=\S))++",
    "group behind a character": r"(?:,(?:aa|bb))?+",
    "second round of a repeat": r"(?:(?:ab){2})*+",
    "deep inside": r"x(?:y|(?:z(?:,\d{3})++)?)",
}
HARMLESS = {
    "single characters": r"\d++,?+[a-z]{2,3}+",
    "characters alone": r"(?:\.0)?+",
    "a repeat in front": r"(?:\d++\.)*+",
    "a last repeat that takes nothing, too": r"(?:\.\d*+)?+",
    "one alternative or the other": r"(?:[^\\]|\\.)*+",
    "an atomic group": r"\d(?>(?:,\d{3})*)",
}


def _inner(part: Part) -> list[Sequence[Part]]:
    """Return the sequences that a part consists of."""
    operation, arguments = part
    if operation in REPEATS:
        return [arguments[2]]
    if operation is code.SUBPATTERN:
        return [arguments[3]]
    if operation is code.BRANCH:
        return list(arguments[1])
    if operation in LOOKS:
        return [arguments[1]]
    if operation is code.ATOMIC_GROUP:
        return [arguments]
    return []


def _is_one_character(sequence: Sequence[Part]) -> bool:
    return len(sequence) == 1 and sequence[0][0] in ONE_CHARACTER


def _cannot_fail(part: Part) -> bool:
    """Whether a part matches whatever comes, if need be nothing."""
    operation, arguments = part
    return operation in REPEATS and arguments[0] == 0 and _is_one_character(arguments[2])


def _goes_on_inside(sequence: Sequence[Part]) -> bool:
    """Whether `re` may note a place behind the beginning, and the sequence fail after that."""
    has_read = False
    for part in sequence:
        operation = part[0]
        if operation in ONE_CHARACTER:
            has_read = True
        elif operation is not code.AT and not _cannot_fail(part):
            if has_read or any(map(_goes_on_inside, _inner(part))):
                return True
            has_read = True
            if operation in REPEATS and not _is_one_character(part[1][2]) and part[1][0] > 1:
                return True
    return False


def _harmful(sequence: Sequence[Part]) -> Iterator[Part]:
    """Yield the possessive groups, at any depth, that a Python before 3.11.5 reads wrongly."""
    for part in sequence:
        for inner in _inner(part):
            yield from _harmful(inner)
            is_group = part[0] is code.POSSESSIVE_REPEAT and not _is_one_character(inner)
            if is_group and _goes_on_inside(inner):
                yield part


def is_harmful(pattern: str | bytes, flags: int = 0) -> bool:
    tree = parser.parse(pattern, flags & ~re.UNICODE)
    return any(True for _ in _harmful(tree))


@pytest.mark.parametrize("name", PATTERNS)
def test_possessive_groups_are_read_alike_by_every_python(name):
    pattern = PATTERNS[name]
    assert not is_harmful(pattern.pattern, pattern.flags), pattern.pattern


@pytest.mark.parametrize("name", OF_NUMBERS)
def test_possessive_groups_of_patterns_made_from_logs_are_read_alike(name):
    assert not is_harmful(rf"^(?:loss {OF_NUMBERS[name]}\n)+")


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_harmful_group_is_found(kind):
    assert is_harmful(HARMFUL[kind])


@pytest.mark.parametrize("kind", HARMLESS)
def test_a_harmless_group_is_left_alone(kind):
    assert not is_harmful(HARMLESS[kind])


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\d{1,3}(?>(?:,\d{3})*)", "14,200, and", "14,200"),
        (r"(?>(?:[^.]++|[.](?=\S))+)", "a.b. c", "a.b"),
        (r"(?:\d++\.)*+", "1.23.4", "1.23."),
        (r"(?:\.\d*+)?+", ".5.", ".5"),
        (r"\"(?:[^\"\\]|\\.)*+", '"a\\"b" c', '"a\\"b'),
    ],
)
def test_what_is_left_alone_is_read_rightly_here(pattern, text, found):
    assert re.match(pattern, text)[0] == found
