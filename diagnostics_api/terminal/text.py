"""A report as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from diagnostics_api.page.shown import LEAST_SHOWN, headline, percent
from engine.knowledge import Knowledge
from engine.report import Diagnosis, Report

WIDTH = 96
BAR = 30
_MARKS = {"for": "+", "against": "-"}
_EVIDENCE = 5


def report_as_text(report: Report, knowledge: Knowledge) -> str:
    return "\n".join(_lines(report, knowledge)) + "\n"


def _lines(report: Report, knowledge: Knowledge) -> Iterator[str]:
    title = headline(report)
    yield title
    yield "=" * len(title)
    yield from _read_as(report)
    for place, diagnosis in enumerate(report.diagnoses):
        if place and diagnosis.probability < LEAST_SHOWN:
            break
        yield ""
        yield from _diagnosis(diagnosis, is_first=not place)
    yield from _next_checks(report)
    yield from _section(
        "Not explained by this", [item.text or item.symptom for item in report.unexplained]
    )
    yield from _section("Notes on the input", list(report.warnings))
    yield ""
    yield f"{len(knowledge.failure_modes)} failure modes were weighed."


def _read_as(report: Report) -> Iterator[str]:
    for item in report.read_as:
        curves = ", ".join(f"{name} ({points})" for name, points in sorted(item.series.items()))
        yield from _wrapped(
            f"{item.name} read as {item.format}{': ' + curves if curves else ''}", ""
        )


def _diagnosis(diagnosis: Diagnosis, is_first: bool) -> Iterator[str]:
    mode = diagnosis.failure_mode
    filled = round(BAR * diagnosis.probability)
    yield (
        f"{percent(diagnosis.probability):>9}  {'#' * filled}{'.' * (BAR - filled)}  "
        f"{mode.term} ({mode.slug})"
    )
    for part in diagnosis.evidence[:_EVIDENCE]:
        yield from _wrapped(part.text, f"{_MARKS[part.direction]:>10} ")
    if is_first:
        for fix in mode.fixes:
            yield from _wrapped(f"{fix.title} [{fix.kind}, {fix.effort}]", "      fix: ")


def _next_checks(report: Report) -> Iterator[str]:
    if report.next_checks:
        yield ""
        yield "Next check"
    for item in report.next_checks[:2]:
        yield from _wrapped(
            f"{item.outcome.question} ({item.check.title}, {item.check.cost})", "  ? "
        )
        yield from _wrapped(f"yes: {item.outcome.if_yes}", "      ")
        yield from _wrapped(f"no: {item.outcome.if_no}", "      ")


def _section(title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield ""
        yield title
    for text in texts:
        yield from _wrapped(text, "  * ")


def _wrapped(text: str, lead: str) -> Iterator[str]:
    """Control characters of a pasted log do not reach the terminal."""
    clean = "".join(character if character.isprintable() else " " for character in text)
    yield from textwrap.wrap(clean, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))
