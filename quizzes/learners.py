"""Tell learners apart by a random key in a signed cookie. The database stores only its hash."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase

from quizzes.models import Attempt

COOKIE = "quiz_key"
SALT = "quizzes.owner"  # part of the signature: another salt would make every cookie in use invalid
DAYS = 180
SECONDS = DAYS * 24 * 60 * 60


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
