"""Program text in a log: where it stands, and the settings that it assigns.

Some programs print their own source at the head of the log. `val_loss = 0.0` in it is no point of a
curve, `lr=0.9` in a call is a setting.
"""

from __future__ import annotations

import re
from collections.abc import (
    Iterator,
    Sequence,
)
from itertools import islice
from typing import NamedTuple

from engine.read.settings.entries import MAX_LINE
from engine.read.settings.literals import value_of
from engine.read.settings.quantities import number_of_product
from engine.read.settings.vocabulary import (
    is_position,
    is_setting,
)

_START = re.compile(
    r"(?:import [a-zA-Z_][\w.]*(?:, ?[\w.]+)*(?: as \w+)?"
    r"|from \.{0,3}[a-zA-Z_][\w.]* import .{1,300}"
    r"|def \w{1,80}\(.{0,400}|class \w{1,80}(?:\(.{0,300}\))?:|@[\w.]{1,80}(?:\(.{0,200}\))?"
    r"|if __name__ ?== ?.{1,20}:|#!/.{1,80})\s*(?:#.*)?"
)
_OPENS_BLOCK = re.compile(  # a statement that opens a block or goes on in the next line
    r"(?:for|while|if|elif|else|try|except|finally|with|def|class|async|match|case)\b"
    r".{0,2000}?[:\\(\[{,]\s*(?:#.*)?"
)
_STATEMENT = re.compile(
    r"(?:(?:assert|del|global|nonlocal) [\w.(].{0,2000}|pass|break|continue|return|@\w.{0,300})"
)
_TARGETS = r"[*\w][\w.\[\]'\"]{0,120}+(?:, ?[*\w][\w.\[\]'\"]{0,120}+){0,12}"
_ASSIGNMENT = re.compile(
    rf"{_TARGETS}(?:\s?:\s?[\w.\[\], |]{{1,80}}+)?\s?[-+*/@|&]?=(?!=).{{0,2000}}+"
)
_CALL = re.compile(r"[A-Za-z_][\w.\[\]'\"]{0,120}+\((?:.{0,2000}[)(,\[{:\\])?\s*(?:#.*)?")
# A print of settings behind the program, and no call in it.
_PRINT = re.compile(r"(?:Namespace|[A-Z]\w{0,80}(?:Config|Arguments|Args))\(.*")
_CLOSING = re.compile(r"[)\]}]{1,6}[\w.,:()\[\] =]{0,200}")
_TRIPLE = re.compile(r"\"\"\"|'''")
_INNER = re.compile(
    r"(?:(?:return|raise|yield|assert|del|global|nonlocal|await|import|from)\b.*|[\w.]{1,120})"
)
_INDENTED = re.compile(r"[ \t]++\S")
_STRING = re.compile(r"\"[^\"\n]*+\"|'[^'\n]*+'")
_RULE = re.compile(r"[=\-*_]{20,}\s*")
_MOST_OPEN = 300  # lines for which a bracket or a text may stay open
_BRACKETS = re.compile(r"[()\[\]{}]")
_CODE_CHARACTERS = re.compile(r"[()\[\]{}=.:#\"',]")
KEY = "program"
_OTHER = "other"
_MOST_ASSIGNED = 200
_LEAST_LINES = 3
_MOST_BLANK = 6  # blank lines in a row
# A name, `=` or `: type =`, and a plain value, alone on its line or in a call.
_ASSIGNED = re.compile(
    r"(?:^\s*+|[(,]\s*+)(?P<name>[A-Za-z_][\w.]{0,80}+)(?:\s?:\s?[\w.\[\]| ]{1,40}+)?\s*+=(?!=)\s*+"
    r"(?P<value>\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[-+]?[\d.][\w.+*/ \-]{0,60}|True|False"
    r"|\([-+\d., e]{1,80}\))(?=\s*(?:[,)#;]|$))"
)
_ARGUMENT = re.compile(
    r"add_argument\((?:\s*['\"]-\w['\"],)?\s*['\"]--([\w-]{1,80})['\"].{0,400}?\bdefault\s?=\s?"
    r"([^,)\s]{1,80})"
)
_TARGET = re.compile(r"\s*+(?P<name>[A-Za-z_][\w.]{0,80}+)\s*+=\s*+[\w.]{1,80}+\(")


class Assigned(NamedTuple):
    """target: the name that a call's result gets, `optimizer2` of `optimizer2 = Adam(lr=0.1)`."""

    target: str
    name: str
    value: object


def starts_program(line: str) -> bool:
    """Return whether a line can only be program text: an import, a function, a class."""
    return line[:1] in "ifdc@#" and _START.fullmatch(line[:MAX_LINE]) is not None


