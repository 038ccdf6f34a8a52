"""The dict that a line of a log prints: `epoch 3: {'loss': 0.5, 'epoch': 1}`."""

from __future__ import annotations

import re

from engine.read.documents.python_values import Parse, parse_printed
from engine.read.parts.json_text import parse_first, without_halves
from engine.read.parts.numbers import number_from_text

_NUMBER_LIMIT = 60
_TO_JSON = (
    ("'", '"'),
    (": nan", ": NaN"),
    (": inf", ": Infinity"),
    (": -inf", ": -Infinity"),
    (": None", ": null"),
    (": True", ": true"),
    (": False", ": false"),
)
# np.float32(0.5), Array(1.5, dtype=float32), tensor(2., device='cuda:0'): bounded on both sides.
_SCALAR = re.compile(
    r"(?<![\w.])[A-Za-z_][\w.]{0,60}\(([-+]?[\w.+-]{1,40})(?:, ?\w{1,20}=[^(),]{0,60}){0,6}\)"
)


def printed_dict(
    line: str,
    parse: Parse = parse_printed,
) -> dict[str, object] | None:
    """Return the first dict that a line prints, with numbers for texts that spell one.

    A row of the Hugging Face Trainer is parsed as JSON, which is fast.
    """
    start = _start_of_dict(line)
    if start < 0 or "}" not in line:
        return None
    values = _by_json(line, start)
    if values is None:
        parsed = parse(line[start:])
        values = parsed if isinstance(parsed, dict) else None
    return _with_numbers(values) if values else None


def _start_of_dict(line: str) -> int:
    """Return the place of the first brace with a quote behind it, -1 without one."""
    single = line.find("{'")
    double = line.find('{"')
    if single < 0 or double < 0:
        return max(single, double)
    return min(single, double)


def _by_json(line: str, start: int) -> dict[str, object] | None:
    text = line[start:]
    if text.startswith("{'"):
        if "(" in text:
            text = _SCALAR.sub(r"\1", text)
        if '"' in text or "\\" in text or "(" in text:
            return None
        for python, other in _TO_JSON:
            if python in text:
                text = text.replace(python, other)
    try:
        values, _ = parse_first(without_halves(text))
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _with_numbers(values: dict[str, object]) -> dict[str, object]:
    """Read the numbers that stand in quotes, as the Trainer has printed them since version 5."""
    if str not in set(map(type, values.values())):
        return values
    return {key: _unquoted(value) for key, value in values.items()}


def _unquoted(value: object) -> object:
    if not isinstance(value, str):
        return value
    number = number_from_text(value[:_NUMBER_LIMIT])
    return value if number is None else number
