"""JSON as trainers write it, with bare NaN and Infinity.

Keys that occur twice in one object and bottomless nesting are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from engine.read.errors import ReadError

# Half of a character beyond U+FFFF, as logs written with surrogateescape carry it, is no text and
# cannot be sent on. Pairs and escaped backslashes are matched first, so that they stay as they are.
_HALF = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u])"
    r"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_DECODER = json.JSONDecoder()  # json.loads looks at its options for each line
STANDS_TWICE = "stands twice in one object"
_UNKNOWN_CHARACTER = r"\ufffd"
_LONGEST_KEY = 80
_SNIFFED_CHARACTERS = 60_000
_SNIFFED_LINES = 60
_FIRST_VALUE = re.compile(
    r"\[\s{0,100}(?:\[|\"[^\"]{0,100}\"\s{0,9},|[-+]?\d{1,40}(?:\.\d{0,40})?(?:[eE][-+]?\d{1,9})?\s{0,9},)"
)


def opens_like_document(text: str) -> bool:
    """Return whether the text opens like one JSON document, not like one object a line."""
    start = text[:200].lstrip()
    second = start[1:].lstrip()[:1]
    if start.startswith("["):
        return second in {"{", "]"} or _is_list_of_values(start, text)
    return start.startswith("{") and second in {'"', "}"} and not opens_like_rows(text)


def _is_list_of_values(start: str, text: str) -> bool:
    """Return whether a list of lists, numbers or texts opens and the text ends with its bracket.

    Lines of logs open with brackets, too: [0] train-logloss, [12:01:05], [rank 1].
    """
    if not text[-200:].rstrip().endswith("]"):
        return False
    return _FIRST_VALUE.match(start) is not None


def opens_like_rows(text: str) -> bool:
    """Return whether at least a third of the first lines are JSON objects.

    One line alone is a document.
    """
    start = text[:_SNIFFED_CHARACTERS]
    first = start.splitlines()[:_SNIFFED_LINES]
    lines = [line for line in first if line.strip()]
    if len(lines) == 1:
        return False
    objects = sum(map(_is_object, lines))
    third = len(lines) // 3
    return objects >= max(1, third)


def _is_object(line: str) -> bool:
    """Return whether the line is an object with at least one key."""
    line = line.strip()
    if not line.startswith('{"'):
        return False
    if not line.endswith("}"):
        return False
    return parse_row(line) is not None


def parse_row(line: str) -> dict[str, object] | None:
    """Return the JSON object on the line; None for anything else or for too deep a nesting.

    A key may be given twice in a row: the last one counts.
    """
    try:
        row = _DECODER.decode(without_halves(line))
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def parse_rows(lines: Sequence[str]) -> list[dict[str, object]] | None:
    """Return the objects of lines that hold one object each; None for any other lines.

    Lines that are parsed together take half of the time.
    """
    try:
        rows = _DECODER.decode(without_halves(f"[{','.join(lines)}]"))
    except (ValueError, RecursionError):
        return None
    if len(rows) != len(lines) or set(map(type, rows)) != {dict}:
        return None
    return list(rows)


def parse_first(text: str, start: int = 0) -> tuple[object, int]:
    """Return the document that begins at a place, and the place behind it.

    Raises ValueError (with the place of the fault as `pos`) and RecursionError.
    """
    return _DECODER.raw_decode(text, start)


def parse_value(text: str | bytes) -> object:
    """Return what a text in the field of a store spells. Raises ValueError.

    A key may be given twice, as in a row: the last one counts.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8")
    try:
        return json.loads(without_halves(text))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def parse(
    text: str,
    name: str = "",
) -> object:
    """Parse a document. Raises ReadError with the line (of the file `name`) that is not JSON."""
    text = without_halves(text)
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: _mapping(pairs, name))
    except json.JSONDecodeError as error:
        line = error.lineno
        place = f"{name}:{line}" if name else ""
        detail = f"not JSON: {error.msg} at line {line}, column {error.colno}"
        raise ReadError((place, detail)) from error
    except RecursionError as error:
        raise ReadError((name, "nested too deeply")) from error
    except ReadError:
        raise
    except ValueError as error:  # a whole number of more digits than Python converts
        raise ReadError((name, "holds a number with too many digits")) from error


def without_halves(text: str) -> str:
    """Replace escaped halves of characters, which cannot be sent on."""
    if "\\" not in text:  # one character is found far faster than three
        return text
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _HALF.sub(_pair_or_unknown, text)


def _pair_or_unknown(match: re.Match[str]) -> str:
    return match.group(1) or _UNKNOWN_CHARACTER


def _mapping(
    pairs: list[tuple[str, object]],
    name: str,
) -> dict[str, object]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        keys = (key for key, _ in pairs)
        key = _first_repeated(keys)
        raise ReadError((name, f"the key {key!r} {STANDS_TWICE}"))
    return mapping


def _first_repeated(keys: Iterable[str]) -> str:
    earlier: set[str] = set()
    for key in keys:
        if key in earlier:
            return key[:_LONGEST_KEY]
        earlier.add(key)
    return ""
