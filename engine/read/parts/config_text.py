"""Configuration files: YAML, JSON, `key=value` lines, a printed Namespace.

Of YAML the part that configurations use is read: nested mappings, lists, quoted and plain scalars,
comments, flow lists and flow mappings. Lines with anchors, tags and block scalars are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.read.errors import ReadError
from engine.read.parts import json_text
from engine.read.parts.numbers import number_from_text

MAX_CHARACTERS = 256 * 1024
_MAX_LINE = 2000
# Groups: indent, dash of a list, key, value.
_ENTRY = re.compile(
    r"^( *)(- +)?"
    r"(\"[^\"]{1,120}\"|'[^']{1,120}'|[A-Za-z_][\w./\-]{0,119})"
    r" *(?::(?: +|$)|= *)(.*)$"
)
_ITEM = re.compile(r"^ *- +(.*)$")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_NAMESPACE = re.compile(
    r"^\s*(?:Namespace|TrainingArguments|\w{1,60}Config)\((.*)\)\s*$",
    re.DOTALL,
)
_ARGUMENT = re.compile(r"(\w{1,80}+)=")
_CLOSING = {"'": "'", '"': '"', "[": "]", "(": ")"}
_QUOTES = "\"'"
_SNIFFED_LINES = 200
_LONGEST_VALUE = 3  # words of an unquoted value
_DEPTH = 12
_WORDS = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
    **dict.fromkeys(("null", "~", ""), None),
}


def is_configuration(text: str) -> bool:
    """Return whether most lines are settings, and few enough for a configuration."""
    if len(text) > MAX_CHARACTERS:
        return False
    if _NAMESPACE.match(text):
        return True
    first = text.splitlines()[:_SNIFFED_LINES]
    lines = [line for line in first if _without_comment(line)]
    settings = sum(map(_is_setting, lines))
    if settings < 2:
        return False
    return settings * 10 >= len(lines) * 8  # eight lines in ten


def _without_comment(line: str) -> str:
    plain = _COMMENT.sub("", line)
    return plain.rstrip()


def _is_setting(line: str) -> bool:
    """Return whether the line is an item, or a key with a value of few words."""
    plain = _without_comment(line)
    entry = _ENTRY.match(plain)
    if entry is None:
        if line.strip() == "---":
            return True
        return _ITEM.match(line) is not None
    value = entry.group(4)
    if value.startswith(("[", "{", '"', "'")):
        return True
    words = value.split()
    return len(words) <= _LONGEST_VALUE


def parse(
    text: str,
    name: str,
) -> dict[str, object]:
    """Return the nested mapping of the settings.

    Raises ReadError for a text beyond the size of a configuration.
    """
    if len(text) > MAX_CHARACTERS:
        limit = MAX_CHARACTERS // 1024
        detail = f"a configuration of more than {limit} kB is not read"
        raise ReadError((name, detail))
    if text.lstrip().startswith("{"):
        document = json_text.parse(text, name)
        if isinstance(document, dict):
            return document
        return {}
    namespace = _NAMESPACE.match(text)
    if namespace:
        arguments = _arguments(namespace.group(1))
        return {key: scalar(value) for key, value in arguments}
    return _parse_lines(text)


def _arguments(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of each argument.

    A value ends where its quote or bracket closes, else at a comma.
    """
    position = 0
    missing: set[str] = set()  # closing characters that no longer follow, each missed only once
    while match := _ARGUMENT.search(text, position):
        start = match.end()
        end = _end_of_brackets(text, start, missing)
        position = end or _end_of_plain(text, start)
        yield match.group(1), text[start:position]


def _end_of_brackets(
    text: str,
    start: int,
    missing: set[str],
) -> int:
    """Return 0 for a value without quote or bracket, or whose quote or bracket never closes."""
    close = _CLOSING.get(text[start : start + 1])
    if close is None or close in missing:
        return 0
    end = text.find(close, start + 1)
    if end < 0:
        missing.add(close)
    return end + 1


def _end_of_plain(text: str, start: int) -> int:
    """Return the place of the next comma, else the end."""
    comma = text.find(",", start)
    if comma < 0:
        return len(text)
    return comma


