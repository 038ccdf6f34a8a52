"""One line as an entry: a key, what sets it apart from its value, and the value.

`lr: 0.1`, `lr = 0.1  # peak`, `lr ........ 0.1`, `--lr    0.1`, `- learning rate: 3e-4`,
`| lr | 0.1 |`. Time, level and logger in front of the key are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MAX_LINE = 2000
_REMEMBERED = 8192  # lines: a block is collected and judged before it is read
_LONGEST_REMEMBERED = 200  # characters
_QUOTES = "\"'"
_KEY = (
    r"(?:\"[^\"]{1,120}\"|'[^']{1,120}'|"
    r"[A-Za-z_][\w./\-]{0,119}+(?: (?:[^\W\d]|[(/*&])[\w./()*\-]{0,40}+){0,6}"
    r"(?: ?\([^()=\n]{1,60}\))?)"
)
_ENTRY = re.compile(
    r"(?P<indent>[ \t]*+)(?P<mark>(?:[-*+\u2022\u2013] +|--?(?=[A-Za-z]))?)"
    rf"(?P<key>{_KEY})"
    r"(?P<gap>[ \t]*+(?::(?![:/\\])=?|=>|=(?!=)|->|\.{3,200}+)[ \t]*+)"
    r"(?P<value>.*)"
)
_PLAIN = re.compile(r"( *+)([A-Za-z_]\w{0,100}+): ?([\w.+\-]{0,200}+)")
_PLAIN_PAIR = re.compile(r"( *+)([A-Za-z_]\w{0,100}+)( ?[:=]) ?([\w.+\-]{1,200}+)")
# What most lines of settings are; _ENTRY finds the same in them at over twice the cost.
_SIMPLE = re.compile(r"( *+)([A-Za-z_][\w./\-]{0,100}+) ?([:=]) ?((?:[\w.+\-\[{(\"'].*)?)")
_NUMERIC_KEY = re.compile(r"( *+)(\d{1,9}): *+(.*)")
_FLAG = re.compile(
    r"(?P<indent> *+)--?(?P<key>[A-Za-z][\w.\-]{0,80}+)(?P<gap> ++)(?P<value>[^-\s].*)"
)
_SPACED = re.compile(
    r"(?P<indent> *+)(?P<key>[A-Za-z_][\w./\-]{0,80}+(?: [A-Za-z][\w./\-]{0,40}+){0,3})"
    r"(?P<gap>(?: {2,200}+|\t++))(?P<value>\S+(?: \S+){0,5})"
)
_CELLS = re.compile(
    r"\s*+[|\u2502\u2503\u2551]([^|\u2502\u2503\u2551]{1,120})"
    r"[|\u2502\u2503\u2551]([^|\u2502\u2503\u2551]{1,400})[|\u2502\u2503\u2551]\s*+"
)
_BARS = ("|", "\u2502", "\u2503", "\u2551")
_CELL_KEY = re.compile(r"(?:--)?([A-Za-z_][\w./\- ]{0,100}+)(?: ?\([^()]{1,60}\))?")
_HEADINGS = frozenset({"value", "values", "setting", "settings"})
_OF_SETTINGS = re.compile(
    r"(?i)(?:hyper-?\s?)?(?:setting|param(?:eter)?|arg(?:ument)?|option|config(?:uration)?|flag)s?"
    r"(?: name)?"
)
# A name in two languages: `num epochs / epoch\u6570: 10`.
_TRANSLATION = " / "
_COMMENT = re.compile(r"(?:^|\s)(?:#|//).*$|^\s*+;.*$")
_IN_BRACKETS = re.compile(r" ?\([^()]{1,60}\)$")
_TIME = r"\d{1,4}[-/.:]\d{1,2}[-/.:T ]\d{1,4}[\dTZ:.,+ -]{0,24}"
# Time, level, logger, rank and their rules in front of the message.
_PREFIX = re.compile(
    r"(?:[IWEF]\d{4} [\d:.]{5,20} +\d{1,9} [\w./]{1,60}:\d{1,6}\] )?"
    rf"(?>(?:\[?\(?{_TIME}\]?\)?[ \t|:,-]{{0,4}})?)"
    r"(?:\[[^\[\]=]{1,60}\][ \t|:,-]{0,4}|(?:DEBUG|INFO|WARNING):[\w.]{1,40}:"
    r"|(?:(?:DEBUG|INFO|WARNING|WARN|NOTICE|I)\b|<[^<>=]{1,60}>"
    r"|[\w.]{1,40} -|(?<=\| )[\w.]{1,40} \||[\w./]{1,60}:\d{1,6}:?"
    r"|[\w.]{1,30}:[\w.<>]{1,40}:\d{1,6})[ \t|:,-]{1,4}){0,5}"
)
_OF_PREFIX = "[(<DIWN"


class Entry(NamedTuple):
    """kind: the sign between key and value, one of `: = . cell flag gap`.

    is_plain: it is the whole of its line, whose value is one word.
    """

    indent: int
    key: str
    value: str
    kind: str
    dashed: bool = False
    is_plain: bool = False


def without_comment(line: str) -> str:
    line = line[:MAX_LINE]
    if "#" in line or "//" in line or ";" in line:
        line = _COMMENT.sub("", line)
    return line.rstrip()


def without_prefix(line: str) -> str:
    """Return the message of a log line: what stands behind its time, level and logger."""
    start = line.lstrip()[:1]
    if not (start.isdigit() or start in _OF_PREFIX):
        return line
    found = _PREFIX.match(line)
    return line[found.end() :] if found and found.end() else line


def plain_pair_of(line: str) -> Entry | None:
    """Return the entry of a line that is `key: word` or `key = word` and nothing else, as most
    lines of a block are: it has no prefix, no comment and no bracket, and needs no closer look.
    """
    match = _PLAIN_PAIR.fullmatch(line)
    if match is None or line[0] in _OF_PREFIX or len(line) > _LONGEST_REMEMBERED:
        return None
    indent, key, kind, value = match.groups()
    return Entry(
        len(indent),
        key,
        value,
        kind.lstrip(),
        is_plain=kind == ":",
    )


def plain_entry_of(line: str) -> Entry | None:
    """Return the entry of `key: value` where the value is one word; a fast way for long files."""
    match = _PLAIN.fullmatch(line)
    if match is None:
        return None
    indent, key, value = match.groups()
    return Entry(len(indent), key, value, ":")


def entry_of(line: str) -> Entry | None:
    """Return the entry of a line without its comment; None for any other line."""
    if len(line) > _LONGEST_REMEMBERED:
        return _entry_of_line(line)
    return _remembered(line)


def _entry_of_line(line: str) -> Entry | None:
    simple = _SIMPLE.fullmatch(line)
    if simple is not None:
        indent, key, kind, value = simple.groups()
        return Entry(len(indent), key, value.strip(), kind)
    cells = _CELLS.fullmatch(line) if line.lstrip()[:1] in _BARS else None
    if cells:
        return _entry_of_cells(cells.group(1).strip(), cells.group(2).strip())
    match = _ENTRY.fullmatch(line)
    if match:
        kind = match["gap"].strip()[:1] or ":"
        return _entry(match, kind, match["mark"])
    flag = _FLAG.fullmatch(line)
    if flag:
        return _entry(flag, "flag")
    spaced = _SPACED.fullmatch(line)
    return _entry(spaced, "gap") if spaced else None


_remembered = lru_cache(maxsize=_REMEMBERED)(_entry_of_line)


def yaml_entry_of(line: str) -> Entry | None:
    """Return `key: value` and `0: value`; other signs between them are no YAML."""
    numeric = _NUMERIC_KEY.fullmatch(line)
    if numeric:
        return Entry(len(numeric.group(1)), numeric.group(2), numeric.group(3).strip(), ":")
    entry = entry_of(line)
    if entry is None or entry.kind != ":" or entry.dashed:
        return None
    return entry


def is_heading_of_settings(line: str) -> bool:
    """Return whether the line is the heading of a table of settings: `| setting | value |`."""
    cells = _CELLS.fullmatch(line) if line.lstrip()[:1] in _BARS else None
    if cells is None or cells.group(2).strip().lower() not in _HEADINGS:
        return False
    return _OF_SETTINGS.fullmatch(cells.group(1).strip()) is not None


def _entry_of_cells(
    key: str,
    value: str,
) -> Entry | None:
    """Return the entry of a row of a table with two columns; None for its heading or a rule."""
    name = _CELL_KEY.fullmatch(key)
    if name is None or value.lower() in _HEADINGS:
        return None
    return Entry(0, name.group(1).strip(), value, "cell")


def _entry(
    match: re.Match[str],
    kind: str,
    mark: str = "",
) -> Entry:
    is_flag = mark.startswith("-") and not mark.endswith(" ")
    indent = len(match["indent"])
    if not is_flag:
        indent += len(mark)
    key = _IN_BRACKETS.sub("", match["key"]).strip(_QUOTES)
    key = key.partition(_TRANSLATION)[0]
    return Entry(
        indent=indent,
        key=key,
        value=match["value"].strip(),
        kind=kind,
        dashed=bool(mark) and not is_flag,
    )
