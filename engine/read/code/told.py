"""A description parted into its words and the program text that stands between them."""

from __future__ import annotations

from typing import NamedTuple

from engine.read.code.find import find_code
from engine.run import Snippet

NAME = "description"


class Told(NamedTuple):
    """words: the text without the lines of programs. code: those lines, as snippets."""

    words: str
    code: tuple[Snippet, ...]


def told_apart(text: str) -> Told:
    """Part what a person wrote; a text without program text is kept to the letter."""
    lines = text.splitlines()
    found = find_code(lines, NAME)
    if not found.snippets:
        return Told(text, ())
    words = [line for number, line in enumerate(lines) if number not in found.lines]
    return Told("\n".join(words), found.snippets)
