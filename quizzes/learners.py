"""Distinguish learners by a random key in a signed cookie. The database stores only its hash."""

from __future__ import annotations

import hashlib
import secrets
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase

from quizzes import attempts
from quizzes.models import Attempt, Quiz

COOKIE = "quiz_key"
SALT = "quizzes.owner"  # part of the signature: another salt would make every cookie in use invalid
DAYS = 180
SECONDS = DAYS * 24 * 60 * 60
RESULTS_SHOWN = 10


def read_key(request: HttpRequest) -> str:
    """Return the key, or "" when there is none, it is too old or its signature is wrong."""
    key = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS)
    return key or ""


def new_key() -> str:
    return secrets.token_urlsafe(24)


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def keep_key(response: HttpResponseBase, key: str) -> None:
    response.set_signed_cookie(
        COOKIE,
        key,
        salt=SALT,
        max_age=SECONDS,
        path="/quiz/",
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def own_attempts(request: HttpRequest) -> QuerySet[Attempt]:
    """Return the attempts of the learner who sent the request, with their quizzes."""
    key = read_key(request)
    if not key:
        return Attempt.objects.none()
    return Attempt.objects.select_related("quiz").filter(learner__key_hash=hash_of(key))


def own_attempt_of(request: HttpRequest, uuid: UUID) -> Attempt | None:
    """Return the learner's attempt of this id, stored or only started."""
    key = read_key(request)
    if not key:
        return None
    return attempts.find(uuid, hash_of(key))


def latest_results(request: HttpRequest) -> QuerySet[Attempt]:
    """Return the learner's last submitted attempts, the newest first."""
    own = own_attempts(request)
    submitted = own.filter(state=Attempt.State.SUBMITTED)
    newest_first = submitted.order_by("-submitted")
    return newest_first[:RESULTS_SHOWN]


def open_quizzes(request: HttpRequest) -> QuerySet[Quiz]:
    """Return the quizzes that the learner has begun, live or retired."""
    own = own_attempts(request)
    begun = own.filter(state=Attempt.State.OPEN)
    return Quiz.objects.filter(pk__in=begun.values("quiz_id"))


def startable_quizzes(request: HttpRequest) -> QuerySet[Quiz]:
    """Return the live quizzes and those that the learner has begun."""
    live = Quiz.objects.filter(status=Quiz.Status.LIVE)
    return live | open_quizzes(request)
