"""Bodies of POST /diagnoses/. Each parser gives the same mapping; none reads past the size
limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser, DataAndFiles, MultiPartParser

from diagnostics_api.rest.problems import LengthRequiredError, TooLargeError
from engine.read.parts import json_text

MULTIPART_OVERHEAD = 64 * 1024  # boundaries and headers around 16 MB of file
_CHUNK = 1024 * 1024
LISTS = ("symptoms", "absent_symptoms")
OBJECTS = ("metrics", "config")
FILES = "files"


def refuse_unreadable(request: HttpRequest) -> None:
    """By the headers, before anything of the body is kept: a body sent in pieces would be taken for
    an empty one, and a packed one for broken text. Raises UnsupportedMediaType, LengthRequiredError
    or TooLargeError.
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
    limit: int = settings.DIAGNOSIS_MAX_BYTES
    multipart = str(request.META.get("CONTENT_TYPE", "")).lower().startswith("multipart/")
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if length.isdigit() and int(length) > limit + (MULTIPART_OVERHEAD if multipart else 0):
        _drain(request, 4 * limit)
        raise TooLargeError(limit)


def _drain(request: HttpRequest, most: int) -> None:
    """Takes the body off the wire without keeping it: a client that is still sending when the
    connection closes sees a broken pipe instead of the answer. What is larger still is cut off.
    """
    try:
        while most > 0 and (chunk := request.read(_CHUNK)):
            most -= len(chunk)
    except OSError as error:
        raise ParseError("The body broke off.") from error


def _text(stream: IO[Any]) -> str:
    limit: int = settings.DIAGNOSIS_MAX_BYTES
    try:
        content = stream.read(limit + 1)
    except OSError as error:
        raise ParseError("The body broke off.") from error
    if len(content) > limit:
        raise TooLargeError(limit)
    try:
        return str(content, "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParseError(f"The body is not UTF-8 (byte {error.start}).") from error


class JsonParser(BaseParser):
    """JSON with Python's NaN and Infinity; doubled keys are refused."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None
    ) -> Any:
        text = _text(stream)
        return json_text.parse(text) if text.strip() else {}


class LogParser(BaseParser):
    """A plain text is a log."""

    media_type = "text/plain"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None
    ) -> dict[str, Any]:
        return {"log": _text(stream)}


class FormParser(MultiPartParser):
    """Fields of a form, where lists may be repeated or separated by commas and objects are JSON
    texts.
    """

    def parse(  # type: ignore[override]  # a mapping of its own, like the other parsers
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        parsed: DataAndFiles[Any, Any] = super().parse(stream, media_type, parser_context)
        fields: dict[str, Any] = {}
        for name in parsed.data:
            values = parsed.data.getlist(name)
            if name in LISTS:
                fields[name] = [
                    part.strip() for value in values for part in value.split(",") if part.strip()
                ]
            elif name in OBJECTS and values[-1].lstrip().startswith("{"):
                fields[name] = json_text.parse(values[-1], name)
            else:
                fields[name] = values[-1]
        for name in parsed.files:
            fields.setdefault(FILES, []).extend(parsed.files.getlist(name))
        return fields
