"""Judge what was answered to a row of labeled files: the curves, the settings and the verdict."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from benchmarks.format_rows import HEALTHY, REFUSED, UNDECIDED, Expected, Row
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.read import Inputs, ReadError, read_case
from engine.run import Case, ConfigValue

PLAIN = "plain-log"
FAILURE = "failure"
NOT_COVERED = "not-covered"
# Verdicts that mean the same to a person whose run is fine, or who gave too little.
FINE = frozenset({HEALTHY, "normal"})
OPEN = frozenset({UNDECIDED, "no-run", NOT_COVERED})

_LEAST_TOLERANCE = 1  # points
_TOLERANCE = 0.03  # share of the points
_CLOSE = 1e-6  # relative difference of two numbers that are the same setting
_FIRST = 3

Counts = Mapping[str, Collection[int]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine made of one request.

    error: why there is no answer; `is_refused` where the reader said so itself.
    counts: canonical name -> numbers of points, of each input and of all together.
    verdict: empty where nothing was diagnosed.
    ranked: slugs, the likeliest first.
    """

    error: str = ""
    is_refused: bool = False
    formats: tuple[str, ...] = ()
    counts: Counts = field(default_factory=dict)
    config: Mapping[str, ConfigValue] = field(default_factory=dict)
    verdict: str = ""
    ranked: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`missing` are the expected curves that were not found, `unset` the settings not read."""

    row: Row
    answer: Answer
    missing: tuple[Expected, ...]
    unset: tuple[tuple[str, str], ...]
    is_read: bool
    is_right: bool
    is_among_first: bool

    @property
    def is_exact(self) -> bool:
        return self.is_read and not self.missing

    @property
    def has_settings(self) -> bool:
        return not self.answer.error and not self.unset

    @property
    def is_false_alarm(self) -> bool:
        return not self.row.is_faulty and self.answer.verdict == FAILURE

    @property
    def is_healthy_unseen(self) -> bool:
        """Return whether a run was called healthy of which no curve was read."""
        return self.answer.verdict in FINE and not self.answer.counts


def answer_to(
    inputs: Inputs,
    knowledge: Knowledge,
    reading_only: bool = False,
) -> Answer:
    """Read and diagnose. Any error is an answer too: one bad row must not hide the others."""
    try:
        case = read_case(inputs, knowledge)
        read = answer_of(case)
        if reading_only:
            return read
        report = diagnose(case, knowledge)
    except ReadError as error:
        return Answer(
            error=str(error),
            is_refused=True,
        )
    except Exception as error:
        kind = type(error).__name__
        return Answer(error=f"{kind}: {error}")
    ranked = [diagnosis.failure_mode for diagnosis in report.diagnoses]
    return replace(
        read,
        verdict=report.verdict,
        ranked=tuple(ranked),
        reported=report.reported,
    )


def answer_of(case: Case) -> Answer:
    """Return how a case was read, without a verdict."""
    counts: dict[str, list[int]] = defaultdict(list)
    formats = {}
    for read_as in case.read_as:
        formats[read_as.format] = True
        for name, count in read_as.series.items():
            counts[name].append(count)
    together = {}
    for name, each in counts.items():
        together[name] = {*each, sum(each)}
    return Answer(
        formats=tuple(formats),
        counts=together,
        config=case.config,
    )


def judge(
    row: Row,
    answer: Answer,
    published: Collection[str],
) -> Judgement:
    """Judge an answer; `published` are the slugs that have an entry."""
    missing = [series for series in row.series if not is_found(series, answer.counts)]
    is_read = _is_read(row, answer, len(missing))
    is_right = False
    is_among_first = False
    if is_read:
        right = right_verdicts(row, published)
        is_right = answer.verdict in right
        is_among_first = _is_among_first(row, answer, published)
    elif answer.is_refused and REFUSED in row.acceptable:
        is_right = True
        is_among_first = True
    lacking = unset(row.settings, answer.config)
    return Judgement(
        row=row,
        answer=answer,
        missing=tuple(missing),
        unset=tuple(lacking),
        is_read=is_read,
        is_right=is_right,
        is_among_first=is_among_first,
    )


def is_found(
    expected: Expected,
    counts: Counts,
) -> bool:
    """Return whether one of the names has about one of the numbers of points."""
    for name in expected.names:
        for count in counts.get(name, ()):
            if _is_about(count, expected.counts):
                return True
    return False


def _is_about(
    count: int,
    wanted: Collection[int],
) -> bool:
    if count == 0:
        return False
    if not wanted:
        return True
    return any(_is_near(count, number) for number in wanted)


def _is_near(
    count: int,
    number: int,
) -> bool:
    tolerance = max(_LEAST_TOLERANCE, _TOLERANCE * number)
    return abs(count - number) <= tolerance


def _is_read(
    row: Row,
    answer: Answer,
    missing: int,
) -> bool:
    if answer.error:
        return False
    if row.series:
        return missing < len(row.series)
    recognized = set(answer.formats) - {PLAIN}
    return bool(recognized or answer.config)


def unset(
    settings: Iterable[tuple[str, str]],
    config: Mapping[str, ConfigValue],
) -> list[tuple[str, str]]:
    """Return the settings that the configuration lacks or has with another value."""
    lacking = []
    for key, text in settings:
        value = config.get(key)
        if value is None or not is_same(text, value):
            lacking.append((key, text))
    return lacking


def is_same(
    text: str,
    value: ConfigValue,
) -> bool:
    """Compare numbers as numbers, anything else as words."""
    words = str(value)
    if isinstance(value, bool):
        return text.casefold() == words.casefold()
    try:
        wanted = float(text)
        number = float(words)
    except ValueError:
        return text.casefold() == words.casefold()
    return math.isclose(wanted, number, rel_tol=_CLOSE)


def right_verdicts(
    row: Row,
    published: Collection[str],
) -> frozenset[str]:
    """Return the verdicts that are right for a row by its label and what is acceptable."""
    right: set[str] = set()
    labels = row.acceptable | {row.label}
    if HEALTHY in labels:
        right |= FINE
    if UNDECIDED in labels:
        right |= OPEN
    if row.slugs:
        right.add(FAILURE)
    if _has_no_entry(row, published):
        right.add(NOT_COVERED)
    return frozenset(right)


def _is_among_first(
    row: Row,
    answer: Answer,
    published: Collection[str],
) -> bool:
    """Return whether a right slug is among the first; where nothing is wrong, none is reported."""
    first = answer.ranked[:_FIRST]
    if not row.is_faulty and not answer.reported:
        return True
    if _has_no_entry(row, published) and answer.verdict == NOT_COVERED:
        return True
    return not row.slugs.isdisjoint(first)


def _has_no_entry(
    row: Row,
    published: Collection[str],
) -> bool:
    return row.is_faulty and row.label not in published
