"""The edition in force, asked for once per request."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from dictionary.models import Edition
from web.edition import stamp_of
from web.kept import middleware as kept

Answer = Callable[[HttpRequest], HttpResponseBase]


def edition_in_force() -> Edition | None:
    """Return the edition loaded or edited last; of two at the same moment, the one written
    later.
    """
    return Edition.objects.order_by("-loaded_at", "-pk").first()


def keep_answers(answer: Answer) -> Answer:
    """Middleware: give what was made of the edition in force before, to who is not signed in."""
    if not settings.KEPT_ANSWERS_BYTES:
        raise MiddlewareNotUsed
    return kept.keep_answers(
        answer,
        look=lambda: stamp_of(edition_in_force()),
        most_bytes=settings.KEPT_ANSWERS_BYTES,
    )


def attach_edition(answer: Answer) -> Answer:
    """Middleware: give each request `edition()`, which asks the database at its first call.

    The frame needs the edition twice on a page, in a header of the answer and in the footer, so a
    context processor would not do.
    """

    def attached(request: HttpRequest) -> HttpResponseBase:
        request.edition = cache(edition_in_force)  # type: ignore[attr-defined]
        return answer(request)

    return attached
