"""One box takes everything: a request body, a recording, a log, or words. What it was is worked out
here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from engine.read import ReadError
from engine.read.parts import json_text

BODY_FIELDS = frozenset(
    {"description", "symptoms", "absent_symptoms", "metrics", "config", "log", "reading"}
)
IGNORED_FIELDS = frozenset({"top", "save"})  # of a request, which the page answers in its own way
LONGEST_WORDS = 4000
LONGEST_LINE = 2000  # characters of a line that are looked at
LEAST_WORDS = 3  # of a line of prose
REPEATED = 2  # lines that differ in their numbers alone are output of a program
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
_NUMBER = re.compile(r"[-+]?\d[\d.,]*+(?:e[-+]?\d++)?")
_WORD = re.compile(r"[A-Za-z']{2,}")


def fields_of_paste(text: str) -> dict[str, Any]:
    """Return the fields of a request. Raises ReadError for a JSON text that is broken."""
    if not text.strip():
        return {}
    body = _request_body(text)
    if body is not None:
        return body
    prose = prose_of(text.splitlines())
    if _is_all_prose(text, prose):
        return {"description": text}
    by_a_person = filter(_PERSON.search, prose)
    words = "\n".join(by_a_person)
    return {
        "log": text,
        "description": words[:LONGEST_WORDS],
    }


def prose_of(lines: Sequence[str]) -> list[str]:
    """Return the lines that are words. A program repeats a line with other numbers; people do
    not.
    """
    shapes = Counter(filter(_NUMBER.search, map(_shape, lines)))
    return [line for line in lines if is_prose(line) and shapes[_shape(line)] < REPEATED]


def _shape(line: str) -> str:
    """Return a line with its numbers made equal."""
    return _NUMBER.sub("0", line[:LONGEST_LINE].strip())


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


def is_prose(line: str) -> bool:
    """Return whether a line is words: at least half of it letters, and no output of a program."""
    start = line[:LONGEST_LINE]
    words = _WORD.findall(start)
    if len(words) < LEAST_WORDS:
        return False
    letters = sum(map(len, words))
    length = min(len(line.strip()), LONGEST_LINE)
    if letters < length / 2:
        return False
    return not _MACHINE.search(start)


def _is_all_prose(text: str, prose: list[str]) -> bool:
    if len(text) >= LONGEST_WORDS:
        return False
    lines = list(filter(str.strip, text.splitlines()))
    if len(lines) == 1:
        return not _MACHINE.search(text)
    return len(prose) * 10 >= len(lines) * 8
