"""Starting, answering and submitting. Every promise rests on a constraint or a conditional update of the database,
because SQLite has no row locks."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from dictionary.editions import latest_edition
from quizzes.bank import published_entries
from quizzes.grade import RULES, grade
from quizzes.make import make_quiz
from quizzes.models import Attempt, AttemptItem, Learner, Quiz, Response
from quizzes.records import QuizItem


class CannotMakeError(Exception):
    """The dictionary holds too few entries for a quiz."""


class SubmittedError(Exception):
    """The attempt is submitted, so its answers are final."""


@dataclass(frozen=True)
class Answered:
    """`revision` is the one in force, 0 while nothing is stored. A stale answer was not stored."""

    revision: int
    stale: bool = False


def start(quiz: Quiz, key_hash: str) -> Attempt:
    """Return the learner's open attempt at this quiz, a new one if there is none. Raises CannotMakeError."""
    open_attempts = Attempt.objects.filter(quiz=quiz, learner__key_hash=key_hash, state=Attempt.State.OPEN)
    attempt = open_attempts.first()
    if attempt:
        return attempt
    seed = secrets.randbits(62)
    questions = make_quiz(published_entries(), quiz.kinds, seed)
    if not questions:
        raise CannotMakeError
    try:
        return _created(quiz, key_hash, seed, questions)
    except IntegrityError:  # the other of two starts at once was first
        return open_attempts.get()


@transaction.atomic
def _created(quiz: Quiz, key_hash: str, seed: int, questions: tuple[QuizItem, ...]) -> Attempt:
    """Store the attempt, and with a newcomer's first attempt the learner."""
    edition = latest_edition()
    learner, _ = Learner.objects.get_or_create(key_hash=key_hash)
    attempt = Attempt.objects.create(
        quiz=quiz,
        learner=learner,
        seed=seed,
        rules=dict(RULES),
        edition=edition.content_hash if edition else "",
    )
    AttemptItem.objects.bulk_create(
        _item(attempt, position, question) for position, question in enumerate(questions, start=1)
    )
    return attempt


def _item(attempt: Attempt, position: int, made: QuizItem) -> AttemptItem:
    return AttemptItem(
        attempt=attempt,
        position=position,
        kind=made.kind,
        entry=made.entry,
        body={"stem": made.question.prompt, **made.question.body},
        scoring=made.question.scoring,
    )


@transaction.atomic
def answer(item: AttemptItem, option: str, revision: int) -> Answered:
    """Stores the answer if `revision` is still the one in force (0: not answered yet). Raises SubmittedError."""
    attempt = Attempt.objects.select_for_update().get(pk=item.attempt_id)
    if attempt.state != Attempt.State.OPEN:
        raise SubmittedError
    if _stored(item, option, revision):
        return Answered(revision + 1)
    present = Response.objects.filter(item=item).first()
    if present is None:
        return Answered(0, stale=True)
    return Answered(present.revision, stale=present.answer != option)


def _stored(item: AttemptItem, option: str, revision: int) -> bool:
    if revision:
        changed = Response.objects.filter(item=item, revision=revision)
        return bool(changed.update(answer=option, revision=F("revision") + 1, answered=timezone.now()))
    _, created = Response.objects.get_or_create(item=item, defaults={"answer": option})
    return created


def submit(attempt: Attempt) -> bool:
    """Scores the attempt once and for all; False when it was submitted already. Both find the same result."""
    with transaction.atomic():
        waiting = Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN)
        if waiting.select_for_update().first() is None:
            return False
        items = items_of(attempt)
        result = grade(attempt.rules, [item.scoring["key"] for item in items], [chosen(item) for item in items])
        done = {"score": result.score, "maximum": result.maximum}
        return bool(waiting.update(state=Attempt.State.SUBMITTED, submitted=timezone.now(), **done))


def items_of(attempt: Attempt) -> QuerySet[AttemptItem]:
    return attempt.items.select_related("response")


def chosen(item: AttemptItem) -> str | None:
    return item.response.answer if hasattr(item, "response") else None


def revision_of(item: AttemptItem) -> int:
    return item.response.revision if hasattr(item, "response") else 0
