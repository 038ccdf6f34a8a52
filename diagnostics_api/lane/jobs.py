"""A request as it goes to a worker, and an answer as it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from web.edition import Edition, edition_of

Door = Literal["api", "page"]


@dataclass(frozen=True, slots=True)
class Job:
    door: Door
    edition: str  # hash of the content that the request is answered from
    environ: dict[str, str]
    footer: Edition | None = None  # the record of the edition, which pages name
    request_id: str = ""  # which problem details name


@dataclass(frozen=True, slots=True)
class Parts:
    """A response without what a pickle cannot hold. verdict: for the metrics; None of an error."""

    status: int
    headers: dict[str, str]
    content: bytes
    verdict: str | None = None


def job_of(
    request: HttpRequest,
    door: Door,
    edition: str,
) -> Job:
    texts = {key: value for key, value in request.META.items() if isinstance(value, str)}
    footer = edition_of(request)
    return Job(
        door,
        edition,
        texts,
        footer,
        request_id=getattr(request, "request_id", ""),
    )


def request_of(job: Job, body: bytes) -> WSGIRequest:
    length = str(len(body))
    environ = {
        **job.environ,
        "wsgi.input": BytesIO(body),
        "CONTENT_LENGTH": length,
    }
    request = WSGIRequest(environ)
    request.edition = lambda: job.footer  # type: ignore[attr-defined]
    request.request_id = job.request_id  # type: ignore[attr-defined]
    return request


def parts_of(
    response: HttpResponseBase,
    request: HttpRequest,
) -> Parts:
    render = getattr(response, "render", None)
    if render is not None:
        response = render()
    headers = dict(response.items())
    content = b"".join(response)
    return Parts(
        response.status_code,
        headers,
        content,
        getattr(request, "verdict", None),
    )


def response_of(parts: Parts) -> HttpResponse:
    return HttpResponse(parts.content, status=parts.status, headers=parts.headers)
