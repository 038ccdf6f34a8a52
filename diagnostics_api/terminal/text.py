"""An answer as text for a terminal."""

from __future__ import annotations

from content import schema
from diagnostics_api.service.answer import Answer
from diagnostics_api.service.library import Library
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
from diagnostics_api.terminal.messages import messages_lines, role_lines
from diagnostics_api.terminal.normal import normal_lines
from diagnostics_api.terminal.read_as import reading_lines
from diagnostics_api.terminal.wrapped import Lines, wrapped
from engine.evidence import Observation
from engine.report import Diagnosis, NextCheck

BAR = 30
MOST_EVIDENCE = 5
NEXT_CHECKS = 2
REPLY = "      "  # in front of what a yes or a no means
MARKS = {"for": "+", "against": "-"}
CALM = frozenset({"healthy", "normal", "environment", "no-run"})  # verdicts without a failure


def answer_as_text(answer: Answer) -> str:
    lines = _lines(answer)
    text = "\n".join(lines)
    return f"{text}\n"


def _lines(answer: Answer) -> Lines:
    report = answer.report
    library = answer.library
    title = headline(report, library)
    width = len(title)
    yield title
    yield "=" * width
    yield from wrapped(lead(report, library), "")
    yield from reading_lines(report.read_as)
    yield from messages_lines(report)
    yield from role_lines(answer)
    yield from normal_lines(report, library)
    if shows_ranking(report):
        yield from _diagnoses(report.diagnoses, library)
    if asks_next(report):
        yield from _next_checks(report.next_checks, library)
    if report.verdict not in CALM:
        unexplained = map(_unexplained, report.unexplained)
        yield from _section("Not explained by this", tuple(unexplained))
    yield from _sections(answer)
    yield ""
    weighed = len(library.entries)
    yield f"{weighed} failure modes were weighed."


def _sections(answer: Answer) -> Lines:
    """Yield what was looked at, what could not be seen, what to add, and notes."""
    report = answer.report
    if report.verdict in {"healthy", "normal"}:
        yield from _section("Looked at, and not there", report.looked_at)
        yield from _section("Could not be seen", report.not_seen)
    if report.verdict in {"undecided", "no-run"}:
        yield from _section("What would help", report.to_add)
    note = understood_note(report)
    notes = (note,) if note else ()
    yield from _section("Notes on the input", (*notes, *answer.warnings))


def _unexplained(observation: Observation) -> str:
    return observation.text or observation.symptom


def _diagnoses(
    diagnoses: tuple[Diagnosis, ...],
    library: Library,
) -> Lines:
    for place, diagnosis in enumerate(diagnoses):
        is_unlikely = diagnosis.probability < LEAST_SHOWN
        if place and is_unlikely:
            return
        slug = diagnosis.failure_mode
        entry = library.entries[slug]
        yield ""
        yield _head(diagnosis, entry)
        yield from _evidence(diagnosis)
        if not place and diagnosis.probability >= LEAST_FIXED:
            yield from _fixes(entry)


def _head(
    diagnosis: Diagnosis,
    entry: schema.FailureMode,
) -> str:
    probability = diagnosis.probability
    filled = round(BAR * probability)
    bar = "#" * filled
    bar = bar.ljust(BAR, ".")
    share = percent(probability).rjust(9)
    return f"{share}  {bar}  {entry.term} ({entry.slug})"


def _evidence(diagnosis: Diagnosis) -> Lines:
    for part in diagnosis.evidence[:MOST_EVIDENCE]:
        mark = MARKS[part.direction]
        yield from wrapped(part.text, f"{mark:>10} ")


def _fixes(entry: schema.FailureMode) -> Lines:
    for fix in entry.fixes:
        text = f"{fix.title} [{fix.kind}, {fix.effort}]"
        yield from wrapped(text, "      fix: ")
        yield from wrapped(fix.text, "           ")


def _next_checks(
    next_checks: tuple[NextCheck, ...],
    library: Library,
) -> Lines:
    if not next_checks:
        return
    yield ""
    yield "Next check"
    for next_check in next_checks[:NEXT_CHECKS]:
        yield from _next_check(next_check, library)


def _next_check(
    next_check: NextCheck,
    library: Library,
) -> Lines:
    slug = next_check.check.slug
    symptom = next_check.outcome.symptom
    check = library.checks[slug]
    outcome = library.outcome(slug, symptom)
    question = f"{outcome.question} ({check.title}, {check.cost})"
    yield from wrapped(question, "  ? ")
    yield from _reply(f"yes: {outcome.if_yes}", after(next_check.after_yes, library))
    yield from _reply(f"no: {outcome.if_no}", after(next_check.after_no, library))


def _reply(text: str, consequence: str) -> Lines:
    reply = f"{text} ({consequence})" if consequence else text
    yield from wrapped(reply, REPLY)


def _section(
    title: str,
    texts: tuple[str, ...],
) -> Lines:
    if not texts:
        return
    yield ""
    yield title
    for text in texts:
        yield from wrapped(text, "  * ")
