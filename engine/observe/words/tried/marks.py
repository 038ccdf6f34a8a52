"""The words of an account of what was tried: what was changed, which way, and what it did.

A row of marks.tsv is one of them, as a regular expression: `thing` (what can be changed), `way`
(that it was lowered, raised, varied, used or left out) or `outcome`. Of rows that match at one
place the first holds.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

Way = Literal["less", "more", "any", "on", "off"]
Outcome = Literal["helps", "nothing", "worse", "fails", "no-memory"]

# What rows of marks.tsv share, as {not} and {trouble}.
_SHARED = {
    "{not}": r"(?:(?:does|did|do|will|has|have|still) not|cannot|can't|never|won't|not"
    r"|(?:does|did|do|has|have)n'?t)",
    "{trouble}": r"(?:nans?|infs?|diverg\w{1,5}|explod\w{1,4}|explosions?|collaps\w{1,4}|stuck"
    r"|crash\w{0,4}|problems?|issues?|errors?|spik\w{1,4}|oscillat\w{1,5}|overfit\w{0,5}"
    r"|instabilit\w{1,3})",
}
_NUMBER = r"(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?:e-?\d{1,2})?"
_FROM_TO = rf"from (?P<before>{_NUMBER}) (?:down |up )?to (?P<after>{_NUMBER})"
_START, _END = r"(?<![\w/-])", r"(?![\w-])"


@dataclass(
    frozen=True,
    slots=True,
)
class Mark:
    """A thing, a way or an outcome by its name; start and end count within the clause."""

    kind: str
    name: str
    text: str
    start: int
    end: int

    @property
    def thing(self) -> str:
        if self.kind == "thing":
            return self.name
        return ""

    @property
    def way(self) -> Way | None:
        if self.kind == "way":
            return cast(Way, self.name)
        return None

    @property
    def outcome(self) -> Outcome | None:
        if self.kind == "outcome":
            return cast(Outcome, self.name)
        return None


def _rows() -> dict[tuple[str, str], list[str]]:
    """Return the patterns of each name, in the order of the file."""
    path = Path(__file__).parent / "marks.tsv"
    patterns: dict[tuple[str, str], list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pattern = row["pattern"]
            for place, shared in _SHARED.items():
                pattern = pattern.replace(place, shared)
            name = row["kind"], row["name"]
            patterns.setdefault(name, []).append(pattern)
    return patterns


_ROWS = _rows()
_PATTERNS = {name: "|".join(patterns) for name, patterns in _ROWS.items()}
# The first finds a mark, quickly since it holds no groups; the others say which one it is.
_ANY = re.compile(rf"{_START}(?:{'|'.join((_FROM_TO, *_PATTERNS.values()))}){_END}")
_EACH = {name: re.compile(rf"(?:{pattern}){_END}") for name, pattern in _PATTERNS.items()}


def marks(text: str) -> Iterator[Mark]:
    """Yield the marks of a clause in plain spelling, in order and not overlapping."""
    for found in _ANY.finditer(text):
        start, end = found.span()
        kind, name = _name_of(text, found)
        yield Mark(
            kind,
            name,
            found[0],
            start,
            end,
        )


def _name_of(
    text: str,
    found: re.Match[str],
) -> tuple[str, str]:
    if found["before"]:
        is_less = float(found["after"]) < float(found["before"])
        return "way", "less" if is_less else "more"
    start = found.start()
    named = (name for name, each in _EACH.items() if each.match(text, start))
    return next(named)
