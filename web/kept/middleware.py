"""Middleware that gives kept answers to readers who are not signed in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from web.kept.answer import AS_IT_IS, KeptAnswer, varies_with
from web.kept.shelf import Address, Shelf
from web.kept.watch import Watch

Answer = Callable[[HttpRequest], HttpResponseBase]
ONLY_IF = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_RANGE")
CONDITIONS = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


def keep_answers(
    answer: Answer,
    look: Callable[[], Hashable],
    most_bytes: int,
) -> Answer:
    """Give kept answers of the edition in force; make and keep those that are missing.

    It stands before everything that reads a session or a database, and behind what logs requests.
    look: see Watch. most_bytes: see Shelf.
    """
    shelf = Shelf(most_bytes)
    watch = Watch(look)

    def kept(request: HttpRequest) -> HttpResponseBase:
        if not is_anonymous_reading(request):
            return answer(request)
        address = address_of(request)
        found = shelf.find(watch.edition(), address, request.META)
        if found is not None:
            return found.to(request)
        with asked_plainly(request):
            response = answer(request)
        edition = made_of(response)
        if edition is None or not may_be_kept(response):
            return response
        made = KeptAnswer.of(request, cast(HttpResponse, response))
        watch.saw(edition)
        shelf.put(edition, address, request.META, made)
        return made.to(request)

    return kept


@contextmanager
def asked_plainly(request: HttpRequest) -> Iterator[None]:
    """Leave out what asks for less than the whole answer as it is."""
    asked = {name: request.META.pop(name) for name in CONDITIONS if name in request.META}
    try:
        yield
    finally:
        request.META.update(asked)


def is_anonymous_reading(request: HttpRequest) -> bool:
    """Say whether a request is a plain GET or HEAD of somebody without a session."""
    return (
        request.method in {"GET", "HEAD"}
        and not request.META.get("QUERY_STRING")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not any(name in request.META for name in ONLY_IF)
    )


def address_of(request: HttpRequest) -> Address:
    """Return what tells addresses apart; links on a page may name scheme and host."""
    host = request.META.get("HTTP_HOST", "")
    return (request.method or "", request.scheme or "", host, request.path)


def mark(response: HttpResponseBase, edition: Hashable) -> None:
    """Note the edition that an answer was made of, and of nothing else."""
    response.made_of = edition  # type: ignore[attr-defined]


def made_of(response: HttpResponseBase) -> Hashable:
    return cast(Hashable, getattr(response, "made_of", None))


def may_be_kept(response: HttpResponseBase) -> bool:
    """Say whether a marked answer is the same for everybody who asks."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response.headers.get("Content-Encoding", AS_IT_IS) == AS_IT_IS
        and "ETag" in response.headers
        and "cookie" not in varies_with(cast(HttpResponse, response))
    )
