"""Sentences and numbers of an answer that page and terminal share."""

from __future__ import annotations

from diagnostics_api.service.library import Library
from engine.report import Report

LEAST_SHOWN = 0.01  # a diagnosis less likely than this is not shown, unless it is the first
CERTAINTIES = ((0.8, "very likely"), (0.5, "likely"), (0.0, "possibly"))
HEALTHY = (
    "What was given looks like a healthy run. If something bothers you still, say what in words."
)
UNDECIDED = (
    "What was given fits several failures about equally well. These are the likeliest so far."
)


def headline(report: Report, library: Library) -> str:
    if report.verdict == "healthy":
        return "Nothing wrong was found"
    if report.verdict == "failure" and report.diagnoses:
        first = report.diagnoses[0]
        term = library.entries[first.failure_mode].term
        return f"{term}, {certainty(first.probability)}"
    if report.next_checks:
        return "Not enough to tell: measure this next"
    return "Not enough to tell"


def lead(report: Report, library: Library) -> str:
    """Return the paragraph below the headline."""
    if report.verdict == "healthy":
        return HEALTHY
    if report.verdict == "failure" and report.diagnoses:
        return library.entries[report.diagnoses[0].failure_mode].summary
    return UNDECIDED


def certainty(probability: float) -> str:
    return next(words for least, words in CERTAINTIES if probability >= least)


def percent(probability: float) -> str:
    """Return a whole percentage; never 0 or 100, which nothing here is sure enough of."""
    if probability < 0.01:
        return "under 1 %"
    rounded = round(100 * probability)
    return f"{min(99, rounded)} %"
