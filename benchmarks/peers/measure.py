"""Count how often a system is right on the recorded runs, as a whole and rule by rule."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.peers.judge import Answer
from benchmarks.scores import Scores, score


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule fired.

    is_note: below warning, so not reported. faulty: on how many faulty runs. right: on how many
    of them it named an accepted failure. healthy: on how many healthy runs.
    """

    rule: str
    is_note: bool
    faulty: int
    right: int
    healthy: int


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of some faulty runs, from 0 to 1.

    strict: the primary label alone is among the first three. reported: an accepted failure is
    reported.
    """

    runs: int
    first: float
    top3: float
    strict: float
    reported: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A row of the table.

    input: what the system was given. every: of all faulty runs. published: of those whose primary
    label is a published entry. alarms: healthy runs with a report, of `healthy`. unanswered: runs
    that it refused or failed on. milliseconds: median of a run.
    """

    system: str
    version: str
    license: str
    input: str
    date: str
    every: Shares
    published: Shares
    alarms: int
    healthy: int
    unanswered: int
    milliseconds: float
    rules: tuple[RuleCount, ...]

    @property
    def alarm(self) -> float:
        """The share of healthy runs with a report; 0 where there are none."""
        return self.alarms / max(self.healthy, 1)


@dataclass(frozen=True, slots=True)
class System:
    """What a row is named by."""

    name: str
    version: str
    license: str
    input: str


def measured(
    system: System,
    answers: Sequence[Answer],
    published: frozenset[str],
    date: str,
) -> Measured:
    """Score the answers on faulty and healthy runs. Raises ZeroDivisionError without faulty ones.

    published: slugs of the entries. date: of today, as in 2026-11-30.
    """
    healthy = [answer for answer in answers if answer.is_of_healthy]
    faulty = [answer for answer in answers if not answer.is_of_healthy]
    covered = [answer for answer in faulty if answer.item.primary in published]
    alarms = [answer for answer in healthy if answer.prediction.reported]
    failed = [answer for answer in answers if answer.failure]
    return Measured(
        system=system.name,
        version=system.version,
        license=system.license,
        input=system.input,
        date=date,
        every=shares(faulty),
        published=shares(covered),
        alarms=len(alarms),
        healthy=len(healthy),
        unanswered=len(failed),
        milliseconds=median_time(answers),
        rules=rule_counts(faulty, healthy),
    )


def median_time(answers: Iterable[Answer]) -> float:
    """Return milliseconds of an answer; 0 where nothing was answered."""
    times = [answer.milliseconds for answer in answers if not answer.failure]
    if not times:
        return 0.0
    middle = statistics.median(times)
    return round(middle, 2)


def shares(answers: Iterable[Answer]) -> Shares:
    scores: Scores = score([answer.prediction for answer in answers])
    return Shares(
        runs=scores.items,
        first=_rounded(scores.top1),
        top3=_rounded(scores.top3),
        strict=_rounded(scores.primary_top3),
        reported=_rounded(scores.reported),
    )


def rule_counts(faulty: Sequence[Answer], healthy: Sequence[Answer]) -> tuple[RuleCount, ...]:
    """Return a count for each rule that fired, those that fire most often first."""
    fired: Counter[tuple[str, bool]] = Counter()
    right: Counter[tuple[str, bool]] = Counter()
    alarmed: Counter[tuple[str, bool]] = Counter()
    for answer in faulty:
        for each in answer.fired:
            rule = (each.rule, not each.is_reported)
            fired[rule] += 1
            right[rule] += not answer.item.accepted.isdisjoint(each.slugs)
    for answer in healthy:
        alarmed.update((each.rule, not each.is_reported) for each in answer.fired)
    counts = [
        RuleCount(name, is_note, fired[name, is_note], right[name, is_note], alarmed[name, is_note])
        for name, is_note in fired | alarmed
    ]
    return tuple(sorted(counts, key=lambda each: (each.is_note, -each.faulty, each.rule)))


def _rounded(share: float) -> float:
    return round(share, 4)
