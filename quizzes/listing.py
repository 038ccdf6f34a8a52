"""List the quizzes for the API."""

from __future__ import annotations

from typing import TypedDict

from quizzes.models import Quiz


class QuizRow(TypedDict):
    slug: str
    title: str
    mode: str
    kinds: list[str]


def quiz_rows() -> list[QuizRow]:
    """Return the live quizzes as the API lists them, in their order."""
    live = Quiz.objects.filter(status=Quiz.Status.LIVE)
    return [_row(quiz) for quiz in live]


def _row(quiz: Quiz) -> QuizRow:
    return QuizRow(
        slug=quiz.slug,
        title=quiz.title,
        mode=quiz.mode,
        kinds=quiz.kinds,
    )
