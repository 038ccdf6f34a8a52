"""The outermost middleware: each request gets an id, a line in the access log and its metrics."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from operations.logs import ACCESS_LOGGER
from operations.metrics.recorder import Recorder, recorder_of_settings
from operations.request_id import HEADER, current, request_id_of
from web.client_address import client_address

Answer = Callable[[HttpRequest], HttpResponse]

access_log = logging.getLogger(ACCESS_LOGGER)


def observe(answer: Answer) -> Answer:
    """Middleware. It stands first, so that it sees what the others answer, and every error page."""
    recorder = recorder_of_settings()

    def observed(request: HttpRequest) -> HttpResponse:
        request_id = request_id_of(request, settings.BEHIND_PROXY)
        request.request_id = request_id  # type: ignore[attr-defined]
        started = time.perf_counter()
        with _identified(request_id), recorder.in_progress():
            response = answer(request)
            response[HEADER] = request_id
            seconds = time.perf_counter() - started
            _record(recorder, request, response, seconds)
        return response

    return observed


@contextmanager
def _identified(request_id: str) -> Iterator[None]:
    token = current.set(request_id)
    try:
        yield
    finally:
        current.reset(token)


def _record(
    recorder: Recorder,
    request: HttpRequest,
    response: HttpResponse,
    seconds: float,
) -> None:
    view = view_of(request)
    recorder.record(request, view, response.status_code, seconds)
    if access_log.isEnabledFor(logging.INFO):
        access_log.info(
            "%s %s %s",
            request.method,
            request.path,
            response.status_code,
            extra={
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "view": view,
                "duration_ms": round(1000 * seconds, 1),
                "bytes": response.headers.get("Content-Length"),
                "address": client_address(request),
            },
        )


def view_of(request: HttpRequest) -> str:
    """Return the name of the address pattern that answered, of which there are few.

    Static files are answered before the patterns are asked, and what nothing answers has none.
    """
    match = request.resolver_match
    if match is not None:
        return match.view_name
    static = "/" + settings.STATIC_URL.lstrip("/")
    if request.path.startswith(static):
        return "static"
    return "none"
