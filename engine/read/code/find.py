"""Program text among other lines: fenced blocks, sessions of an interpreter, runs of statements.

A paste mixes questions, prints of a run and pieces of the program. Only a run of lines that parses
and does something is program text: two settings in a row or one call in a traceback are not.
"""

from __future__ import annotations

import re
from ast import Constant, Expr, stmt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.read.code.acting import acts, counted, has_call, height
from engine.read.code.forms import is_statement, may_be_statement
from engine.read.code.marks import has_prompt, is_continued, is_fence, unmarked
from engine.read.code.parse import MAX_CODE, parse, whole_program
from engine.run import Snippet

MAX_LINES = 6000  # of a text in which program text is looked for
_LEAST_LINES = 2
_MOST_OPEN = 60  # lines for which a bracket may stay open in a run
_LONGEST_LINE = 600
_MOST_SNIPPETS = 100
_WHOLE = 0.9  # share of the lines of a text that is nothing but a program
_LANGUAGE = re.compile(r"\s{0,12}(?:```|~~~)\s?\{?\.?(\w{0,20}).{0,60}")
_PYTHON = frozenset({"", "python", "py", "python3", "ipython", "pycon", "diff", "py3"})
_TRACEBACK = re.compile(r"\s{1,8}File \"[^\"]{1,300}\", line \d+.{0,200}")
_OPENS = re.compile(r"[(\[{]")
_CLOSES = re.compile(r"[)\]}]")
_BRACKET = re.compile(r"[()\[\]{}]")
_STRING = re.compile(r"\"[^\"\n]*+\"|'[^'\n]*+'")


class FoundCode(NamedTuple):
    """snippets: with the numbers that their lines have. lines: indices of all lines of them."""

    snippets: tuple[Snippet, ...] = ()
    lines: frozenset[int] = frozenset()


def find_code(
    lines: Sequence[str],
    name: str,
) -> FoundCode:
    """Find the program text in the lines of a paste or log, in linear time."""
    if len(lines) > MAX_LINES:
        return FoundCode()
    snippets: list[Snippet] = []
    taken: set[int] = set()
    for start, end in _places(lines):
        text = "\n".join(lines[start:end])
        snippets.append(
            Snippet(
                name,
                start + 1,
                text,
            )
        )
        taken.update(range(start, end))
        if len(snippets) >= _MOST_SNIPPETS:
            break
    return FoundCode(tuple(snippets), frozenset(taken))


def is_program(
    lines: Sequence[str],
) -> bool:
    """Return whether a text is a program and nothing else: `train.py` without its name."""
    plain = unmarked(lines)
    written = _count_written(plain)
    if written < _LEAST_LINES:
        return False
    if not any(map(may_be_statement, plain)):
        return False
    if _is_whole(whole_program("\n".join(lines))):
        return True
    code = 0
    for start, end in _runs(plain):
        code += _count_written(plain[start:end])
    return code >= _WHOLE * written


def _is_whole(
    statements: Sequence[stmt],
) -> bool:
    """Return whether a text that parses is a program: single words and numbers parse as well."""
    acting = any(map(acts, statements))
    return acting and counted(statements) >= _LEAST_LINES and not any(map(_is_bare, statements))


def _is_bare(
    statement: stmt,
) -> bool:
    if not isinstance(statement, Expr):
        return False
    is_text = isinstance(statement.value, Constant) and isinstance(statement.value.value, str)
    return not is_text and not has_call(statement.value)


def _count_written(
    lines: Sequence[str],
) -> int:
    return sum(1 for line in lines if line.strip())


def _places(
    lines: Sequence[str],
) -> Iterator[tuple[int, int]]:
    """Yield where each snippet starts and ends, in order, without overlap."""
    if is_program(lines):
        yield 0, len(lines)
        return
    index = 0
    for start, end in _blocks(lines):
        yield from _between(
            lines,
            index,
            start,
        )
        if _does_something(lines[start:end]):
            yield start, end
        index = end
    yield from _between(
        lines,
        index,
        len(lines),
    )


