"""Split a text into clauses, the parts that each make one statement or ask one question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.observe.measures.once import once_per_key
from engine.observe.words.plain import blanked, plain
from engine.observe.words.prose import not_sentences

MAX_CLAUSES = 60
LEAST_CHARACTERS = 3

_CONTRAST = r"(?:but|while|whereas|although|though|however)\b\s++"
_TAG = r"(?:is|are|does|can) (?:this|that|it|these)\b|normal\?|ok\?|okay\?|right\?|why\b"
# White space in front of a contrast belongs to the boundary, except line breaks that open it. Each
# alternative reads a run of blanks or line breaks from its start and only once: `\s+` before the
# word was quadratic in spaces.
_BOUNDARY = re.compile(
    r"(?<=[.!?;])\s++"
    r"|(?<=[?!]),\s++"
    rf"|,\s++{_CONTRAST}"
    rf"|,\s++(?={_TAG})"
    rf"|(?<![^\S\n])[^\S\n]++{_CONTRAST}"
    rf"|(?<=[^\S\n])\n++{_CONTRAST}"
    rf"|(?<=\s)--?\s(?={_TAG})"
    r"|\n++"
    r"|:\s++"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a text in plain spelling, and where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def part(self, start: int) -> Clause:
        """Return the clause from a character on."""
        rest = self.text[start:]
        bare = rest.lstrip(" ,:;")
        return Clause(bare.rstrip(), self.start + start + len(rest) - len(bare))


def clauses(text: str, left_out: tuple[tuple[int, int], ...] = ()) -> list[Clause]:
    """Return the clauses of a text in order, without program text, settings and `left_out`."""
    spelled = blanked(_sentences(text), left_out)
    found = (clause.part(0) for clause in _parts(spelled))
    return [clause for clause in found if len(clause.text) >= LEAST_CHARACTERS][:MAX_CLAUSES]


@once_per_key
def _sentences(text: str) -> str:
    """Return a text in plain spelling, with blanks for its lines that are no sentences."""
    spelled = plain(text)
    return blanked(spelled, not_sentences(spelled))


def _parts(text: str) -> Iterator[Clause]:
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        yield Clause(text[start : boundary.start()], start)
        start = boundary.end()
    yield Clause(text[start:], start)
