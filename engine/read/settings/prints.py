"""Mappings and calls that a program prints, on one line or over many.

`Namespace(lr=0.1, ..)`, `{'lr': 0.1, ..}`, `optim = dict(..)`, and the print of an optimizer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.read.settings.entries import without_comment, without_prefix
from engine.read.settings.literals import TITLE, call_of, is_container, value_of
from engine.read.settings.optimizer_print import optimizer_print
from engine.read.settings.optimizers import is_optimizer
from engine.read.settings.vocabulary import is_setting

MAX_PRINT = 200_000  # characters of one print
_MOST_OF_ALL = 1_000_000  # characters of all prints of a log
_MOST_UNCLOSED = 20  # prints that never close; each costs a look at the lines below it
_CALL = re.compile(
    r"(?:^|(?<=[\s:=>|]))([A-Za-z_][\w.]{0,80}+) ?\("
    r"(?=\s*$|(?:\s*(?!nan\b|inf\b)[A-Za-z_][\w.\[\]]{0,60}+(?:\(\))?,){0,6}\s*[A-Za-z_][\w.]{0,80}+\s?=|\s*\{)"
)
_MAPPING = re.compile(r"\{(?=\s*$|\s*['\"]|\s*[A-Za-z_][\w.]{0,60}+\s?:)")
_TOKEN = re.compile(r"\"[^\"\n]*+\"|'[^'\n]*+'|[()\[\]{}]")
_LABEL = re.compile(r"[\w .\-(]{0,60}+[:=]?\s*+")
_LABEL_NAME = re.compile(r"([A-Za-z_][\w.]{0,80}+)\s*+[:=]\s*+$")
_PUNCTUATION = " .,;"


@dataclass(frozen=True)
class Print:
    """end: line behind the print. is_alone: nothing else but a label stands on its lines."""

    end: int
    settings: dict[str, object]
    is_container: bool = True
    is_alone: bool = True


class Prints:
    """Takes prints off the lines; remembers how many did not close, so that reading is linear."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.unclosed = 0
        self.size_left = _MOST_OF_ALL

    def at(self, index: int) -> Print | None:
        """Return the print that begins on the line."""
        optimizer = optimizer_print(self.lines, index)
        if optimizer is not None:
            return Print(
                optimizer.end,
                {"optimizer": optimizer.settings},
            )
        place = _first_opening(self.lines[index])
        if place is None:
            return None
        return self._closed(index, place)

    def _closed(
        self,
        index: int,
        place: int,
    ) -> Print | None:
        """Return the print that opens at the place; None where it never closes."""
        first = self.lines[index]
        if self.size_left <= 0:
            return None
        text = _Text()
        text.add(first[place:])
        last = index
        while not text.is_closed:
            last += 1
            is_last = last >= len(self.lines)
            if is_last or text.size > MAX_PRINT or self.unclosed > _MOST_UNCLOSED:
                self.unclosed += 1
                return None
            bare = without_prefix(self.lines[last])
            text.add(bare)
        self.size_left -= text.size
        label = without_prefix(first[:place])
        named = _named_settings(text.inside(), label)
        if named is None:
            return None
        rest = text.rest.strip(_PUNCTUATION)
        is_alone = rest == "" and _LABEL.fullmatch(label) is not None
        name, settings = named
        return Print(
            last + 1,
            settings,
            is_container=name != "" and is_container(name),
            is_alone=is_alone,
        )


class _Text:
    """Lines of a print up to its closing bracket.

    rest: of the last line, behind the closing bracket. level: brackets that are open.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.rest = ""
        self.level = 0

    @property
    def is_closed(self) -> bool:
        return self.level <= 0

    def add(self, line: str) -> None:
        self.level, end = _balance(line, self.level)
        self.parts.append(line[:end])
        self.rest = line[end:]
        self.size += len(line)

    def inside(self) -> str:
        return "\n".join(self.parts)


def _first_opening(line: str) -> int | None:
    """Return where a call or a mapping begins, whichever is the first."""
    places = []
    call = _CALL.search(line) if "(" in line else None
    if call is not None:
        places.append(call.start(1))
    mapping = _MAPPING.search(line) if "{" in line else None
    if mapping is not None:
        places.append(mapping.start())
    return min(places, default=None)


def _balance(
    text: str,
    level: int,
) -> tuple[int, int]:
    """Return the level of brackets at the end, and the place behind the last closing bracket."""
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign in "([{":
            level += 1
        elif sign in ")]}":
            level -= 1
            if level <= 0:
                return 0, token.end()
    return level, len(text)


def _named_settings(
    text: str,
    label: str,
) -> tuple[str, dict[str, object]] | None:
    """Return the name of a printed call, empty for a mapping, and the settings of the print."""
    name, settings = call_of(text) or ("", _mapping(text))
    if not settings:
        return None
    key = _LABEL_NAME.search(label)
    titled = settings
    if name and not is_container(name):
        titled = {TITLE: name, **settings}
    if key is not None and is_setting(key.group(1)):
        return name, {key.group(1): titled}
    if is_optimizer(name):
        return name, {"optimizer": titled}
    return name, settings


def _mapping(text: str) -> dict[str, object]:
    read = value_of(without_comments(text))
    return read if isinstance(read, dict) else {}


def without_comments(text: str) -> str:
    """Return the lines without what stands behind a number sign."""
    if "#" not in text:
        return text
    lines = text.split("\n")
    return "\n".join(map(without_comment, lines))
