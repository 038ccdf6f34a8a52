"""Program text into statements, whole or in parts: a paste is cut, indented and elided.

What does not parse as a whole is parsed statement by statement; a line that breaks one is left out.
Every statement keeps the number of its line.
"""

from __future__ import annotations

import ast
import re
import warnings
from ast import Module, increment_lineno, stmt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.read.code.marks import unmarked

MAX_CODE = 200_000  # characters of one program
_MOST_REPAIRS = 12  # lines of one statement
_MOST_PARSED = 600_000  # characters in all attempts on one program
_MOST_OPEN = 300  # lines for which a bracket may stay open
_GOES_ON = re.compile(r"\s*+(?:else|elif|except|finally|case)\b.*")
_OPENS = re.compile(r"[(\[{]")
_CLOSES = re.compile(r"[)\]}]")
_BRACKET = re.compile(r"[()\[\]{}]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_MOST_CLOSED = 20
_STRING = re.compile(r"\"[^\"\n]*+\"|'[^'\n]*+'")
_TRIPLE = re.compile(r"\"\"\"|'''")


class Parsed(NamedTuple):
    """lines: as they were parsed, without marks. whole: nothing had to be left out.

    statements: the line numbers of their nodes count from 1, in `lines`.
    """

    lines: list[str]
    statements: list[stmt]
    whole: bool


def parse(text: str) -> Parsed:
    """Parse program text as far as possible. Never raises, and takes time linear in the text."""
    written = text[:MAX_CODE].splitlines()
    lines = unmarked(written)
    # As it stands first: a text in quotes may hold prompts and other marks.
    for whole in (written, lines):
        tree = _tree_of(_dedented(whole))
        if tree is not None:
            return Parsed(
                whole,
                tree.body,
                True,
            )
    budget = _Budget()
    chunks = list(_chunks(lines))
    statements = _in_front_of_last(lines, chunks)
    if statements:
        chunks = chunks[-1:]
    for start, end in chunks:
        statements.extend(
            _statements(
                lines,
                start,
                end,
                budget,
            )
        )
    return Parsed(
        lines,
        statements,
        False,
    )


def _in_front_of_last(
    lines: Sequence[str],
    chunks: Sequence[tuple[int, int]],
) -> list[stmt]:
    """Parse all but the last statement at once, for many a text is cut in that one; none where
    another one is broken too.
    """
    if len(chunks) < 2:
        return []
    end, _ = chunks[-1]
    tree = _tree_of(_dedented(lines[:end]))
    return [] if tree is None else tree.body


def whole_program(text: str) -> list[stmt]:
    """Return the statements of a text that parses as it stands; nothing of any other, or of one
    that is too long.
    """
    if len(text) > MAX_CODE:
        return []
    tree = _tree_of(text)
    return [] if tree is None else tree.body


class _Budget:
    def __init__(self) -> None:
        self.left = _MOST_PARSED

    def allows(
        self,
        text: str,
    ) -> bool:
        self.left -= len(text)
        return self.left > 0


def _tree_of(text: str) -> Module | None:
    try:
        return _parsed(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _parsed(text: str) -> Module:
    """Parse without the warnings that Python gives about the text of other people."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _dedented(lines: Sequence[str]) -> str:
    indents = [_indent(line) for line in lines if line.strip()]
    least = min(indents, default=0)
    return "\n".join(line[least:] for line in lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _chunks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each statement starts and ends, with everything that is indented below it."""
    start = -1
    base = 0
    inside = _Inside()
    for index, line in enumerate(lines):
        if line.strip() and not inside.is_open:
            is_next = start >= 0 and _indent(line) <= base and not _GOES_ON.match(line)
            if is_next or (start >= 0 and _indent(line) < base):
                yield start, index
                start = -1
            if start < 0:
                start = index
                base = _indent(line)
        inside.step(line)
    if start >= 0:
        yield start, len(lines)


class _Inside:
    """Follows brackets and texts in triple quotes over the lines."""

    def __init__(self) -> None:
        self.level = 0
        self.quotes = 0
        self.lines = 0

    @property
    def is_open(self) -> bool:
        is_inside = self.level > 0 or self.quotes % 2 == 1
        return is_inside and self.lines <= _MOST_OPEN

    def step(
        self,
        line: str,
    ) -> None:
        self.quotes += len(_TRIPLE.findall(line))
        code = _STRING.sub("", line).partition("#")[0]
        self.level += len(_OPENS.findall(code)) - len(_CLOSES.findall(code))
        self.level = max(0, self.level)
        self.lines = self.lines + 1 if self.is_open else 0


def _statements(
    lines: Sequence[str],
    start: int,
    end: int,
    budget: _Budget,
) -> list[stmt]:
    """Parse one chunk; a line that breaks it is replaced, a few times."""
    first = _indent(lines[start])
    chunk = [line[min(first, _indent(line)) :] for line in lines[start:end]]
    for _ in range(_MOST_REPAIRS):
        text = "\n".join(chunk)
        if not budget.allows(text):
            return []
        try:
            body = _parsed(text).body
        except SyntaxError as error:
            if not _repair(chunk, error):
                return []
        except (ValueError, RecursionError, MemoryError):
            return []
        else:
            return _shifted(body, start)
    return []


def _repair(
    chunk: list[str],
    error: SyntaxError,
) -> bool:
    """Give a header without a block an empty one, or leave the line of the error out."""
    number = min(error.lineno or len(chunk), len(chunk)) - 1
    if "was never closed" in str(error.msg):
        closing = _closing(chunk)
        if closing:
            chunk[-1] = chunk[-1].partition("#")[0].rstrip() + closing
            return True
    if isinstance(error, IndentationError) and "expected an indented" in str(error.msg):
        number = _last_written(
            chunk,
            number,
            is_before=True,
        )
        header = chunk[number].partition("#")[0].rstrip()
        if header.endswith(":"):
            chunk[number] = f"{header} pass"
            return True
    number = _last_written(
        chunk,
        number,
    )
    line = chunk[number]
    if not line.strip() or line.strip() == "pass":
        return False
    chunk[number] = " " * _indent(line) + "pass"
    return True


def _closing(chunk: list[str]) -> str:
    """Return the brackets that close what the chunk leaves open; empty if they do not match."""
    waiting: list[str] = []
    for line in chunk:
        code = _STRING.sub(
            "",
            line,
        ).partition("#")[0]
        for bracket in _BRACKET.findall(code):
            if bracket in _PAIRS:
                waiting.append(_PAIRS[bracket])
            elif waiting and waiting[-1] == bracket:
                waiting.pop()
            else:
                return ""
    return "".join(reversed(waiting[-_MOST_CLOSED:]))


def _last_written(chunk: list[str], number: int, *, is_before: bool = False) -> int:
    """Return the number of the last line with program text up to `number`."""
    last = number
    if is_before and not _opens_block(chunk[number]):
        last = number - 1
    while last > 0 and not chunk[last].partition("#")[0].strip():
        last -= 1
    return max(
        last,
        0,
    )


def _opens_block(line: str) -> bool:
    return line.partition("#")[0].rstrip().endswith(":")


def _shifted(
    body: list[stmt],
    lines: int,
) -> list[stmt]:
    for statement in body if lines else ():
        increment_lineno(
            statement,
            lines,
        )
    return body
