"""Describe a kind of question by the plain functions that a quiz calls."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizzes.grade import Mark
from quizzes.records import Bank, Entry, JsonObject, Question

Body = JsonObject
Scoring = JsonObject
Answer = JsonObject
Form = Mapping[str, Sequence[str]]  # name of a field -> the values that were sent
Solutions = Mapping[str, str]  # slug of a published entry -> what to do

DOES_NOT_FIT = "This answer does not fit the question."


class AnswerError(Exception):
    """Refuse an answer. The form is shown again with `kept` filled in."""

    def __init__(self, message: str = DOES_NOT_FIT, kept: Answer | None = None) -> None:
        super().__init__(message)
        self.kept = kept


def is_storable(answer: Answer) -> bool:
    """Say whether all numbers are finite: databases refuse NaN and Infinity in JSON."""
    try:
        json.dumps(answer, allow_nan=False)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question.

    Body, scoring and answers are JSON objects of finite numbers, whose shape only the kind knows.

    make: a question that asks for the entry, or None where the kind cannot ask for it. Everything
        random comes from the generator, so that a seed gives the same quiz again.
    read_answer: the answer in the fields that were sent, None when the question was left out.
        Raises AnswerError with a message for the learner.
    grade: points for an answer, or for None when there is no answer. Returns None where the
        question does not count.
    outline: a few words by which to know the question among others of its kind, or "".
    answer_text: the answer in words.
    show_open, show_solved: the record that the kind's template gets as question.content. The open
        one sees no scoring; the solved one gets the slugs of the entries that can be linked.
    scripts: static files that the open question loads. It must work without them too.
    """

    slug: str
    title: str
    make: Callable[[Entry, Bank, random.Random], Question | None]
    read_answer: Callable[[Body, Form], Answer | None]
    grade: Callable[[Scoring, Answer | None], Mark | None]
    outline: Callable[[Body], str]
    answer_text: Callable[[Body, Answer], str]
    show_open: Callable[[Body, Answer | None], object]
    show_solved: Callable[[Question, Answer | None, Solutions], object]
    scripts: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Return the name of the kind's package, template and test folder."""
        return self.slug.replace("-", "_")

    @property
    def template(self) -> str:
        """Return the template of the question, both open and solved."""
        return f"quizzes/kinds/{self.folder}.html"
