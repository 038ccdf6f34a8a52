"""Program text in a log: which lines it takes, so that no other reader sees them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from engine.read.code.find import MAX_LINES, find_code
from engine.read.source import Source
from engine.run import Snippet

_MEMO = "code"


class CodeLines(NamedTuple):
    """snippets: with the numbers that their lines have in the text, blank lines counted.

    places: indices of their lines among the lines of the source, which has no empty ones.
    """

    snippets: tuple[Snippet, ...] = ()
    places: frozenset[int] = frozenset()


NO_CODE = CodeLines()


def code_lines(source: Source) -> CodeLines:
    """Find the program text of a source once for all who ask; none in a very long text."""
    found = source.memo.get(_MEMO)
    if not isinstance(found, CodeLines):
        found = _find(source)
        source.memo[_MEMO] = found
    return found


def _find(source: Source) -> CodeLines:
    if len(source.lines) > MAX_LINES:
        return NO_CODE
    lines = _lines_with_blanks(source)
    found = find_code(
        lines,
        source.name,
    )
    numbers = [number for number, line in enumerate(lines) if line]
    places = [place for place, number in enumerate(numbers) if number in found.lines]
    return CodeLines(
        found.snippets,
        frozenset(places),
    )


def _lines_with_blanks(source: Source) -> list[str]:
    """Return the lines as the text numbers them, or without blank ones where bars were drawn."""
    whole = [line.rstrip("\r") for line in source.text.split("\n")]
    written = [line for line in whole if line]
    return whole if written == source.lines else source.lines


def without(
    lines: Sequence[str],
    places: Collection[int],
) -> list[str]:
    """Return the lines with empty ones in the place of program text."""
    kept = list(lines)
    for place in places:
        kept[place] = ""
    return kept
