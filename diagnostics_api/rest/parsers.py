"""Bodies of POST /diagnoses/. Each parser gives the same mapping; none reads past the size
limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser, DataAndFiles, MultiPartParser

from diagnostics_api.service.gate import BROKEN_OFF, TooLargeError
from engine.read import NamedFile
from engine.read.parts import json_text

LISTS = ("symptoms", "absent_symptoms")
OBJECTS = ("metrics", "config")
FILES = "files"


class JsonParser(BaseParser):
    """JSON with Python's NaN and Infinity; doubled keys are refused."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None
    ) -> Any:
        text = _text(stream)
        if not text.strip():
            return {}
        return json_text.parse(text)


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
            fields[name] = _form_value(name, values)
        files = _uploads(parsed)
        if files and FILES in fields:
            fields[FILES] = [fields[FILES], *files]  # the text is refused with the other fields
        elif files:
            fields[FILES] = files
        return fields


def _uploads(parsed: DataAndFiles[Any, Any]) -> list[NamedFile]:
    files = []
    for name in parsed.files:
        for upload in parsed.files.getlist(name):
            content = upload.read()
            file = NamedFile(upload.name, content)
            files.append(file)
    return files


def _form_value(name: str, values: list[str]) -> Any:
    """Return the value of a field that was sent once or several times. Raises ReadError."""
    last = values[-1]
    if name in LISTS:
        joined = ",".join(values)
        return _parts(joined)
    if name in OBJECTS and last.lstrip().startswith("{"):
        return json_text.parse(last, name)
    return last


def _parts(value: str) -> list[str]:
    parts = map(str.strip, value.split(","))
    given = filter(None, parts)
    return list(given)


def _text(stream: IO[Any]) -> str:
    limit: int = settings.DIAGNOSIS_MAX_BYTES
    try:
        content = stream.read(limit + 1)
    except OSError as error:
        raise ParseError(BROKEN_OFF) from error
    if len(content) > limit:
        raise TooLargeError(limit)
    try:
        return str(content, "utf-8-sig")
    except UnicodeDecodeError as error:
        detail = f"The body is not UTF-8 (byte {error.start})."
        raise ParseError(detail) from error
