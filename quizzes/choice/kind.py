"""Make a kind whose questions are a choice of one among several options."""

from __future__ import annotations

import random
from collections.abc import Callable

from quizzes.choice.answer import answer_text, outline, read_answer
from quizzes.choice.grade import grade
from quizzes.choice.show import show_open, show_solved
from quizzes.kind import Kind
from quizzes.records import Bank, Entry, Question

Make = Callable[[Entry, Bank, random.Random], Question | None]


def choice_kind(slug: str, title: str, make: Make) -> Kind:
    """Return the kind that makes questions by `make`; everything else choices have in common."""
    return Kind(
        slug=slug,
        title=title,
        make=make,
        read_answer=read_answer,
        grade=grade,
        outline=outline,
        answer_text=answer_text,
        show_open=show_open,
        show_solved=show_solved,
        scripts=("js/quiz.js",),
    )
