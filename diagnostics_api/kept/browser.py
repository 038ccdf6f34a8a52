"""Tell browsers apart by a random key in a signed cookie. The database stores only its hash."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

COOKIE = "answer_key"
SALT = "diagnostics_api.kept"
PATH = "/diagnose/"  # the form, which sets it, and the answers below
SECONDS = 30 * 24 * 60 * 60  # as long as the longest answer that it opens


def read_key(request: HttpRequest) -> str:
    """Return the key, or "" when there is none, it is too old or its signature is wrong."""
    key = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS)
    return key or ""


def key_of(request: HttpRequest) -> str:
    """Return the key of the browser, a new one where it has none."""
    return read_key(request) or secrets.token_urlsafe(24)


def hash_of(key: str) -> str:
    """Return 64 hexadecimal digits."""
    return hashlib.sha256(key.encode()).hexdigest()


def keep_key(response: HttpResponseBase, key: str) -> None:
    response.set_signed_cookie(
        COOKIE,
        key,
        salt=SALT,
        max_age=SECONDS,
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Say whether a page of another site sent the request: its browser left our cookie out."""
    return request.headers.get("Sec-Fetch-Site") == "cross-site"
