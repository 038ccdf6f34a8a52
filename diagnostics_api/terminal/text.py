"""An answer as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from content import schema
from diagnostics_api.service.answer import Answer
from diagnostics_api.service.library import Library
from diagnostics_api.service.wording import LEAST_SHOWN, headline, percent
from engine.evidence import Observation
from engine.report import Diagnosis, NextCheck
from engine.run import ReadAs

Lines = Iterator[str]

WIDTH = 96
BAR = 30
MOST_EVIDENCE = 5
NEXT_CHECKS = 2
REPLY = "      "  # in front of what a yes or a no means
MARKS = {"for": "+", "against": "-"}


def answer_as_text(answer: Answer) -> str:
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: Answer) -> Lines:
    report = answer.report
    library = answer.library
    title = headline(report, library)
    yield title
    yield "=" * len(title)
    for read_as in report.read_as:
        line = _read_as(read_as)
        yield from _wrapped(line, "")
    yield from _diagnoses(report.diagnoses, library)
    yield from _next_checks(report.next_checks, library)
    unexplained = map(_unexplained, report.unexplained)
    yield from _section("Not explained by this", tuple(unexplained))
    yield from _section("Notes on the input", answer.warnings)
    yield ""
    weighed = len(library.entries)
    yield f"{weighed} failure modes were weighed."


def _read_as(read_as: ReadAs) -> str:
    text = f"{read_as.name} read as {read_as.format}"
    if not read_as.series:
        return text
    curves = []
    for name in sorted(read_as.series):
        points = read_as.series[name]
        curve = f"{name} ({points})"
        curves.append(curve)
    listed = ", ".join(curves)
    return f"{text}: {listed}"


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
        if not place:
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
        yield from _wrapped(part.text, f"{mark:>10} ")


def _fixes(entry: schema.FailureMode) -> Lines:
    for fix in entry.fixes:
        text = f"{fix.title} [{fix.kind}, {fix.effort}]"
        yield from _wrapped(text, "      fix: ")


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


def _next_check(next_check: NextCheck, library: Library) -> Lines:
    slug = next_check.check.slug
    symptom = next_check.outcome.symptom
    check = library.checks[slug]
    outcome = library.outcome(slug, symptom)
    question = f"{outcome.question} ({check.title}, {check.cost})"
    yield from _wrapped(question, "  ? ")
    yield from _wrapped(f"yes: {outcome.if_yes}", REPLY)
    yield from _wrapped(f"no: {outcome.if_no}", REPLY)


def _section(
    title: str,
    texts: tuple[str, ...],
) -> Lines:
    if not texts:
        return
    yield ""
    yield title
    for text in texts:
        yield from _wrapped(text, "  * ")


def _wrapped(text: str, lead: str) -> Lines:
    """Control characters of a pasted log do not reach the terminal."""
    clean = "".join(map(_printable, text))
    indent = " " * len(lead)
    yield from textwrap.wrap(
        clean,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=indent,
    )


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return " "
