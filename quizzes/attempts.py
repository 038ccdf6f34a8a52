"""Start, answer and submit attempts.

Every promise rests on a constraint or a conditional update of the database, because SQLite has no
row locks.
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
from quizzes.kinds import KIND_OF
from quizzes.make import make_quiz
from quizzes.models import Attempt, AttemptItem, Learner, Quiz, Response
from quizzes.records import QuizItem


class CannotMakeError(Exception):
    """The dictionary has too few entries for a quiz."""


class SubmittedError(Exception):
    """The attempt is submitted, so its answers are final."""


@dataclass(frozen=True)
class Answered:
    """`revision` is the one in force, 0 while nothing is stored. A stale answer was not stored."""

    revision: int
    stale: bool = False


def start(quiz: Quiz, key_hash: str) -> Attempt:
    """Return the learner's open attempt at this quiz, else a new one. Raises CannotMakeError."""
    own = Attempt.objects.filter(quiz=quiz, learner__key_hash=key_hash)
    open_attempts = own.filter(state=Attempt.State.OPEN)
    attempt = open_attempts.first()
    if attempt:
        return attempt
    seed = secrets.randbits(62)
    made = make_quiz(published_bank(), quiz.kinds, seed)
    if not made:
        raise CannotMakeError
    try:
        return _created(quiz, key_hash, seed, made)
    except IntegrityError:  # the other of two starts at once was first
        return open_attempts.get()


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
    """Score the attempt once and for all. Return False when it was submitted already."""
    with transaction.atomic():
        waiting = Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN)
        if waiting.select_for_update().first() is None:
            return False
        result = total([mark_of(item) for item in items_of(attempt)])
        changed = waiting.update(
            state=Attempt.State.SUBMITTED,
            submitted=timezone.now(),
            score=result.score,
            maximum=result.maximum,
        )
        return bool(changed)


def items_of(attempt: Attempt) -> QuerySet[AttemptItem]:
    return attempt.items.select_related("response")


def mark_of(item: AttemptItem) -> Mark:
    return KIND_OF[item.kind].grade(item.scoring, given(item))


def given(item: AttemptItem) -> Answer | None:
    """Return the stored answer, None when the question is not answered."""
    if not hasattr(item, "response"):
        return None
    stored: Answer = item.response.answer
    return stored


def revision_of(item: AttemptItem) -> int:
    if not hasattr(item, "response"):
        return 0
    return item.response.revision
