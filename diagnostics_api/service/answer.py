"""The one call behind the endpoint, the page and the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostics_api.service.fields import Question
from diagnostics_api.service.library import Library
from diagnostics_api.service.published import Published
from engine.diagnose import diagnose
from engine.report import Report
from engine.run import Case


@dataclass(frozen=True, slots=True)
class Answer:
    """A report with everything that a door needs to show it."""

    case: Case
    report: Report
    library: Library
    warnings: tuple[str, ...]  # about the run as it was read, then about the request


def answer_to(question: Question, published: Published) -> Answer:
    report = diagnose(question.case, published.knowledge, question.top)
    warnings = (*report.warnings, *question.warnings)
    return Answer(question.case, report, published.library, warnings)
