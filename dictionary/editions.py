"""The edition in force, asked for once per request."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse

from dictionary.models import Edition

Answer = Callable[[HttpRequest], HttpResponse]


def edition_in_force() -> Edition | None:
    """Return the edition loaded or edited last; of two at the same moment, the one written
    later.
    """
    return Edition.objects.order_by("-loaded_at", "-pk").first()


def attach_edition(answer: Answer) -> Answer:
    """Middleware: give each request `edition()`, which asks the database at its first call.

    The frame needs the edition twice on a page, in a header of the answer and in the footer, so a
    context processor would not do.
    """

    def attached(request: HttpRequest) -> HttpResponse:
        request.edition = cache(edition_in_force)  # type: ignore[attr-defined]
        return answer(request)

    return attached
