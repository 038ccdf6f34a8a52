"""Lines above a table that say of which data it is."""

from __future__ import annotations

from collections.abc import Sequence

from engine.read.metric_names.words import words_of
from engine.read.tables.words import split_among

_LINES_ABOVE = 3
_LONGEST_HEADING = 80
_NAMES_DATA = frozenset(
    {"set", "data", "results", "result", "report", "metrics", "scores", "split", "evaluation"}
)


def split_above(
    lines: Sequence[str],
    place: int,
) -> str:
    """Return the split that one of the lines above names as a heading, empty without one.

    `Results on the test set:` and `Validation` do; `Training on cuda` does not.
    """
    for line in reversed(lines[max(0, place - _LINES_ABOVE) : place]):
        if len(line) > _LONGEST_HEADING or any(map(str.isdigit, line)):
            continue
        words = words_of(line)
        split = split_among(words)
        if not split:
            continue
        is_short = len(words) <= 2
        if is_short or not _NAMES_DATA.isdisjoint(words):
            return split
    return ""


def says(
    lines: Sequence[str],
    place: int,
    word: str,
) -> bool:
    """Return whether one of the lines above holds a word."""
    if word in lines[place][:_LONGEST_HEADING].lower():
        return True
    above = lines[max(0, place - _LINES_ABOVE) : place]
    return any(word in line[:_LONGEST_HEADING].lower() for line in above)
