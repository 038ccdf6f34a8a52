"""What the diagnose page shows of an answer, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from content import schema
from diagnostics_api.page.figure import figure_of
from diagnostics_api.page.panels import Numbered, Panel, numbered, panels_of
from diagnostics_api.page.shown_fixes import ShownFix, fixes_of
from diagnostics_api.page.shown_rest import (
    Nearest,
    ShownNormal,
    nearest_chapter,
    shown_normal,
)
from diagnostics_api.service.answer import Answer
from diagnostics_api.service.library import Library
from diagnostics_api.service.line_roles import LineRole, line_roles
from diagnostics_api.service.wording import (
    LEAST_FIXED,
    LEAST_SHOWN,
    after,
    asks_next,
    headline,
    lead,
    percent,
    shows_ranking,
    understood_note,
)
from engine.evidence import Observation
from engine.knowledge import SOMETHING_ELSE
from engine.observe.log.hangs import Hang
from engine.observe.log.messages import Message
from engine.observe.log.unused_parameters import UnusedParameters
from engine.read.formats import LABELS
from engine.report import Diagnosis, Evidence, NextCheck
from engine.run import Case, ReadAs

CARDS = 5
NEXT_CHECKS = 3
MOST_FOR = 6
MOST_AGAINST = 4
MESSAGES = 8
FINE = frozenset({"healthy", "normal"})
OPEN = frozenset({"undecided", "no-run"})
CALM = FINE | {"environment", "no-run"}  # verdicts without a failure


class Confirm(NamedTuple):
    """A check that makes sure of a diagnosis, and what its results say."""

    check: str
    title: str
    outcomes: tuple[schema.ConfirmationOutcome, ...]


class Stated(NamedTuple):
    """A symptom that a person said to be there ("yes") or not ("no")."""

    symptom: str
    statement: str
    reply: str


@dataclass(frozen=True, slots=True)
class Card:
    """One diagnosis. `percent` is a whole number; below one it says so. Fixes are empty for an
    entry that is too unlikely to act on.
    """

    entry: schema.FailureMode
    percent: str
    bar: float  # the same, from 0 to 100
    reported: bool
    evidence_for: tuple[Evidence, ...]
    evidence_against: tuple[Evidence, ...]
    confirm: tuple[Confirm, ...]
    fixes: tuple[ShownFix, ...]


@dataclass(frozen=True, slots=True)
class CheckToDo:
    """after_yes, after_no: what a reply would do to the ranking, empty where it is not known."""

    check: schema.Check
    outcome: schema.Outcome
    after_yes: str
    after_no: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    headline: str
    lead: str
    cards: tuple[Card, ...]
    next_checks: tuple[CheckToDo, ...]
    unexplained: tuple[Observation, ...]
    read_as: tuple[str, ...]
    warnings: tuple[str, ...]
    figure: str
    panels: tuple[Panel, ...]
    evidence: tuple[Numbered, ...]
    stated: tuple[Stated, ...]
    verdict: str
    normal: tuple[ShownNormal, ...]
    messages: tuple[Message, ...]
    line_roles: tuple[LineRole, ...]
    hang: Hang | None
    unused: UnusedParameters | None
    chapter: Nearest | None
    looked_at: tuple[str, ...]
    not_seen: tuple[str, ...]
    to_add: tuple[str, ...]
    note: str
    something_else: str  # its probability in percent

    @property
    def on_curves(self) -> tuple[Evidence, ...]:
        """Return the evidence that stands below the curves, and not once more with its card."""
        return tuple(each.part for each in self.evidence)


def shown(answer: Answer) -> ShownAnswer:
    report = answer.report
    library = answer.library
    cards = tuple(_cards(answer)) if shows_ranking(report) else ()
    evidence = _on_curves(answer, cards)
    figure = "" if evidence else figure_of(answer.case)
    something_else = report.probabilities.get(SOMETHING_ELSE, 0.0)
    asked = report.next_checks if asks_next(report) else ()
    next_checks = [_to_do(check, library) for check in asked]
    unexplained = () if report.verdict in CALM else report.unexplained
    looked_at = report.looked_at if report.verdict in FINE else ()
    not_seen = report.not_seen if report.verdict in FINE else ()
    to_add = report.to_add if report.verdict in OPEN else ()
    stated = _stated(answer.case, library)
    return ShownAnswer(
        headline=headline(report, library),
        lead=lead(report, library),
        cards=cards,
        next_checks=tuple(next_checks[:NEXT_CHECKS]),
        unexplained=unexplained,
        read_as=tuple(map(_read_as, report.read_as)),
        warnings=answer.warnings,
        figure=figure,
        panels=panels_of(evidence, answer.case),
        evidence=evidence,
        stated=tuple(stated),
        verdict=report.verdict,
        normal=tuple(shown_normal(report, library)),
        messages=report.messages[:MESSAGES],
        line_roles=line_roles(answer),
        hang=report.hang,
        unused=report.unused,
        chapter=nearest_chapter(report, library),
        looked_at=looked_at,
        not_seen=not_seen,
        to_add=to_add,
        note=understood_note(report),
        something_else=percent(something_else),
    )


def _on_curves(answer: Answer, cards: tuple[Card, ...]) -> tuple[Numbered, ...]:
    """Return the evidence for and against a failure that is found, as far as it lies on curves."""
    if answer.report.verdict != "failure":
        return ()
    parts: list[Evidence] = []
    for card in cards[:1]:
        parts += (*card.evidence_for, *card.evidence_against)
    return numbered(parts, answer.case)


def _cards(answer: Answer) -> Iterator[Card]:
    report = answer.report
    for place, diagnosis in enumerate(report.diagnoses[:CARDS]):
        is_unlikely = diagnosis.probability < LEAST_SHOWN
        if place and is_unlikely:
            return
        yield _card(diagnosis, answer)


def _card(diagnosis: Diagnosis, answer: Answer) -> Card:
    library = answer.library
    entry = library.entries[diagnosis.failure_mode]
    supporting = _evidence(diagnosis, "for")
    opposing = _evidence(diagnosis, "against")[::-1]
    probability = diagnosis.probability
    confirmations = _confirmations(entry, library)
    fixes = fixes_of(entry) if probability >= LEAST_FIXED else ()
    return Card(
        entry=entry,
        percent=percent(probability),
        bar=round(100 * probability, 1),
        reported=entry.slug in answer.report.reported,
        evidence_for=supporting[:MOST_FOR],
        evidence_against=opposing[:MOST_AGAINST],
        confirm=tuple(confirmations),
        fixes=tuple(fixes),
    )


def _evidence(
    diagnosis: Diagnosis,
    direction: str,
) -> tuple[Evidence, ...]:
    parts = diagnosis.evidence
    return tuple(part for part in parts if part.direction == direction)


def _confirmations(
    entry: schema.FailureMode,
    library: Library,
) -> Iterator[Confirm]:
    for confirmation in entry.confirmations:
        check = library.checks[confirmation.check]
        yield Confirm(
            check.slug,
            check.title,
            tuple(confirmation.outcomes),
        )


def _to_do(next_check: NextCheck, library: Library) -> CheckToDo:
    slug = next_check.check.slug
    symptom = next_check.outcome.symptom
    check = library.checks[slug]
    outcome = library.outcome(slug, symptom)
    return CheckToDo(
        check,
        outcome,
        after(next_check.after_yes, library),
        after(next_check.after_no, library),
    )


def _read_as(read_as: ReadAs) -> str:
    label = LABELS[read_as.format]
    text = f"{read_as.name}: {label}"
    curves = len(read_as.series)
    if not curves:
        return text
    most = max(read_as.series.values())
    if curves == 1:
        return f"{text}, 1 curve of up to {most:,} points"
    return f"{text}, {curves} curves of up to {most:,} points"


def _stated(case: Case, library: Library) -> Iterator[Stated]:
    for slug in case.told_seen:
        symptom = library.symptoms[slug]
        yield Stated(slug, symptom.statement, "yes")
    for slug in case.told_absent:
        symptom = library.symptoms[slug]
        yield Stated(slug, symptom.statement, "no")
