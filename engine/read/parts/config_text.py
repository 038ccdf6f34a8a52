"""Configuration files: the part of YAML that configurations use, JSON, `key=value` lines, a printed Namespace.

Nested mappings, lists, quoted and plain scalars, comments, flow lists and flow mappings are read. Anchors, tags and
block scalars are not needed to recognise a setting; lines that hold them are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.read.errors import ReadError
from engine.read.parts import json_text
from engine.read.parts.numbers import number_from_text

MAX_CHARACTERS = 256 * 1024
_ENTRY = re.compile(r"^( *)(- +)?(\"[^\"]{1,120}\"|'[^']{1,120}'|[A-Za-z_][\w./\-]{0,119}) *(?::(?: +|$)|= *)(.*)$")
_ITEM = re.compile(r"^ *- +(.*)$")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_NAMESPACE = re.compile(r"^\s*(?:Namespace|TrainingArguments|\w{1,60}Config)\((.*)\)\s*$", re.DOTALL)
_ARGUMENT = re.compile(r"(\w{1,80})=('[^']*'|\"[^\"]*\"|\[[^\]]*\]|\([^)]*\)|[^,]*)")
_ENTRIES_SNIFFED = 200
_DEPTH = 12


def sniff(text: str) -> bool:
    """Are most of the lines settings, and are they few enough for a configuration?"""
    if len(text) > MAX_CHARACTERS:
        return False
    if _NAMESPACE.match(text):
        return True
    lines = [line for line in text.splitlines()[:_ENTRIES_SNIFFED] if _COMMENT.sub("", line).strip()]
    entries = sum(bool(_is_setting(line)) for line in lines)
    return entries >= 2 and entries * 10 >= len(lines) * 8


def _is_setting(line: str) -> bool:
    match = _ENTRY.match(_COMMENT.sub("", line).rstrip())
    if match is None:
        return line.strip() == "---" or _ITEM.match(line) is not None
    value = match.group(4)
    return len(value.split()) <= 3 or value.startswith(("[", "{", '"', "'"))


def read(text: str, name: str) -> dict[str, object]:
    """Nested mapping of the settings. Raises ReadError for a text beyond the size of a configuration."""
    if len(text) > MAX_CHARACTERS:
        raise ReadError((name, f"a configuration of more than {MAX_CHARACTERS // 1024} kB is not read"))
    if text.lstrip()[:1] == "{":
        document = json_text.parse(text, name)
        return document if isinstance(document, dict) else {}
    namespace = _NAMESPACE.match(text)
    if namespace:
        return {key: scalar(value) for key, value in _ARGUMENT.findall(namespace.group(1))}
    return _read_lines(text)


def _read_lines(text: str) -> dict[str, object]:
    root: dict[str, object] = {}
    open_blocks: list[tuple[int, dict[str, object]]] = [(-1, root)]
    pending: tuple[int, dict[str, object], str] | None = None  # a key whose value stands on the lines below
    for indent, dash, key, value in _entries(text):
        while len(open_blocks) > 1 and indent <= open_blocks[-1][0]:
            open_blocks.pop()
        if pending is not None:
            pending = _open_block(pending, indent, key, value, open_blocks)
            if not key:
                continue
        if not key or dash:
            continue
        block = open_blocks[-1][1]
        if value:
            block[key] = scalar(value)
        else:
            pending = (indent, block, key)
    return root


def _open_block(
    pending: tuple[int, dict[str, object], str],
    indent: int,
    key: str,
    value: str,
    open_blocks: list[tuple[int, dict[str, object]]],
) -> tuple[int, dict[str, object], str] | None:
    """Puts what follows an open key below it: an item of a list, or the first entry of a mapping."""
    start, block, name = pending
    if not key and indent >= start:
        items = block.setdefault(name, [])
        if isinstance(items, list):
            items.append(scalar(value))
        return pending
    if key and indent > start and len(open_blocks) < _DEPTH:
        inner: dict[str, object] = {}
        block[name] = inner
        open_blocks.append((start, inner))
    return None


def _entries(text: str) -> Iterator[tuple[int, bool, str, str]]:
    """(indent, stands behind a dash, key, value) of each line; an item without a key has an empty key."""
    for line in text.splitlines():
        line = _COMMENT.sub("", line[:2000]).rstrip()
        match = _ENTRY.match(line)
        if match:
            indent, dash, key, value = match.groups()
            yield len(indent), bool(dash), key.strip("\"'"), value.strip()
        elif item := _ITEM.match(line):
            yield len(line) - len(line.lstrip()), True, "", item.group(1).strip()


def scalar(text: str) -> object:
    text = text.strip().rstrip(",")
    if text[:1] in {'"', "'"} and text[-1:] == text[:1] and len(text) > 1:
        return text[1:-1]
    if text.startswith(("[", "(")) and text.endswith(("]", ")")):
        return [scalar(part) for part in text[1:-1].split(",") if part.strip()]
    if text.startswith("{") and text.endswith("}"):
        pairs = (part.partition(":") for part in text[1:-1].split(","))
        return {key.strip().strip("\"'"): scalar(value) for key, colon, value in pairs if colon}
    lower = text.lower()
    if lower in {"true", "yes", "on"}:
        return True
    if lower in {"false", "no", "off"}:
        return False
    if lower in {"null", "~", ""}:
        return None
    number = number_from_text(text)
    return text if number is None else number
