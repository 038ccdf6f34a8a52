"""Start, answer and submit attempts. The first answer stores an attempt, its start does not.

Constraints and conditional updates of the database keep two requests at once apart, because SQLite
has no row locks.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from quizzes.grade import Mark, total
from quizzes.kind import Answer
from quizzes.kinds import kind_of
from quizzes.models import Attempt, AttemptItem, Learner, Quiz, Response
from quizzes.pending import next_attempt, next_attempt_of_id


class CannotMakeError(Exception):
    """No question can be made for the quiz: too few entries, or none of its kinds is asked."""


class ChangedError(Exception):
    """Refuse to answer: the attempt was stored with the questions of another edition meanwhile."""


class SubmittedError(Exception):
    """Refuse to answer: the attempt is submitted, so its answers are final."""


@dataclass(frozen=True)
class Answered:
    """revision: the one in force, 0 while nothing is stored. stale: the answer was not stored."""

    revision: int
    stale: bool = False


def start(quiz: Quiz, key_hash: str) -> Attempt:
    """Return the learner's open attempt at this quiz, else a pending one. Raises CannotMakeError.

    A pending attempt is stored by its first answer or its submission.
    """
    attempt = open_attempts(quiz, key_hash).first() or next_attempt(quiz, key_hash)
    if attempt is None:
        raise CannotMakeError
    return attempt


def open_attempts(quiz: Quiz, key_hash: str) -> QuerySet[Attempt]:
    """Return the learner's stored open attempt at this quiz, none or one."""
    own = Attempt.objects.filter(quiz=quiz, learner__key_hash=key_hash)
    return own.filter(state=Attempt.State.OPEN)


def find(uuid: UUID, key_hash: str) -> Attempt | None:
    """Return the learner's attempt of this id, stored or pending, with its quiz."""
    own = Attempt.objects.select_related("quiz").filter(learner__key_hash=key_hash)
    return own.filter(uuid=uuid).first() or next_attempt_of_id(uuid, key_hash)


def is_pending(attempt: Attempt) -> bool:
    return attempt.pk is None


def keep(attempt: Attempt) -> None:
    """Store a pending attempt, in place. Take it over where another request has stored it."""
    if not is_pending(attempt):
        return
    try:
        _insert(attempt)
    except IntegrityError:
        attempt.pk = Attempt.objects.values_list("pk", flat=True).get(uuid=attempt.uuid)
        attempt.refresh_from_db()


@transaction.atomic
def _insert(attempt: Attempt) -> None:
    """Store the attempt with its questions, and with a newcomer's first attempt the learner."""
    attempt.learner, _ = Learner.objects.get_or_create(key_hash=attempt.learner.key_hash)
    attempt.save(force_insert=True)
    AttemptItem.objects.bulk_create(attempt.pending)


@transaction.atomic
def answer(item: AttemptItem, sent: Answer, revision: int) -> Answered:
    """Store the answer if `revision` is still in force (0: not answered yet).

    Raises SubmittedError and ChangedError.
    """
    keep(item.attempt)
    attempt = Attempt.objects.select_for_update().get(pk=item.attempt.pk)
    if attempt.state != Attempt.State.OPEN:
        raise SubmittedError
    asked = _stored_item(item)
    if _stored(asked, sent, revision):
        return Answered(revision + 1)
    present = Response.objects.filter(item=asked).first()
    if present is None:
        return Answered(0, stale=True)
    return Answered(present.revision, stale=present.answer != sent)


def _stored_item(item: AttemptItem) -> AttemptItem:
    """Return the question as it is stored. Where another request has stored it, its id finds it."""
    if item.pk is not None:
        return item
    stored = AttemptItem.objects.filter(attempt=item.attempt, uuid=item.uuid).first()
    if stored is None:
        raise ChangedError
    return stored


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
        keep(attempt)
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


def items_of(attempt: Attempt) -> list[AttemptItem]:
    """Return the questions in order, each with its answer."""
    if is_pending(attempt):
        return list(attempt.pending)
    return list(attempt.items.select_related("response"))


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
