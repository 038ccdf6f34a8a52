"""Start, answer and submit attempts.

Constraints and conditional updates of the database keep two requests at once apart, because SQLite
has no row locks.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from dictionary.editions import edition_in_force
from quizzes.bank import published_bank
from quizzes.grade import Mark, total
from quizzes.kind import Answer
from quizzes.kinds import KIND_OF, kind_of
from quizzes.make import make_quiz
from quizzes.models import Attempt, AttemptItem, Learner, Quiz, Response
from quizzes.records import QuizItem


class CannotMakeError(Exception):
    """No question can be made for the quiz: too few entries, or none of its kinds is asked."""


class SubmittedError(Exception):
    """Refuse to answer: the attempt is submitted, so its answers are final."""


@dataclass(frozen=True)
class Answered:
    """revision: the one in force, 0 while nothing is stored. stale: the answer was not stored."""

    revision: int
    stale: bool = False


def start(quiz: Quiz, key_hash: str) -> Attempt:
    """Return the learner's open attempt at this quiz, else a new one. Raises CannotMakeError."""
    begun = open_attempts(quiz, key_hash)
    attempt = begun.first()
    if attempt:
        return attempt
    seed = secrets.randbits(62)
    made = _made(quiz, seed)
    if not made:
        raise CannotMakeError
    try:
        return _created(quiz, key_hash, seed, made)
    except IntegrityError:  # another request started the same quiz meanwhile
        return begun.get()


def open_attempts(quiz: Quiz, key_hash: str) -> QuerySet[Attempt]:
    """Return the learner's open attempt at this quiz, none or one."""
    own = Attempt.objects.filter(quiz=quiz, learner__key_hash=key_hash)
    return own.filter(state=Attempt.State.OPEN)


def _made(quiz: Quiz, seed: int) -> tuple[QuizItem, ...]:
    """Return the questions, () when the quiz names no kind that is still asked."""
    kinds = [slug for slug in quiz.kinds if slug in KIND_OF]
    if not kinds:
        return ()
    return make_quiz(published_bank(), kinds, seed)


@transaction.atomic
def _created(quiz: Quiz, key_hash: str, seed: int, made: Sequence[QuizItem]) -> Attempt:
    """Store the attempt, and with a newcomer's first attempt the learner."""
    edition = edition_in_force()
    content_hash = ""
    if edition:
        content_hash = edition.content_hash
    learner, _ = Learner.objects.get_or_create(key_hash=key_hash)
    attempt = Attempt.objects.create(quiz=quiz, learner=learner, seed=seed, edition=content_hash)
    AttemptItem.objects.bulk_create(
        _item(attempt, position, quiz_item) for position, quiz_item in enumerate(made, start=1)
    )
    return attempt


def _item(attempt: Attempt, position: int, quiz_item: QuizItem) -> AttemptItem:
    return AttemptItem(
        attempt=attempt,
        position=position,
        kind=quiz_item.kind,
        entry=quiz_item.entry,
        prompt=quiz_item.question.prompt,
        body=quiz_item.question.body,
        scoring=quiz_item.question.scoring,
    )


@transaction.atomic
def answer(item: AttemptItem, sent: Answer, revision: int) -> Answered:
    """Store the answer if `revision` is still in force (0: not answered yet).

    Raises SubmittedError.
    """
    attempt = Attempt.objects.select_for_update().get(pk=item.attempt_id)
    if attempt.state != Attempt.State.OPEN:
        raise SubmittedError
    if _stored(item, sent, revision):
        return Answered(revision + 1)
    present = Response.objects.filter(item=item).first()
    if present is None:
        return Answered(0, stale=True)
    return Answered(present.revision, stale=present.answer != sent)


def _stored(item: AttemptItem, sent: Answer, revision: int) -> bool:
    if not revision:
        _, created = Response.objects.get_or_create(item=item, defaults={"answer": sent})
        return created
    in_force = Response.objects.filter(item=item, revision=revision)
    changed = in_force.update(
        answer=sent,
        revision=F("revision") + 1,
        answered=timezone.now(),
    )
    return bool(changed)


def submit(attempt: Attempt) -> bool:
    """Score the attempt, once. Return False when it was submitted already."""
    with transaction.atomic():
        waiting = Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN)
        if waiting.select_for_update().first() is None:
            return False
        marks = [mark_of(item) for item in items_of(attempt)]
        result = total([mark for mark in marks if mark is not None])
        changed = waiting.update(
            state=Attempt.State.SUBMITTED,
            submitted=timezone.now(),
            score=result.score,
            maximum=result.maximum,
        )
        return bool(changed)


def items_of(attempt: Attempt) -> QuerySet[AttemptItem]:
    """Return the questions in order, each with its answer."""
    return attempt.items.select_related("response")


def mark_of(item: AttemptItem) -> Mark | None:
    """Return None where the question does not count."""
    return kind_of(item.kind).grade(item.scoring, given(item))


def given(item: AttemptItem) -> Answer | None:
    """Return the stored answer, None when the question is not answered."""
    if not hasattr(item, "response"):
        return None
    stored: Answer = item.response.answer
    return stored


def revision_of(item: AttemptItem) -> int:
    """Return the revision of the stored answer, 0 when there is none."""
    if not hasattr(item, "response"):
        return 0
    return item.response.revision
