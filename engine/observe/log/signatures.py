"""Messages of trainers and libraries in the log, and in descriptions, where people paste them.

The whole text is searched for the literal part of each signature, which is one fast pass in C; only
the lines that hold it are matched against the pattern. Of each symptom the first message in time is
quoted: later ones follow from it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.evidence import Observation, Span, State
from engine.observe.log.tables import SIGNATURES, Signature
from engine.run import Case
from engine.scales import is_seen

QUOTED = 160
LINES_FOR_ABSENCE = 20  # of a shorter excerpt nobody knows what stood in the rest
WEAK = 0.3  # so many matches as a normal run has
_MOST_LINES = 2000  # looked at for one literal of a signature
_MOST_MATCHES = 100
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|doesn't|didn't|nor)\b[^.;:,!?]{0,25}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    signature: Signature
    line: int  # counted from 0
    quote: str
    count: int

    @property
    def strength(self) -> float:
        usual = self.signature.usual
        return self.signature.strength if self.count > usual else min(WEAK, self.signature.strength)


class Lines:
    """Lines as one lower-case text that is searched as a whole."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.text = "\n".join(lines).lower()
        self._starts = [0]
        for line in lines:
            # lower() changes the length of a few characters; the text is what is searched, so it
            # gives the starts
            self._starts.append(self._starts[-1] + len(line.lower()) + 1)

    def holding(self, literals: tuple[str, ...]) -> Iterator[int]:
        """Numbers of the lines that hold one of the literals, in order."""
        found: set[int] = set()
        for literal in literals:
            found.update(self._with(literal))
        yield from sorted(found)

    def _with(self, literal: str) -> Iterator[int]:
        position = self.text.find(literal)
        for _ in range(_MOST_LINES):
            if position < 0:
                return
            line = bisect.bisect_right(self._starts, position) - 1
            yield line
            position = self.text.find(literal, self._starts[line + 1])


def hits(lines: Sequence[str], negatable: bool = False) -> list[Hit]:
    """The first match of each signature. `negatable`: prose, where `no CUDA out of memory` is no
    report of one.
    """
    searched = Lines(lines)
    table = (signature for signature in SIGNATURES if signature.prose or not negatable)
    found = (_first_hit(signature, searched, negatable) for signature in table)
    return [hit for hit in found if hit is not None]


def _first_hit(signature: Signature, searched: Lines, negatable: bool) -> Hit | None:
    first, quote, count = -1, "", 0
    for number in searched.holding(signature.literals):
        line = searched.lines[number]
        match = signature.pattern.search(line)
        if match is None or (negatable and _NEGATION.search(line, 0, match.start())):
            continue
        count += 1
        if count >= _MOST_MATCHES:
            break
        if first < 0:
            first, quote = number, _trimmed(line, match.start())
    return Hit(signature, first, quote, count) if count else None


def _trimmed(line: str, start: int) -> str:
    """At most 160 characters that hold the beginning of the match."""
    line = line.rstrip()
    cut = max(0, min(start - 40, len(line) - QUOTED)) if len(line) > QUOTED else 0
    text = " ".join(line[cut : cut + QUOTED].split())
    return ("..." if cut else "") + text


def observe_log(case: Case) -> tuple[Observation, ...]:
    """One observation for each symptom that signatures know, in the order of the tables."""
    best: dict[str, Observation] = {}
    for hit in hits(case.log):
        _keep_earliest(best, _observation(hit))
    for hit in hits(case.description.splitlines(), negatable=True):
        item = replace(_observation(hit), channel="words", source="description", span=None)
        if item.strength > (best[item.symptom].strength if item.symptom in best else 0.0):
            best[item.symptom] = item
    unseen: State = "absent" if len(case.log) >= LINES_FOR_ABSENCE else "not-measured"
    return tuple(
        best.get(slug, Observation(slug, unseen, channel="log", source="log")) for slug in SYMPTOMS
    )


SYMPTOMS: tuple[str, ...] = tuple(dict.fromkeys(signature.symptom for signature in SIGNATURES))


def _keep_earliest(best: dict[str, Observation], item: Observation) -> None:
    """A clear message before an unclear one, then the earlier before the later."""
    other = best.get(item.symptom)
    if other is None or _rank(item) < _rank(other):
        best[item.symptom] = item


def _rank(item: Observation) -> tuple[bool, float, float]:
    return item.state != "seen", item.span.start if item.span else 0.0, -item.strength


def _observation(hit: Hit) -> Observation:
    strength = hit.strength
    more = f" ({hit.count} times)" if hit.count > 1 else ""
    return Observation(
        symptom=hit.signature.symptom,
        state="seen" if is_seen(strength) else "absent",
        strength=strength,
        channel="log",
        source="log",
        text=f"{hit.signature.meaning}: \u201c{hit.quote}\u201d{more}",
        span=Span("log", float(hit.line), float(hit.line)),
        attributes={
            "signature": hit.signature.name,
            "count": float(hit.count),
            "line": float(hit.line + 1),
        },
    )