def _between(
    lines: Sequence[str],
    start: int,
    end: int,
) -> Iterator[tuple[int, int]]:
    """Yield the runs of statements of a part of the lines."""
    for first, last in _runs(lines[start:end]):
        yield start + first, start + last


def _blocks(
    lines: Sequence[str],
) -> Iterator[tuple[int, int]]:
    """Yield the fenced blocks of Python and the sessions of an interpreter."""
    index = 0
    while index < len(lines):
        line = lines[index]
        if is_fence(line):
            end = _end_of_fence(
                lines,
                index,
            )
            if _is_python(line):
                yield index, end
            index = end
        elif has_prompt(line):
            end = _end_of_session(
                lines,
                index,
            )
            yield index, end
            index = end
        else:
            index += 1


def _is_python(
    fence: str,
) -> bool:
    match = _LANGUAGE.fullmatch(fence)
    return match is not None and match.group(1).lower() in _PYTHON


def _end_of_fence(
    lines: Sequence[str],
    start: int,
) -> int:
    for index in range(start + 1, len(lines)):
        if is_fence(lines[index]):
            return index + 1
    return len(lines)


def _end_of_session(
    lines: Sequence[str],
    start: int,
) -> int:
    """Return where the lines with prompts end; what the interpreter answers is no program text."""
    index = start + 1
    while index < len(lines):
        line = lines[index]
        if not has_prompt(line) and not is_continued(line):
            break
        index += 1
    return index


def _runs(
    lines: Sequence[str],
) -> Iterator[tuple[int, int]]:
    """Yield where lines that follow each other are statements that do something."""
    if not any(map(may_be_statement, lines)):
        return
    index = 0
    while index < len(lines):
        end = _end_of_run(
            lines,
            index,
        )
        if end > index and _does_something(lines[index:end]):
            yield index, end
        index = max(
            end,
            index + 1,
        )


def _end_of_run(
    lines: Sequence[str],
    start: int,
) -> int:
    """Return where the statements that begin at `start` end; `start` where none begins."""
    if not lines[start].strip():
        return start
    if start > 0 and _TRACEBACK.fullmatch(lines[start - 1][:_LONGEST_LINE]):
        return start
    level = 0
    opened = 0
    end = start
    may_indent = start == 0 or not lines[start - 1].strip()
    quotes = 0
    for index in range(
        start,
        len(lines),
    ):
        line = lines[index][:_LONGEST_LINE]
        text = line.strip()
        if not text:
            continue
        is_inside = level > 0 or quotes % 2 == 1
        if not is_inside and not is_statement(line, may_indent):
            break
        quotes += text.count('"""') + text.count("'''")
        level = max(0, level + _opened_by(text))
        opened = opened + 1 if level > 0 else 0
        if opened > _MOST_OPEN:
            break
        may_indent = line[:1].isspace() or text.endswith(":") or ":" in text
        if level == 0 and quotes % 2 == 0:
            end = index + 1
    return end


def _opened_by(text: str) -> int:
    """Return how many brackets a line of a program opens, less those that it closes."""
    if not _BRACKET.search(text):
        return 0
    code, _, _ = _STRING.sub("", text).partition("#")
    return len(_OPENS.findall(code)) - len(_CLOSES.findall(code))


def _does_something(
    lines: Sequence[str],
) -> bool:
    """Return whether lines parse to at least two statements that are no settings and no prints."""
    written = _count_written(lines)
    text = "\n".join(lines)
    if written < _LEAST_LINES or 2 * _most_read(text) < written:
        return False
    statements = parse(text).statements
    if not any(map(acts, statements)):
        return False
    lines_read = sum(map(height, statements))
    if 2 * lines_read < written:
        return False
    return len(statements) >= _LEAST_LINES or counted(statements) >= _LEAST_LINES


def _most_read(text: str) -> int:
    """Return the most lines that the statements of a text can take: only its beginning is parsed.

    Statements that semicolons part take one line each.
    """
    start = text[:MAX_CODE]
    return len(start.splitlines()) + start.count(";")
