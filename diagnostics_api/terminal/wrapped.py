"""Lines of a terminal: wrapped, and without control characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

Lines = Iterator[str]

WIDTH = 96


def wrapped(text: str, lead: str) -> Lines:
    """Control characters of a pasted log do not reach the terminal."""
    clean = "".join(map(_printable, text))
    indent = " " * len(lead)
    yield from textwrap.wrap(
        clean,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=indent,
    )


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return " "
