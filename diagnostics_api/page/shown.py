"""What the diagnose page shows of a report, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diagnostics_api.page.figure import figure_of
from diagnostics_api.page.form import Form, SymptomGroup
from engine.evidence import Observation
from engine.knowledge import Knowledge
from engine.read.formats import LABELS
from engine.report import Diagnosis, Evidence, NextCheck, Report
from engine.run import Case, ReadAs

COMMON = 12
SHOWN = 5
LEAST_SHOWN = 0.01
CERTAINTIES = ((0.8, "very likely"), (0.5, "likely"), (0.0, "possibly"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A diagnosis as one card. `percent` is a whole number; below one it says so."""

    diagnosis: Diagnosis
    percent: str
    bar: float
    reported: bool
    evidence_for: tuple[Evidence, ...]
    evidence_against: tuple[Evidence, ...]
    confirm: tuple[tuple[str, str, str, str], ...]  # check slug, title, if present, if absent


@dataclass(frozen=True, slots=True)
class Page:
    headline: str
    lead: str
    shown: tuple[Shown, ...]
    next_checks: tuple[NextCheck, ...]
    unexplained: tuple[Observation, ...]
    read_as: tuple[str, ...]
    warnings: tuple[str, ...]
    figure: str
    told: tuple[tuple[str, str, str], ...]  # slug, statement, "yes" or "no"
    verdict: str

    @property
    def is_shaded(self) -> bool:
        return 'class="span"' in self.figure


def page_of(report: Report, case: Case, knowledge: Knowledge) -> Page:
    return Page(
        headline=headline(report),
        lead=_lead(report),
        shown=tuple(_shown(report, knowledge)),
        next_checks=report.next_checks[:3],
        unexplained=report.unexplained,
        read_as=tuple(_read_as(report)),
        warnings=report.warnings,
        figure=figure_of(case, report),
        told=tuple(_told(case, knowledge)),
        verdict=report.verdict,
    )


def headline(report: Report) -> str:
    if report.verdict == "healthy":
        return "Nothing wrong was found"
    if report.verdict == "failure" and report.diagnoses:
        first = report.diagnoses[0]
        return f"{first.failure_mode.term}, {certainty(first.probability)}"
    return "Not enough to tell: measure this next" if report.next_checks else "Not enough to tell"


def certainty(probability: float) -> str:
    return next(words for least, words in CERTAINTIES if probability >= least)


def _lead(report: Report) -> str:
    if report.verdict == "healthy":
        return (
            "What was given looks like a healthy run. If something bothers you still, say "
            "what in words."
        )
    if report.verdict == "failure" and report.diagnoses:
        return report.diagnoses[0].failure_mode.summary
    return (
        "What was given fits several failures about equally well. These are the likeliest so far."
    )


def _shown(report: Report, knowledge: Knowledge) -> Iterator[Shown]:
    for place, diagnosis in enumerate(report.diagnoses[:SHOWN]):
        if place and diagnosis.probability < LEAST_SHOWN:
            return
        mode = diagnosis.failure_mode
        yield Shown(
            diagnosis=diagnosis,
            percent=percent(diagnosis.probability),
            bar=round(100 * diagnosis.probability, 1),
            reported=mode.slug in report.reported,
            evidence_for=tuple(part for part in diagnosis.evidence if part.direction == "for")[:6],
            evidence_against=tuple(
                part for part in reversed(diagnosis.evidence) if part.direction == "against"
            )[:4],
            confirm=tuple(
                (item.check, knowledge.checks[item.check].title, item.if_present, item.if_absent)
                for item in mode.confirmations
                if item.check in knowledge.checks
            ),
        )


def percent(probability: float) -> str:
    if probability < 0.01:
        return "under 1 %"
    return f"{min(99, round(100 * probability))} %"


def _read_as(report: Report) -> Iterator[str]:
    """Yield one sentence for each input: its name, its format, and the size of its curves."""
    for source in report.read_as:
        label = LABELS[source.format]
        size = _size_of(source)
        yield f"{source.name}: {label}{size}"


def _size_of(source: ReadAs) -> str:
    if not source.series:
        return ""
    count = len(source.series)
    plural = "" if count == 1 else "s"
    longest = max(source.series.values())
    return f", {count} curve{plural} of up to {longest:,} points"


def _told(
    case: Case,
    knowledge: Knowledge,
) -> Iterator[tuple[str, str, str]]:
    """Yield slug, statement and answer of each symptom that was stated."""
    answers = (
        ("yes", case.told_seen),
        ("no", case.told_absent),
    )
    for answer, slugs in answers:
        for slug in slugs:
            if slug in knowledge.symptoms:
                symptom = knowledge.symptoms[slug]
                yield slug, symptom.statement, answer


def symptom_groups(knowledge: Knowledge, form: Form) -> list[SymptomGroup]:
    """The symptoms that most entries name, then all by group."""
    named = Counter(
        indication.symptom
        for mode in knowledge.failure_modes.values()
        for indication in mode.indications
        if indication.frequency
    )
    common = sorted(named, key=lambda slug: (-named[slug], slug))[:COMMON]
    groups: dict[str, list[str]] = {}
    for symptom in knowledge.symptoms.values():
        if symptom.slug not in common and named[symptom.slug]:
            groups.setdefault(symptom.group, []).append(symptom.slug)
    rest = [_group(title.capitalize(), slugs, knowledge, form) for title, slugs in groups.items()]
    return [_group("Often named", common, knowledge, form), *rest] if common else rest


def _group(
    title: str,
    slugs: Iterable[str],
    knowledge: Knowledge,
    form: Form,
) -> SymptomGroup:
    """Return the symptoms in the order of their statements."""
    statements = {slug: knowledge.symptoms[slug].statement for slug in slugs}
    ordered = sorted(statements, key=statements.__getitem__)
    choices = tuple((slug, statements[slug], slug in form.symptoms) for slug in ordered)
    return SymptomGroup(title, choices)
