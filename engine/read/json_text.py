"""JSON as trainers write it: bare NaN and Infinity are read, doubled keys and bottomless nesting
are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from engine.read.errors import ReadError

# Half of a character beyond U+FFFF, as logs written with surrogateescape carry it, is no text and
# cannot be sent on. Pairs and escaped backslashes are matched first, so that they stay as they are.
_HALF = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u])|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)


def _without_halves(text: str) -> str:
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _HALF.sub(lambda match: match.group(1) or r"\ufffd", text)


def parse(text: str, name: str = "") -> object:
    """Raises ReadError with the line (of the file `name`) where the text is not JSON."""
    try:
        return json.loads(
            _without_halves(text), object_pairs_hook=lambda pairs: _mapping(pairs, name)
        )
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}" if name else ""
        raise ReadError(
            (place, f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}")
        ) from error
    except RecursionError as error:
        raise ReadError((name, "nested too deeply")) from error
    except ReadError:
        raise
    except ValueError as error:  # a whole number of more digits than Python converts
        raise ReadError((name, "holds a number with too many digits")) from error


def row(line: str) -> dict[str, object] | None:
    """Return the object of one line of a log; None where there is none or it is nested too deeply.

    A key may stand twice in a row: the last one counts.
    """
    try:
        value = json.loads(_without_halves(line))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _mapping(pairs: list[tuple[str, object]], name: str) -> dict[str, object]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise ReadError(
            (name, f"the key {_doubled(key for key, _ in pairs)!r} stands twice in one object")
        )
    return mapping


def _doubled(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key[:80]
        seen.add(key)
    return ""
