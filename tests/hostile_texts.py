"""Texts that are slow to read for patterns that try again and again, each a function of its
length.
"""

from __future__ import annotations

import json
from collections.abc import Callable

LONG_LINE = 3_900  # just short enough to be read for its numbers


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit) + 1)


def _lines(line: str) -> Callable[[int], str]:
    """Lines that are as long as a line of metrics may be; the last character of `line` ends
    each.
    """
    long_line = line[:-1] * (LONG_LINE // (len(line) - 1)) + line[-1]
    return lambda size: "\n".join(long_line for _ in range(size // LONG_LINE + 1))[-size:]


def _short_rows(size: int) -> str:
    """A table whose first rows are wide and whose other rows are one cell each."""
    width = size // 16
    names = ",".join(f"c{place}" for place in range(width))
    return f"{names}\n{',1' * (width - 1)}\n" + "1\n" * (size // 4)


def _long_name(size: int) -> str:
    return json.dumps({"config": _long_key(size)})


def _long_name_in_rows(size: int) -> str:
    return '{"loss": 1}\n' * 3 + json.dumps(_long_key(size)) + "\n"


def _long_key(size: int) -> dict[str, dict[int, int]]:
    return {"k" * (size // 2): dict.fromkeys(range(size // 16), 1)}


TEXTS: dict[str, Callable[[int], str]] = {
    "a number, spaces and a letter": lambda size: "9" * 20 + " " * size + "x",
    "digits": _repeated("9"),
    "digits and a letter": lambda size: "9" * size + "x",
    "lines of digits and a letter": _lines("9x"),
    "lines of points and digits": _lines(".9x"),
    "spaces": _repeated(" "),
    "spaces between letters": lambda size: "a" + " " * size + "b",
    "line breaks and spaces": _repeated("\n "),
    "questions about files": _repeated("is my loss " + "a.py" * 490 + "\n"),
    "commas and spaces": _repeated(",  "),
    "beginnings of a score": _repeated("train set 9 acc on my "),
    "beginnings of a stuck loss": _repeated("loss stuck at "),
    "numbers in decimals of numbers": _repeated("1.1,1"),
    "settings with open brackets": _repeated("a=[,"),
    "a namespace with open brackets": lambda size: f"Namespace({'a=[,' * (size // 4)})",
    "a namespace with open quotes": lambda size: "Namespace(" + "a=',b=(,\"" * (size // 9) + ")",
    "a nested list": lambda size: f"a: {'[' * (size // 2)}{']' * (size // 2)}",
    "a table with short rows": _short_rows,
    "a name of many parts": lambda size: f'{{"config": {{"{"a." * (size // 2)}": 1}}}}',
    "a long name over many": _long_name,
    "a long name over many in rows": _long_name_in_rows,
    "rows of JSON that never end": _repeated('{"a": {"a": ['),
    "printed dictionaries that never end": _repeated("{'loss': "),
    "progress bars that never end": _repeated("9%|"),
    "colors that never end": _repeated("\x1b[9;"),
    "bars": _repeated("|"),
    "stack traces": _repeated("RuntimeError : "),
    "contrasts": _repeated(", \n but"),
    "colons and spaces": _repeated(":  "),
    "formulas that never end": _repeated("[a]($"),
    "one long word": _repeated("nays"),
}
