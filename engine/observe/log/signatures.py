"""Observe messages of trainers and libraries in the log, and in descriptions that quote them.

The whole text is searched for the literal part of each signature, which is one fast pass in C; only
lines with that literal are matched against the pattern. Quote the earliest message of each symptom;
later ones are usually consequences.
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
LINES_FOR_ABSENCE = 20  # a shorter excerpt says nothing about the rest of the log
WEAK = 0.3  # strength of no more matches than a normal run has
_MOST_LINES = 2000  # looked at for one literal of a signature
_MOST_MATCHES = 100
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|doesn't|didn't|nor)\b[^.;:,!?]{0,25}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """The first match of a signature, and the number of matches."""

    signature: Signature
    line: int  # counted from 0
    quote: str
    count: int

    @property
    def strength(self) -> float:
        strength = self.signature.strength
        if self.count > self.signature.usual:
            return strength
        return min(WEAK, strength)


class Lines:
    """Lines as one lower-case text that is searched as a whole."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.text = "\n".join(lines).lower()
        self._starts = [0]
        for line in lines:
            # lower() changes the length of a few characters, and the lower-case text is searched.
            self._starts.append(self._starts[-1] + len(line.lower()) + 1)

    def holding(self, literals: tuple[str, ...]) -> Iterator[int]:
        """Yield the numbers of the lines with one of the literals, in order."""
        numbers: set[int] = set()
        for literal in literals:
            numbers.update(self._with(literal))
        yield from sorted(numbers)

    def _with(self, literal: str) -> Iterator[int]:
        position = self.text.find(literal)
        for _ in range(_MOST_LINES):
            if position < 0:
                return
            line = bisect.bisect_right(self._starts, position) - 1
            yield line
            position = self.text.find(literal, self._starts[line + 1])


def hits(lines: Sequence[str], negatable: bool = False) -> list[Hit]:
    """Return the first match of each signature.

    negatable: whether the lines are prose, where "no CUDA out of memory" reports none.
    """
    searched = Lines(lines)
    every: list[Hit] = []
    for signature in SIGNATURES:
        if negatable and not signature.prose:
            continue
        hit = _first_hit(signature, searched, negatable)
        if hit is not None:
            every.append(hit)
    return every


def _first_hit(signature: Signature, searched: Lines, negatable: bool) -> Hit | None:
    first, quote, count = -1, "", 0
    for number in searched.holding(signature.literals):
        line = searched.lines[number]
        match = signature.pattern.search(line)
        if match is None:
            continue
        if negatable and _NEGATION.search(line, 0, match.start()):
            continue
        count += 1
        if count >= _MOST_MATCHES:
            break
        if first < 0:
            first, quote = number, _trimmed(line, match.start())
    return Hit(signature, first, quote, count) if count else None


def _trimmed(line: str, start: int) -> str:
    """Return at most 160 characters around the beginning of the match."""
    line = line.rstrip()
    cut = 0
    if len(line) > QUOTED:
        cut = max(0, min(start - 40, len(line) - QUOTED))
    text = " ".join(line[cut : cut + QUOTED].split())
    return f"...{text}" if cut else text


def observe_log(case: Case) -> tuple[Observation, ...]:
    """Return one observation for each symptom of the signatures, in the order of the tables."""
    best: dict[str, Observation] = {}
    for hit in hits(case.log):
        _keep_earliest(best, _observation(hit))
    for hit in hits(case.description.splitlines(), negatable=True):
        _keep_stronger(best, _quoted_in_words(hit))

    unseen: State = "absent" if len(case.log) >= LINES_FOR_ABSENCE else "not-measured"
    observations = []
    for slug in SYMPTOMS:
        silent = Observation(slug, unseen, channel="log", source="log")
        observations.append(best.get(slug, silent))
    return tuple(observations)


SYMPTOMS: tuple[str, ...] = tuple(dict.fromkeys(signature.symptom for signature in SIGNATURES))


def _keep_earliest(best: dict[str, Observation], item: Observation) -> None:
    """Prefer a clear message to an unclear one, then the earlier to the later."""
    other = best.get(item.symptom)
    if other is None or _precedence(item) < _precedence(other):
        best[item.symptom] = item


def _precedence(item: Observation) -> tuple[bool, float, float]:
    line = item.span.start if item.span else 0.0
    return item.state != "seen", line, -item.strength


def _keep_stronger(best: dict[str, Observation], item: Observation) -> None:
    other = best.get(item.symptom)
    if item.strength > (other.strength if other else 0.0):
        best[item.symptom] = item


def _quoted_in_words(hit: Hit) -> Observation:
    """Return the observation of a message that a description quotes; it weighs as words do."""
    return replace(_observation(hit), channel="words", source="description", span=None)


def _observation(hit: Hit) -> Observation:
    strength = hit.strength
    state: State = "seen" if is_seen(strength) else "absent"
    more = f" ({hit.count} times)" if hit.count > 1 else ""
    line = float(hit.line)
    return Observation(
        symptom=hit.signature.symptom,
        state=state,
        strength=strength,
        channel="log",
        source="log",
        text=f"{hit.signature.meaning}: \u201c{hit.quote}\u201d{more}",
        span=Span("log", line, line),
    )
