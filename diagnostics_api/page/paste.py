"""One box takes everything: a request body, a recording, a log, or words.

A request body is taken apart here; everything else is read as a file would be.
"""

from __future__ import annotations

import re
from typing import Any

from engine.read import ReadError
from engine.read.parts import json_text
from engine.read.prose import prose_in

BODY_FIELDS = frozenset(
    {"description", "symptoms", "absent_symptoms", "metrics", "config", "log", "reading"}
)
IGNORED_FIELDS = frozenset({"top", "save"})  # of a request, which the page answers in its own way
SHORT = 60  # characters of one line: a question of three words, a greeting
_VALUE = re.compile(r"\d|[:=|{\[]")


def fields_of_paste(text: str) -> dict[str, Any]:
    """Return the fields of a request. Raises ReadError for a JSON text that is broken."""
    if not text.strip():
        return {}
    body = _request_body(text)
    if body is not None:
        return body
    if _is_short(text) or prose_in(text).kind == "words":
        return {"description": text}
    return {"log": text}


def _is_short(text: str) -> bool:
    """Say whether a text is one line without any value, too short to be told from a name."""
    line = text.strip()
    return len(line) <= SHORT and "\n" not in line and not _VALUE.search(line)


def _request_body(text: str) -> dict[str, Any] | None:
    if not _may_be_request_body(text):
        return None
    try:
        document = json_text.parse(text)
    except ReadError:
        return None  # JSON lines, perhaps; the reader of the log will say what is wrong
    if not isinstance(document, dict):
        return None
    others = document.keys() - BODY_FIELDS - IGNORED_FIELDS
    if others:
        return None
    return {key: value for key, value in document.items() if key in BODY_FIELDS}


def _may_be_request_body(text: str) -> bool:
    if not text.lstrip().startswith("{"):
        return False
    names = [f'"{field}"' for field in BODY_FIELDS]
    return any(name in text for name in names)