class _Line(NamedTuple):
    """`key: value` at an indent; an item of a list has no key, or a key behind a dash."""

    indent: int
    dashed: bool
    key: str
    value: str


class _OpenKey(NamedTuple):
    """Key of `block` whose value follows on the lines below."""

    indent: int
    block: dict[str, object]
    key: str


@dataclass
class _Blocks:
    """Mappings that are open at a line, the outermost first, each with the indent of its key."""

    root: dict[str, object] = field(default_factory=dict)
    open_key: _OpenKey | None = None

    def __post_init__(self) -> None:
        self.open = [(-1, self.root)]

    def add(self, line: _Line) -> None:
        self._close(line.indent)
        if self.open_key is not None:
            self._fill(self.open_key, line)
        if not line.key or line.dashed:
            return
        _, block = self.open[-1]
        if line.value:
            block[line.key] = scalar(line.value)
        else:
            self.open_key = _OpenKey(line.indent, block, line.key)

    def _close(self, indent: int) -> None:
        """Close the blocks that the indent ends; the root stays open."""
        while len(self.open) > 1:
            innermost, _ = self.open[-1]
            if indent > innermost:
                return
            self.open.pop()

    def _fill(
        self,
        waiting: _OpenKey,
        line: _Line,
    ) -> None:
        """Put the line below the open key: as an item of a list or the first of a mapping."""
        if not line.key and line.indent >= waiting.indent:
            items = waiting.block.setdefault(waiting.key, [])
            if isinstance(items, list):
                items.append(scalar(line.value))
            return
        self.open_key = None
        if not line.key or line.indent <= waiting.indent:
            return
        if len(self.open) < _DEPTH:
            inner: dict[str, object] = {}
            waiting.block[waiting.key] = inner
            self.open.append((waiting.indent, inner))


def _parse_lines(text: str) -> dict[str, object]:
    blocks = _Blocks()
    for line in _lines(text):
        blocks.add(line)
    return blocks.root


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are entries or items; others are left out."""
    for line in text.splitlines():
        plain = _without_comment(line[:_MAX_LINE])
        entry = _ENTRY.match(plain)
        if entry:
            indent, dash, key, value = entry.groups()
            yield _Line(
                indent=len(indent),
                dashed=bool(dash),
                key=key.strip(_QUOTES),
                value=value.strip(),
            )
            continue
        item = _ITEM.match(plain)
        if item:
            value = item.group(1)
            content = plain.lstrip()
            yield _Line(
                indent=len(plain) - len(content),
                dashed=True,
                key="",
                value=value.strip(),
            )


def scalar(
    text: str,
    depth: int = _DEPTH,
) -> object:
    """Return a value as a text, a list, a mapping, a flag, None or a number.

    Lists and mappings inside it are read to the depth.
    """
    text = text.strip().rstrip(",")
    if _is_quoted(text):
        return text[1:-1]
    if depth and text.startswith(("[", "(")) and text.endswith(("]", ")")):
        return _flow_list(text[1:-1], depth - 1)
    if depth and text.startswith("{") and text.endswith("}"):
        return _flow_mapping(text[1:-1], depth - 1)
    word = text.lower()
    if word in _WORDS:
        return _WORDS[word]
    number = number_from_text(text)
    if number is None:
        return text
    return number


def _is_quoted(text: str) -> bool:
    if len(text) < 2:
        return False
    quote = text[0]
    if quote not in _QUOTES:
        return False
    return text.endswith(quote)


def _flow_list(
    text: str,
    depth: int,
) -> list[object]:
    """Return the values between commas; blank ones are left out."""
    parts = text.split(",")
    return [scalar(part, depth) for part in parts if part.strip()]


def _flow_mapping(
    text: str,
    depth: int,
) -> dict[str, object]:
    """Return the pairs with a colon; other parts are left out."""
    mapping: dict[str, object] = {}
    for part in text.split(","):
        key, colon, value = part.partition(":")
        if colon:
            name = key.strip()
            name = name.strip(_QUOTES)
            mapping[name] = scalar(value, depth)
    return mapping
