"""Starting, answering and submitting. Every promise rests on a constraint or a conditional update
of the database, because SQLite has no row locks.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from dictionary.editions import edition_in_force
from quizzes.entries import published_entries
from quizzes.grade import RULES, grade
from quizzes.make import make_quiz
from quizzes.models import Attempt, AttemptItem, Quiz, Response
from quizzes.records import Question


class CannotMakeError(Exception):
    """The dictionary holds too few entries for a quiz."""


class SubmittedError(Exception):
    """The attempt is submitted, so its answers are final."""


@dataclass(frozen=True)
class Answered:
    """`revision` is the one in force. A stale answer was not stored; `stored` is what stands
    instead.
    """

    revision: int
    stored: str
    stale: bool = False


def start(quiz: Quiz, owner: str) -> Attempt:
    """The open attempt of the owner at this quiz, a new one if there is none. Raises
    CannotMakeError.
    """
    open_attempts = Attempt.objects.filter(quiz=quiz, owner=owner, state=Attempt.State.OPEN)
    attempt = open_attempts.first()
    if attempt:
        return attempt
    seed = secrets.randbits(62)
    questions = make_quiz(published_entries(), quiz.kinds, seed)
    if not questions:
        raise CannotMakeError
    try:
        return _created(quiz, owner, seed, questions)
    except IntegrityError:  # the other of two starts at once was first
        return open_attempts.get()


@transaction.atomic
def _created(quiz: Quiz, owner: str, seed: int, questions: tuple[Question, ...]) -> Attempt:
    edition = edition_in_force()
    attempt = Attempt.objects.create(
        quiz=quiz,
        owner=owner,
        seed=seed,
        rules=dict(RULES),
        edition=edition.content_hash if edition else "",
    )
    AttemptItem.objects.bulk_create(
        _item(attempt, position, question) for position, question in enumerate(questions, start=1)
    )
    return attempt


def _item(attempt: Attempt, position: int, question: Question) -> AttemptItem:
    return AttemptItem(
        attempt=attempt,
        position=position,
        kind=question.kind,
        entry=question.entry,
        body={
            "stem": question.stem,
            "shown": list(question.shown),
            "options": [{"id": option.id, "text": option.text} for option in question.options],
        },
        scoring={
            "key": next(option.id for option in question.options if option.is_key),
            "why": {option.id: option.why for option in question.options},
            "entries": {option.id: option.entry for option in question.options},
        },
    )


@transaction.atomic
def answer(item: AttemptItem, option: str, revision: int) -> Answered:
    """Stores the answer if `revision` is still the one in force (0: not answered yet). Raises
    SubmittedError.
    """
    attempt = Attempt.objects.select_for_update().get(pk=item.attempt_id)
    if attempt.state != Attempt.State.OPEN:
        raise SubmittedError
    if _stored(item, option, revision):
        return Answered(revision + 1, option)
    present = Response.objects.get(item=item)
    return Answered(present.revision, present.answer, stale=present.answer != option)


def _stored(item: AttemptItem, option: str, revision: int) -> bool:
    if revision:
        changed = Response.objects.filter(item=item, revision=revision)
        return bool(
            changed.update(answer=option, revision=F("revision") + 1, answered=timezone.now())
        )
    _, created = Response.objects.get_or_create(item=item, defaults={"answer": option})
    return created


def submit(attempt: Attempt) -> bool:
    """Scores the attempt once and for all; False when it was submitted already. Both find the same
    result.
    """
    with transaction.atomic():
        waiting = Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN)
        if waiting.select_for_update().first() is None:
            return False
        items = items_of(attempt)
        result = grade(
            attempt.rules, [item.scoring["key"] for item in items], [chosen(item) for item in items]
        )
        done = {"score": result.score, "maximum": result.maximum}
        return bool(waiting.update(state=Attempt.State.SUBMITTED, submitted=timezone.now(), **done))


def items_of(attempt: Attempt) -> QuerySet[AttemptItem]:
    return attempt.items.select_related("response")


def chosen(item: AttemptItem) -> str | None:
    return item.response.answer if hasattr(item, "response") else None


def revision_of(item: AttemptItem) -> int:
    return item.response.revision if hasattr(item, "response") else 0
