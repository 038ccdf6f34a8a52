"""Attempts that are started but not stored: a start writes nothing.

Such an attempt follows from the learner's key, the quiz and the learner's last attempt at it, so
that each request makes the same one again. Nobody can guess its id: who names it has started it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.crypto import salted_hmac

from dictionary.editions import edition_in_force
from quizzes.bank import published_bank
from quizzes.kinds import KIND_OF
from quizzes.make import make_quiz
from quizzes.models import Attempt, AttemptItem, Learner, Quiz
from quizzes.records import QuizItem

SALT = "quizzes.pending"
SEED_BITS = 62  # a seed is stored as a signed integer of 64 bits


def next_attempt(quiz: Quiz, key_hash: str) -> Attempt | None:
    """Return the learner's next attempt at this quiz, None when no question can be made."""
    [attempt] = _without_questions(Quiz.objects.filter(pk=quiz.pk), key_hash)
    return _with_questions(attempt)


def next_attempt_of_id(uuid: UUID, key_hash: str) -> Attempt | None:
    """Return the next attempt that has this id, at whatever quiz."""
    for attempt in _without_questions(Quiz.objects.all(), key_hash):
        if attempt.uuid == uuid:
            return _with_questions(attempt)
    return None


def _without_questions(quizzes: QuerySet[Quiz], key_hash: str) -> Iterator[Attempt]:
    """Yield the learner's next attempt at each quiz."""
    own = Attempt.objects.filter(learner__key_hash=key_hash, quiz=OuterRef("pk"))
    newest = own.order_by("-pk").values("uuid")
    for quiz in quizzes.annotate(last_attempt=Subquery(newest[:1])):
        uuid = _id_of("attempt", key_hash, quiz.slug, str(quiz.last_attempt))
        yield Attempt(
            uuid=uuid,
            quiz=quiz,
            learner=Learner(key_hash=key_hash),
            seed=_seed(uuid),
        )


def _with_questions(attempt: Attempt) -> Attempt | None:
    """Ask what the edition in force asks; another one may ask something else."""
    edition = edition_in_force()
    if edition:
        attempt.edition = edition.content_hash
    made = _made(attempt.quiz, attempt.seed)
    attempt.pending = [_item(attempt, *numbered) for numbered in enumerate(made, start=1)]
    return attempt if made else None


def _made(quiz: Quiz, seed: int) -> Sequence[QuizItem]:
    """Return the questions, () when the quiz names no kind that is still asked."""
    kinds = [slug for slug in quiz.kinds if slug in KIND_OF]
    if not kinds:
        return ()
    return make_quiz(published_bank(), kinds, seed)


def _item(
    attempt: Attempt,
    position: int,
    quiz_item: QuizItem,
) -> AttemptItem:
    """Return the question. Its id follows from what it asks: an answer fits only what was shown."""
    question = quiz_item.question
    asked = json.dumps([quiz_item.kind, question.prompt, question.body, question.scoring])
    return AttemptItem(
        uuid=_id_of("item", str(attempt.uuid), str(position), asked),
        attempt=attempt,
        position=position,
        kind=quiz_item.kind,
        entry=quiz_item.entry,
        prompt=question.prompt,
        body=question.body,
        scoring=question.scoring,
    )


def _seed(uuid: UUID) -> int:
    """Return the seed, which stays secret: anybody can make the questions and their keys of it."""
    digest = _digest("seed", str(uuid))
    return int.from_bytes(digest[:8], "big") >> (64 - SEED_BITS)


def _id_of(*parts: str) -> UUID:
    digest = _digest(*parts)
    return UUID(bytes=digest[:16])


def _digest(*parts: str) -> bytes:
    """Return 32 bytes that nobody can make without the secret key of the site."""
    return salted_hmac(SALT, "\n".join(parts), algorithm="sha256").digest()
