"""Stand in for kinds that are no longer asked, so that attempts with their questions still open."""

from __future__ import annotations

from quizzes.grade import Mark
from quizzes.kind import Answer, Body, Form, Kind, Scoring, Solutions
from quizzes.records import Bank, Entry, Question


def make(key: Entry, bank: Bank, rng: object) -> Question | None:
    return None


def read_answer(body: Body, form: Form) -> Answer | None:
    """Return None, which keeps an answer that is stored already."""
    return None


def grade(scoring: Scoring, answer: Answer | None) -> Mark | None:
    return None


def outline(body: Body) -> str:
    return ""


def answer_text(body: Body, answer: Answer) -> str:
    return "answered"


def show_open(body: Body, answer: Answer | None) -> None:
    return None


def show_solved(question: Question, answer: Answer | None, published: Solutions) -> None:
    return None


RETIRED = Kind(
    slug="retired",
    title="No longer asked",
    make=make,
    read_answer=read_answer,
    grade=grade,
    outline=outline,
    answer_text=answer_text,
    show_open=show_open,
    show_solved=show_solved,
)
