"""Who an attempt belongs to: a random key in a signed cookie. The database holds only its hash."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

COOKIE = "quiz_key"
SALT = "quizzes.owner"
DAYS = 180
SECONDS = DAYS * 24 * 60 * 60


def read_key(request: HttpRequest) -> str:
    """The key, or nothing when there is none, it is too old or its signature is wrong."""
    key = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS)
    return key or ""


def new_key() -> str:
    return secrets.token_urlsafe(24)


def owner_of(key: str) -> str:
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