def end_of_program(
    lines: Sequence[str],
    start: int,
) -> int:
    """Return where the program text that begins at `start` ends; `start` where it is too short."""
    walk = _Walk()
    end = start
    blank = 0
    open_lines = 0
    for index in range(start, len(lines)):
        line = lines[index][:MAX_LINE]
        if not line.strip():
            blank += 1
            if blank > _MOST_BLANK and not walk.in_text:
                break
            continue
        if not walk.takes(line) or open_lines > _MOST_OPEN:
            break
        blank = 0
        open_lines += 1
        if walk.is_closed:
            open_lines = 0
            end = index + 1
    return end if end - start >= _LEAST_LINES else start


class _Walk:
    """Follows program text line by line: open brackets and texts in triple quotes."""

    def __init__(self) -> None:
        self.level = 0
        self.in_text = False
        self.may_indent = False

    @property
    def is_closed(self) -> bool:
        """Return whether no bracket and no text is open, so that the program may end here."""
        return not self.in_text and self.level == 0

    def takes(self, line: str) -> bool:
        """Return whether the line goes on with the program, and step over it."""
        if not self.in_text and _RULE.fullmatch(line):
            return False
        is_inside = not self.is_closed
        goes_on = is_inside or _is_code(line, self.may_indent)
        if goes_on:
            self._step(line)
        return goes_on

    def _step(self, line: str) -> None:
        self.may_indent = line[:1].isspace() or _OPENS_BLOCK.fullmatch(line) is not None
        if '""' in line or "''" in line:
            quotes = len(_TRIPLE.findall(line))
            if quotes % 2:
                self.in_text = not self.in_text
            if quotes:
                return
        if self.in_text or _BRACKETS.search(line) is None:
            return
        code = _STRING.sub("", line)
        code, _, _ = code.partition("#")
        for bracket in _BRACKETS.findall(code):
            self.level += 1 if bracket in "([{" else -1
        self.level = max(self.level, 0)


def _is_code(
    line: str,
    may_indent: bool,
) -> bool:
    text = line.strip()
    if text.startswith(("#", '"""', "'''")):
        return True
    if _INDENTED.match(line):
        if not may_indent:
            return False
        return bool(_CODE_CHARACTERS.search(text) or _INNER.fullmatch(text))
    if _PRINT.fullmatch(text):
        return False
    found = (
        _START.fullmatch(text)
        or _OPENS_BLOCK.fullmatch(text)
        or _STATEMENT.fullmatch(text)
        or _CLOSING.fullmatch(text)
        or _ASSIGNMENT.fullmatch(text)
        or _CALL.fullmatch(text)
    )
    return found is not None


def program_settings(lines: Sequence[str]) -> dict[str, object]:
    """Return the settings that the program assigns, below a key of their own.

    What a call gets stands under the name of its result; another value of one name under a number.
    """
    found: dict[str, object] = {}
    for assigned in islice(assignments(lines), _MOST_ASSIGNED):
        _keep(found, assigned)
    return {KEY: found} if found else {}


def _keep(found: dict[str, object], assigned: Assigned) -> None:
    mapping = found
    if assigned.target:
        inner = found.setdefault(assigned.target, {})
        if isinstance(inner, dict):
            mapping = inner
    name = assigned.name
    value = assigned.value
    if mapping.setdefault(name, value) == value:
        return
    others = [key for key in mapping if key.startswith(_OTHER)]
    number = len(others) + 2
    mapping[f"{_OTHER} {number}"] = {name: value}


def assignments(lines: Sequence[str]) -> Iterator[Assigned]:
    """Yield each assignment whose name is that of a setting."""
    target = ""
    level = 0
    for line in lines:
        text = line[:MAX_LINE]
        if level <= 0:
            opened = _TARGET.match(text)
            target = opened["name"] if opened else ""
            level = 0
        is_signature = text.lstrip().startswith("def ")
        if "=" in text and not is_signature:
            yield from _assigned(text, target)
        for bracket in _BRACKETS.findall(text):
            level += 1 if bracket in "([{" else -1


def _assigned(
    text: str,
    target: str,
) -> Iterator[Assigned]:
    argument = _ARGUMENT.search(text)
    if argument and is_setting(argument.group(1)):
        yield Assigned("", argument.group(1), _value(argument.group(2)))
        return
    for match in _ASSIGNED.finditer(text):
        name = match["name"]
        if is_setting(name) and not is_position(name):
            other = target if target != name else ""
            yield Assigned(other, name, _value(match["value"]))


def _value(text: str) -> object:
    product = number_of_product(text.strip())
    return value_of(text) if product is None else product
