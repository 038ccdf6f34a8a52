"""Refuse bodies that cannot be read by their headers, before anything of them is kept.

Endpoint and page both ask here first.
"""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from rest_framework.exceptions import APIException, ParseError, UnsupportedMediaType

MULTIPART_OVERHEAD = 64 * 1024  # boundaries and headers around files of the largest size
BROKEN_OFF = "The body broke off."
_CHUNK = 1024 * 1024


class TooLargeError(APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The request is larger than the limit of {limit} bytes ({limit / 2**20:g} MiB)."
        )


class LengthRequiredError(APIException):
    status_code = HTTPStatus.LENGTH_REQUIRED
    default_detail = (
        "The body came in pieces of unknown number. Send it whole, with a Content-Length."
    )


def refuse_unreadable(request: HttpRequest) -> None:
    """Refuse a body that is packed, sent in pieces or too large.

    A body sent in pieces would look like an empty one, and a packed one like broken text. Raises
    UnsupportedMediaType, LengthRequiredError or TooLargeError.
    """
    packing = str(request.META.get("HTTP_CONTENT_ENCODING", "")).strip().lower()
    if packing not in {"", "identity"}:
        raise UnsupportedMediaType(
            packing, f"Content-Encoding {packing[:40]!r} is not read: send the body unpacked."
        )
    if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
        raise LengthRequiredError
    _refuse_too_large(request)


def _refuse_too_large(request: HttpRequest) -> None:
    largest: int = settings.DIAGNOSIS_MAX_BYTES
    allowed = largest
    if str(request.META.get("CONTENT_TYPE", "")).lower().startswith("multipart/"):
        allowed += MULTIPART_OVERHEAD
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if length.isdigit() and int(length) > allowed:
        _drain(request, 4 * largest)
        raise TooLargeError(largest)


def _drain(request: HttpRequest, most: int) -> None:
    """Take the body off the wire without keeping it.

    A client that is still sending when the connection closes sees a broken pipe instead of the
    answer. A body larger than `most` is cut off.
    """
    left = most
    try:
        while left > 0:
            chunk = request.read(_CHUNK)
            if not chunk:
                return
            left -= len(chunk)
    except OSError as error:
        raise ParseError(BROKEN_OFF) from error
