"""One answer as it is kept: packed once for each encoding that clients take."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags, parse_http_date_safe

SHORTEST_PACKED = 200  # bytes, below which packing gains nothing
QUALITY = 9  # of both packings: a tenth of a second for the longest page, once an edition
AS_IT_IS = "identity"
REFUSED = frozenset(
    {
        "q=0",
        "q=0.0",
        "q=0.00",
        "q=0.000",
    }
)
# With 304, beside the tag.
TOLD_AGAIN = (
    "Cache-Control",
    "Last-Modified",
    "Vary",
)


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=QUALITY)
    return packed


def _gzip(body: bytes) -> bytes:
    return gzip.compress(
        body,
        QUALITY,
        mtime=0,
    )


BEST_FIRST: dict[str, Callable[[bytes], bytes]] = {"br": _brotli, "gzip": _gzip}


@dataclass(slots=True)
class KeptAnswer:
    """Status 200, its headers and its body, by encoding.

    vary: names of request headers that it was made for, without that of the encoding.
    match: the address pattern that answered, for the metrics.
    """

    headers: dict[str, str]
    vary: tuple[str, ...]
    match: ResolverMatch | None
    bodies: dict[str, bytes]
    tag: str = ""
    modified: int | None = None

    @classmethod
    def of(
        cls,
        request: HttpRequest,
        response: HttpResponse,
    ) -> KeptAnswer:
        """Keep an answer that is not packed."""
        patch_vary_headers(response, ["Accept-Encoding"])
        headers = dict(response.items())
        tag = headers.pop("ETag")
        modified = time_of(headers.get("Last-Modified"))
        vary = varies_with(response)
        body = response.content
        return cls(
            headers,
            vary,
            request.resolver_match,
            bodies={AS_IT_IS: body},
            tag=tag,
            modified=modified,
        )

    @property
    def size(self) -> int:
        """Bytes of memory that its bodies take."""
        return sum(map(len, self.bodies.values()))

    def to(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer in the best encoding that the client takes, or 304."""
        request.resolver_match = self.match
        accepted = request.META.get(
            "HTTP_ACCEPT_ENCODING",
            "",
        )
        encoding = self._encoding(accepted)
        tag = self._tag(encoding)
        if self._is_known_to(request):
            return self._not_modified(tag)
        body = self._body(encoding)
        headers = self.headers.copy()
        headers["ETag"] = tag
        headers["Content-Length"] = str(len(body))
        if encoding != AS_IT_IS:
            headers["Content-Encoding"] = encoding
        return HttpResponse(body, headers=headers)

    def _not_modified(self, tag: str) -> HttpResponse:
        response = HttpResponseNotModified()
        for name in TOLD_AGAIN:
            if name in self.headers:
                response.headers[name] = self.headers[name]
        response.headers["ETag"] = tag
        return response

    def _is_known_to(self, request: HttpRequest) -> bool:
        """Compare tags weakly, and dates only where no tags are given (RFC 9110, 13.1)."""
        tags = request.META.get("HTTP_IF_NONE_MATCH")
        if tags:
            known = map(strong, parse_etags(tags))
            return not {"*", strong(self.tag)}.isdisjoint(known)
        if self.modified is None:
            return False
        since = time_of(request.META.get("HTTP_IF_MODIFIED_SINCE"))
        return since is not None and self.modified <= since

    def _encoding(self, accepted: str) -> str:
        if len(self.bodies[AS_IT_IS]) < SHORTEST_PACKED:
            return AS_IT_IS
        wanted = encodings_in(accepted)
        return next((name for name in BEST_FIRST if name in wanted), AS_IT_IS)

    def _body(self, encoding: str) -> bytes:
        body = self.bodies.get(encoding)
        if body is None:
            body = BEST_FIRST[encoding](self.bodies[AS_IT_IS])
            self.bodies[encoding] = body
        return body

    def _tag(self, encoding: str) -> str:
        """Return the tag; that of a packed body is weak, since it names the same page."""
        return self.tag if encoding == AS_IT_IS else f"W/{strong(self.tag)}"


def strong(tag: str) -> str:
    """Return a tag without the mark of a weak one."""
    return tag.removeprefix("W/")


def time_of(date: str | None) -> int | None:
    """Return a date of a header in seconds; None for none, and for what is none."""
    return parse_http_date_safe(date) if date else None


def varies_with(response: HttpResponse) -> tuple[str, ...]:
    """Return the lower names of the request headers that the answer depends on, in order."""
    header = response.headers.get(
        "Vary",
        "",
    )
    named = map(str.strip, header.lower().split(","))
    names = set(named) - {"", "accept-encoding"}
    return tuple(sorted(names))


def encodings_in(accepted: str) -> frozenset[str]:
    """Return the encodings of an Accept-Encoding header that are not refused by `q=0`."""
    wanted = []
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        given = weight.replace(" ", "")
        if given not in REFUSED:
            wanted.append(name.strip())
    return frozenset(wanted)
