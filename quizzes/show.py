"""Records that the pages of an attempt show. Before submission nothing reads the scoring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.attempts import given, mark_of, revision_of
from quizzes.grade import Mark
from quizzes.kind import Answer, Solutions
from quizzes.kinds import kind_of
from quizzes.models import AttemptItem
from quizzes.records import Question


@dataclass(frozen=True)
class OpenQuestion:
    """A question as a form. `content` is for the template of its kind."""

    item: str
    position: int
    prompt: str
    content: object
    template: str
    scripts: Sequence[str]
    revision: int
    is_solved: bool = False


@dataclass(frozen=True)
class SolvedQuestion:
    """A question with its solution. `content` is for the template of its kind."""

    position: int
    prompt: str
    content: object
    template: str
    mark: Mark | None  # None where the question does not count
    is_answered: bool
    is_solved: bool = True


@dataclass(frozen=True)
class Step:
    """A place in the row of questions above the page."""

    position: int
    is_answered: bool
    is_now: bool


@dataclass(frozen=True)
class Line:
    """A question in the list at the end, with the answer in words, "" when there is none."""

    position: int
    outline: str
    answer: str
    is_answered: bool


def open_question(item: AttemptItem, kept: Answer | None = None) -> OpenQuestion:
    """Fill in the answer that was sent but not stored, else the one that is stored."""
    kind = kind_of(item.kind)
    answer = kept
    if answer is None:
        answer = given(item)
    return OpenQuestion(
        item=str(item.uuid),
        position=item.position,
        prompt=item.prompt,
        content=kind.show_open(item.body, answer),
        template=kind.template,
        scripts=kind.scripts,
        revision=revision_of(item),
    )


def solved_question(item: AttemptItem, published: Solutions) -> SolvedQuestion:
    """Show everything about an item of a submitted attempt."""
    kind = kind_of(item.kind)
    answer = given(item)
    question = Question(item.prompt, item.body, item.scoring)
    return SolvedQuestion(
        position=item.position,
        prompt=item.prompt,
        content=kind.show_solved(question, answer, published),
        template=kind.template,
        mark=mark_of(item),
        is_answered=answer is not None,
    )


def steps(items: Sequence[AttemptItem], now: int = 0) -> list[Step]:
    return [Step(item.position, given(item) is not None, item.position == now) for item in items]


def lines(items: Sequence[AttemptItem]) -> list[Line]:
    return [_line(item) for item in items]


def _line(item: AttemptItem) -> Line:
    outline = kind_of(item.kind).outline(item.body)
    return Line(
        position=item.position,
        outline=outline or item.prompt,
        answer=answer_text(item),
        is_answered=given(item) is not None,
    )


def answer_text(item: AttemptItem) -> str:
    """Return the stored answer in words, "" when there is none."""
    answer = given(item)
    if answer is None:
        return ""
    return kind_of(item.kind).answer_text(item.body, answer)
