"""Bodies of POST /diagnoses/: JSON, a form, or a file of any media type.

Each parser gives the same mapping; none reads past the size limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import IO, Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.http import parse_header_parameters
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser, DataAndFiles, MultiPartParser

from diagnostics_api.service.diagnosis_request import DiagnosisRequest
from diagnostics_api.service.gate import BROKEN_OFF, TooLargeError
from diagnostics_api.service.json_body import parse_body
from diagnostics_api.service.uploads import keep_folders, named_files
from engine.read import NamedFile
from engine.read.parts import json_text
from engine.read.stores.members import clean_path

LISTS = ("symptoms", "absent_symptoms")
OBJECTS = ("metrics", "config", "reading")
FILES = "files"
LOG = "log"  # the name of a text without a name
BODY = "body"  # the name of any other file without one
_FIELD = re.compile(rb"\s{0,9}(?:%s)=" % "|".join(DiagnosisRequest.model_fields).encode())

Context = Mapping[str, Any] | None


class JsonParser(BaseParser):
    """JSON with Python's NaN and Infinity; doubled keys are refused.

    A body that is itself a file of a run, such as a `trainer_state.json`, is read as that file.
    """

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None
    ) -> Any:
        content = _content(stream)
        text = _text(content)
        if not text.strip():
            return {}
        if _are_json_lines(text):
            return _as_file(content, media_type, parser_context)
        document = parse_body(text)
        if _is_file_of_run(document):
            return _as_file(content, media_type, parser_context)
        return document


def _are_json_lines(text: str) -> bool:
    """Say whether the first of several lines is an object by itself, as in a log of rows."""
    first, _, others = text.lstrip().partition("\n")
    return first.rstrip().endswith("}") and others.lstrip().startswith("{")


def _is_file_of_run(document: object) -> bool:
    """Say whether a document is no request: rows, or an object of parts without any known field.

    An object of plain values is a request whose fields are misspelled.
    """
    if isinstance(document, list):
        return bool(document) and all(isinstance(row, dict | list) for row in document)
    if not isinstance(document, dict):
        return False
    if not DiagnosisRequest.model_fields.keys().isdisjoint(document):
        return False
    return any(isinstance(value, dict | list) for value in document.values())


class FormParser(MultiPartParser):
    """Fields of a form, where lists may be repeated or separated by commas and objects are JSON
    texts. Files keep the folders of their names.
    """

    def parse(  # type: ignore[override]  # a mapping of its own, like the other parsers
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Context = None,
    ) -> dict[str, Any]:
        keep_folders((parser_context or {})["request"])
        parsed: DataAndFiles[Any, Any] = super().parse(stream, media_type, parser_context)
        fields = _form_fields(parsed.data)
        files: list[NamedFile] = []
        for name in parsed.files:
            files.extend(named_files(parsed.files.getlist(name)))
        if files and FILES in fields:
            fields[FILES] = [fields[FILES], *files]  # the text is refused with the other fields
        elif files:
            fields[FILES] = files
        return fields


class FileParser(BaseParser):
    """Any other body is a file, named by Content-Disposition or `?name=`."""

    media_type = "*/*"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Context = None,
    ) -> dict[str, Any]:
        return _as_file(_content(stream), media_type, parser_context)


class UrlencodedParser(BaseParser):
    """Fields of a form; a file where no field of a request begins the body.

    curl's --data-binary says that it sends a form whatever the file is.
    """

    media_type = "application/x-www-form-urlencoded"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Context = None,
    ) -> dict[str, Any]:
        content = _content(stream)
        if not _FIELD.match(content):
            return _as_file(content, media_type, parser_context)
        return _form_fields(QueryDict(_text(content)))


def _as_file(
    content: bytes,
    media_type: str | None,
    parser_context: Context,
) -> dict[str, Any]:
    request = (parser_context or {}).get("request")
    given = _given_name(request) if request is not None else ""
    is_text = (media_type or "").startswith("text/plain")
    nameless = LOG if is_text else BODY
    name = clean_path(given) if given else nameless
    return {FILES: [NamedFile(name, content)]}


def _given_name(request: HttpRequest) -> str:
    """Return the name of the file that is the body, empty where none is given."""
    header = request.META.get("HTTP_CONTENT_DISPOSITION", "")
    try:
        _, parameters = parse_header_parameters(header)
    except ValueError:
        parameters = {}
    return parameters.get("filename") or request.GET.get("name", "")


def _form_fields(data: QueryDict) -> dict[str, Any]:
    return {name: _form_value(name, data.getlist(name)) for name in data}


def _form_value(name: str, values: Iterable[Any]) -> Any:
    """Return the value of a field that was sent once or several times. Raises ReadError."""
    sent = list(values)
    last = sent[-1]
    if name in LISTS:
        joined = ",".join(sent)
        return _parts(joined)
    if name in OBJECTS and last.lstrip().startswith("{"):
        return json_text.parse(last, name)
    return last


def _parts(value: str) -> list[str]:
    parts = map(str.strip, value.split(","))
    given = filter(None, parts)
    return list(given)


def _content(stream: IO[Any]) -> bytes:
    limit: int = settings.DIAGNOSIS_MAX_BYTES
    try:
        content: bytes = stream.read(limit + 1)
    except OSError as error:
        raise ParseError(BROKEN_OFF) from error
    if len(content) > limit:
        raise TooLargeError(limit)
    return content


def _text(content: bytes) -> str:
    try:
        return str(content, "utf-8-sig")
    except UnicodeDecodeError as error:
        detail = f"The body is not UTF-8 (byte {error.start})."
        raise ParseError(detail) from error
