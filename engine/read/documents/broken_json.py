"""JSON that a strict parser refuses: cut off, spelled by Python, or several in one text."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from engine.read.parts.json_text import parse_first, without_halves

_MAX_DOCUMENTS = 300_000  # objects after one another, as `json.dump` appends them
# A string without its end goes on to the end of the text: it is looked for once, not at each quote.
_STRING = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
_PYTHON_STRING = r"'(?:[^'\\\n]|\\.)*+(?:'|(?=\n)|\\?\Z)"
# Strings are matched first, so that nothing inside them is taken for a word or a comma.
_SPELLING = re.compile(
    rf"{_STRING}|({_PYTHON_STRING})|(,(?=\s{{0,1000}}[\]}}]))"
    r"|([-+]?\b(?:nan|NAN|NaN|inf|Inf|INF|Infinity|None|True|False|undefined)\b)",
    re.DOTALL,
)
_STRINGS = re.compile(_STRING, re.DOTALL)
_NO_BRACKET = re.compile(r"[^\[\]{}]++")
# What respelling could mend; a document that is only cut off holds none of it behind the fault.
_ODD = re.compile(r"\b(?:nan|NAN|inf|Inf|INF|None|True|False|undefined)\b|'|,\s{0,100}[\]}]")
_BEFORE_FAULT = 200  # characters: a parser sees a fault behind the word that makes it
_SPELLED = {
    "nan": "NaN",
    "inf": "Infinity",
    "infinity": "Infinity",
    "-inf": "-Infinity",
    "-infinity": "-Infinity",
    "none": "null",
    "undefined": "null",
    "true": "true",
    "false": "false",
}
_CLOSING = {"[": "]", "{": "}"}
_BLANKS = " \t\r\n,;"


class Mended(NamedTuple):
    """What could be read, and the line (from 1) from which on nothing could be; 0 if all was.

    fault: the place in the text where reading ended.
    """

    document: object
    line: int = 0
    fault: int = 0


def mended(text: str) -> Mended | None:
    """Read as much of a broken document as there is; None for nothing."""
    text = without_halves(text)
    try:
        as_it_is = _read(text)
        if as_it_is is not None and _is_all_there_is(as_it_is, text):
            return as_it_is
        respelled = _SPELLING.sub(_as_json, text)
        return _read(respelled) or as_it_is
    except RecursionError:
        return None


def _is_all_there_is(mended_part: Mended, text: str) -> bool:
    if not mended_part.line:
        return True
    return _ODD.search(text, max(0, mended_part.fault - _BEFORE_FAULT)) is None


def _read(text: str) -> Mended | None:
    """Read all documents of the text, the last one as far as it goes."""
    documents: list[object] = []
    place = _after_blanks(text, 0)
    while place < len(text) and len(documents) < _MAX_DOCUMENTS:
        try:
            document, place = parse_first(text, place)
        except ValueError as error:
            return _with_rest(documents, text, place, error)
        documents.append(document)
        place = _after_blanks(text, place)
    return _joined(documents, 0, 0)


def _after_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] in _BLANKS:
        place += 1
    return place


def _with_rest(
    documents: list[object],
    text: str,
    start: int,
    error: ValueError,
) -> Mended | None:
    """Add what stands before the fault in the document that begins at `start`."""
    fault = getattr(error, "pos", start)
    line = text.count("\n", 0, fault) + 1
    part = _closed(text[start:fault])
    if part is not None:
        documents.append(part)
    return _joined(documents, line, fault)


def _closed(text: str) -> object | None:
    """Parse the document up to its last comma, with the brackets closed that are open there."""
    masked = _STRINGS.sub(_blanked, text)
    end = masked.rfind(",")
    if end < 0:
        return None
    open_ones: list[str] = []
    for bracket in _NO_BRACKET.sub("", masked[:end]):
        if bracket in _CLOSING:
            open_ones.append(_CLOSING[bracket])
        elif open_ones:
            open_ones.pop()
    closers = "".join(reversed(open_ones))
    try:
        return parse_first(text[:end] + closers)[0]
    except ValueError:
        return None


def _blanked(match: re.Match[str]) -> str:
    """Return blanks in place of a string, so that places stay as they are."""
    start, end = match.span()
    return " " * (end - start)


def _as_json(match: re.Match[str]) -> str:
    python, comma, word = match.groups()
    if python and python.endswith("'") and len(python) > 1:
        return json.dumps(python[1:-1].replace("\\'", "'"))
    if comma:
        return ""
    if word:
        plain = word.lower().lstrip("+")
        unsaid = "NaN" if plain.endswith("nan") else "null"
        return _SPELLED.get(plain, unsaid)
    return match.group()


def _joined(documents: list[object], line: int, fault: int) -> Mended | None:
    """Return the only document; several are one list of them, lists of rows one list of rows."""
    if not documents:
        return None
    if len(documents) == 1:
        return Mended(documents[0], line, fault)
    if all(isinstance(document, list) for document in documents):
        rows = [row for document in documents if isinstance(document, list) for row in document]
        return Mended(rows, line, fault)
    return Mended(documents, line, fault)
