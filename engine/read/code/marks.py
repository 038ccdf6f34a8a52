"""Strips what a paste puts around program text: prompts, line numbers, marks of a diff, fences.

Each function returns as many lines as it gets, so that the number of a line stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_FENCE = re.compile(r"\s{0,12}(?:```|~~~).{0,80}")
_PROMPT = re.compile(r"\s{0,8}(?:>>>|In ?\[[\d ]{0,6}\]:) ?(.*)")
_MORE = re.compile(r"\s{0,12}(?:\.\.\.:?) ?(.*)")
_NUMBERED = re.compile(r"\s{0,8}(\d{1,6})(?:[.:|\u2502]| \||\t|(?= )) ?(.*)")
_QUOTED = re.compile(r"\s?> ?(?!>)(.*)")
_DIFF_HEAD = re.compile(r"(?:@@ .{1,200}|diff --git .{1,400}|(?:\+\+\+|---) \S.{0,400}|index \w.*)")
_MAGIC = re.compile(r"\s{0,40}(?:%{1,2}[a-zA-Z]|![a-zA-Z./]|\?\w).*")
_OPENS_MAGIC = ("`", "~", "%", "!", "?")  # fences as well
# How a line begins that one of these patterns fits; those of most logs do not.
_MAY_BE_MARKED = re.compile(r"\s*+(?:[`~%!?>@+\-\\\d]|In ?\[|\.\.\.)")
_CLOCK = re.compile(r"\d{1,6}[:.]\d")
_LEAST_SHARE = 0.8  # of the lines carry the mark
_LEAST_NUMBERED = 2
_PLAIN = str.maketrans(
    {
        "\u201c": '"',
        "\u201d": '"',
        "\u2018": "'",
        "\u2019": "'",
        "\u00a0": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)


def unmarked(lines: Sequence[str]) -> list[str]:
    """Return the lines as Python reads them; a line that is no program text becomes empty."""
    plain = [_plain(line).expandtabs(4).rstrip() for line in lines]
    if not any(map(_MAY_BE_MARKED.match, plain)):
        return plain
    for strip in (_without_quotes, _without_diff, _without_numbers, _without_prompts):
        plain = strip(plain)
    return [_without_magic(line) for line in plain]


def _plain(line: str) -> str:
    """Return the line with the quotation marks and blanks of a word processor as plain ones."""
    return line if line.isascii() else line.translate(_PLAIN)


def is_fence(line: str) -> bool:
    """Return whether a line begins or ends a block of code in Markdown."""
    start = line[:200]
    if "```" not in start and "~~~" not in start:
        return False
    return _FENCE.fullmatch(start) is not None


def has_prompt(line: str) -> bool:
    """Return whether a line begins with the prompt of an interpreter."""
    return _PROMPT.match(line) is not None


def is_continued(line: str) -> bool:
    """Return whether a line goes on below a prompt: `...     loss.backward()`."""
    return _MORE.match(line) is not None


def _without_magic(line: str) -> str:
    """Empty fences and commands of a notebook, with a statement in their place inside a block."""
    bare = line.lstrip()
    if not bare.startswith(_OPENS_MAGIC):
        return line
    if is_fence(line):
        return ""
    if _MAGIC.fullmatch(line) is None:
        return line
    indent = len(line) - len(bare)
    return " " * indent + "pass"


def _without_quotes(lines: list[str]) -> list[str]:
    if not _most(lines, _QUOTED) or any(map(has_prompt, lines)):
        return lines
    return [
        _rest(
            line,
            _QUOTED,
        )
        for line in lines
    ]


def _without_diff(lines: list[str]) -> list[str]:
    """Keep the new side of a diff."""
    is_diff = any(line.startswith("@@ ") for line in lines) or _is_marked(lines)
    if not is_diff:
        return lines
    kept = []
    for line in lines:
        is_head = _DIFF_HEAD.fullmatch(line[:500]) is not None
        is_gone = is_head or line.startswith(("-", "\\"))
        rest = "" if is_gone else line[1:]
        kept.append(rest)
    return kept


def _is_marked(lines: list[str]) -> bool:
    """Return whether every line has a mark of a diff in front, and some are new or gone."""
    written = [line for line in lines if line.strip()]
    changed = [line for line in written if line.startswith(("+", "-"))]
    if len(changed) < _LEAST_NUMBERED:
        return False
    return all(line.startswith(("+", "-", " ")) for line in written)


def _without_numbers(lines: list[str]) -> list[str]:
    """Strip numbers that count the lines, which rise by one from line to line."""
    if not _most(lines, _NUMBERED):
        return lines
    counted = [
        match
        for match in map(
            _numbered,
            lines,
        )
        if match is not None
    ]
    if len(counted) < _LEAST_NUMBERED:
        return lines
    numbers = [int(match.group(1)) for match in counted]
    steps = [after - before for before, after in pairwise(numbers)]
    if not all(step == 1 for step in steps):
        return lines
    return [
        _rest(
            line,
            _NUMBERED,
        )
        for line in lines
    ]


def _numbered(line: str) -> re.Match[str] | None:
    return None if _CLOCK.match(line.lstrip()) else _NUMBERED.fullmatch(line)


def _without_prompts(lines: list[str]) -> list[str]:
    """Strip the prompts of an interpreter; lines without one are its answers."""
    if not any(
        map(
            has_prompt,
            lines,
        )
    ):
        return lines
    kept = []
    is_inside = False
    for line in lines:
        prompt = _PROMPT.fullmatch(line)
        more = _MORE.fullmatch(line) if is_inside else None
        match = prompt or more
        is_inside = match is not None
        rest = match.group(1) if match else ""
        kept.append(rest)
    return kept


def _most(
    lines: list[str],
    pattern: re.Pattern[str],
) -> bool:
    """Return whether most lines that are not blank have a mark; most texts soon have too few."""
    written = [line for line in lines if line.strip()]
    least = _LEAST_SHARE * len(written)
    possible = len(written)
    for line in written:
        if pattern.fullmatch(line) is None:
            possible -= 1
        if possible < least:
            return False
    return bool(written)


def _rest(
    line: str,
    pattern: re.Pattern[str],
) -> str:
    match = pattern.fullmatch(line)
    return match.groups()[-1] if match else line
