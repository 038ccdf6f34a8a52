"""One box takes everything: a request body, a recording, a log, or words. What it was is worked out
here.
"""

from __future__ import annotations

import re
from typing import Any

from engine.read import ReadError
from engine.read.parts import json_text

BODY_FIELDS = frozenset({"description", "symptoms", "absent_symptoms", "metrics", "config", "log"})
LONGEST_WORDS = 4000
_PERSON = re.compile(
    r"\b(?:i|i'm|i've|my|we|our|why|how|what|help|anyone|somebody|someone|please|thanks|it's|is "
    r"it|does)\b|\?",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"^\s*(?:File \"|at |\d{4}-\d\d-\d\d|\[|>>>|\{|\d+/\d+ "
    r")|\w(?:Error|Exception|Warning)\b\s*:|Traceback|"
    r"[|=].*[|=]|\S\.py:\d|"
    r"^\s*\w[\w ]{0,30}[:=]\s*[-\d.]+\s*(?:[,|]|$)",
)
_WORD = re.compile(r"[A-Za-z']{2,}")


def fields_of_paste(text: str) -> dict[str, Any]:
    """Fields of a request. Raises ReadError for a JSON text that is broken."""
    if not text.strip():
        return {}
    body = _request_body(text)
    if body is not None:
        return body
    prose = [line for line in text.splitlines() if is_prose(line)]
    if _is_all_prose(text, prose):
        return {"description": text}
    said = "\n".join(line for line in prose if _PERSON.search(line))
    return {"log": text, "description": said[:LONGEST_WORDS]}


def _request_body(text: str) -> dict[str, Any] | None:
    if not text.lstrip().startswith("{") or not any(f'"{field}"' in text for field in BODY_FIELDS):
        return None
    try:
        document = json_text.parse(text)
    except ReadError:
        return None  # JSON lines, perhaps; the reader of the log will say what is wrong
    if not isinstance(document, dict) or not set(document) <= BODY_FIELDS | {"top", "save"}:
        return None
    return {key: value for key, value in document.items() if key in BODY_FIELDS}


def is_prose(line: str) -> bool:
    words = _WORD.findall(line[:2000])
    letters = sum(map(len, words))
    return (
        len(words) >= 3
        and letters * 2 >= len(line.strip()[:2000])
        and not _MACHINE.search(line[:2000])
    )


def _is_all_prose(text: str, prose: list[str]) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        return len(text) < LONGEST_WORDS and not _MACHINE.search(text)
    return len(text) < LONGEST_WORDS and len(prose) * 10 >= len(lines) * 8
