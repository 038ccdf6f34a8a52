"""Lists by page."""

from __future__ import annotations

from diagnostics_api.rest.models.entries import FailureModeRow
from diagnostics_api.rest.models.rows import ChapterRow, CheckRow, QuizRow, SymptomRow
from diagnostics_api.service.described import Described


class Page(Described):
    """Part of a list."""

    count: int
    """Rows of the whole list."""
    next: str | None
    """Address of the next page; null on the last."""
    previous: str | None
    """Address of the page before; null on the first."""


class FailureModePage(Page):
    """Failure modes, by their number."""

    results: list[FailureModeRow]
    """Rows of this page."""


class ChapterPage(Page):
    """Chapters, in the order of the site."""

    results: list[ChapterRow]
    """Rows of this page."""


class SymptomPage(Page):
    """Symptoms, by the signal in which they show."""

    results: list[SymptomRow]
    """Rows of this page."""


class CheckPage(Page):
    """Checks, in the order of the site."""

    results: list[CheckRow]
    """Rows of this page."""


class QuizPage(Page):
    """Quizzes, in the order of the site."""

    results: list[QuizRow]
    """Rows of this page."""
