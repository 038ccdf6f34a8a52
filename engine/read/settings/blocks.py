"""Lines of settings as one nested mapping: YAML, INI, TOML, `.env`, gin, assignments, columns.

Of YAML the part that configurations use is read: nested mappings, lists, quoted and plain scalars,
comments, flow collections over several lines, anchors and aliases of scalars, several documents.
The text of a block scalar is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import (
    dataclass,
    field,
)

from engine.read.settings.entries import (
    MAX_LINE,
    Entry,
    entry_of,
    plain_entry_of,
    yaml_entry_of,
)
from engine.read.settings.joined_lines import logical_lines
from engine.read.settings.literals import (
    DEPTH,
    value_of,
)
from engine.read.settings.plain_values import plain_value

_DASH = re.compile(r"( *+)- *+(.*)")
_SECTION = re.compile(r"\s*+\[{1,2}([\w.\-/ \"']{1,120})\]{1,2}\s*+")
_TAG = re.compile(r"!{1,2}[\w:/.,<>]{1,120}(?: ++|$)")
_ANCHOR = re.compile(r"&([\w.\-]{1,80}) *+")
_ALIAS = re.compile(r"\*([\w.\-]{1,80})")
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]{0,3}")
_QUOTES = "\"'"
_DOCUMENT = "---"
_NONE: Mapping[str, Entry] = {}


@dataclass
class Parsed:
    """repeats: keys that were given twice in one mapping; a log of rows has many of them."""

    settings: dict[str, object] = field(default_factory=dict)
    entries: int = 0
    repeats: int = 0


@dataclass
class _Block:
    """A mapping or a list that is open, with the indent of its keys or dashes.

    waiting: the key whose value stands on the lines below.
    """

    indent: int
    content: dict[str, object] | list[object]
    waiting: str | None = None


def parse_lines(
    lines: Iterable[str],
    plain: Mapping[str, Entry] = _NONE,
) -> Parsed:
    """Return the settings of the lines; a line that is neither entry nor item is left out.

    plain: the entries of lines that are known to be `key: word` and nothing else.
    """
    reader = _Reader()
    for line in logical_lines(lines, plain):
        reader.add(line, plain.get(line))
    return reader.parsed


@dataclass
class _Reader:
    """Builds the mapping line by line; `open` are the blocks that a line may belong to."""

    parsed: Parsed = field(default_factory=Parsed)
    anchors: dict[str, object] = field(default_factory=dict)
    skipped_below: int | None = None  # indent of the key whose block text is passed over

    def __post_init__(self) -> None:
        self.open = [_Block(0, self.parsed.settings)]
        self.root = self.open[0]

    def add(
        self,
        line: str,
        plain: Entry | None = None,
    ) -> None:
        """Add a line; plain: its entry where that is known."""
        indent = len(line) - len(line.lstrip())
        if self._is_skipped(indent):
            return
        if plain is None:
            plain = plain_entry_of(line)
        if plain is not None:
            self._add_plain(plain)
            return
        section = _SECTION.fullmatch(line)
        if section:
            self._open_section(section.group(1))
            return
        if line.strip() == _DOCUMENT:
            self._close_all()
            return
        self._add(line, indent)

    def _add(
        self,
        line: str,
        indent: int,
    ) -> None:
        dash = _DASH.fullmatch(line)
        if dash:
            self._add_item(indent, dash.group(2))
            return
        entry = yaml_entry_of(line) or entry_of(line)
        if entry is not None:
            self._add_entry(entry._replace(indent=indent))

    def _is_skipped(self, indent: int) -> bool:
        if self.skipped_below is None:
            return False
        if indent > self.skipped_below:
            return True
        self.skipped_below = None
        return False

    def _add_item(
        self,
        indent: int,
        rest: str,
    ) -> None:
        """Add an item: a scalar, or the first key of a mapping that is an item."""
        self._close(indent)
        items = self._items_at(indent)
        entry = yaml_entry_of(rest)
        is_override = items is None and entry is None and entry_of(rest) is not None
        if items is None or is_override:
            self._add_loose_item(rest, indent)
            return
        if entry is None or len(self.open) >= DEPTH:
            items.append(self._value(rest))
            return
        mapping: dict[str, object] = {}
        items.append(mapping)
        inner = indent + 2
        self.open.append(_Block(inner, mapping))
        self._add_entry(entry._replace(indent=inner))

    def _add_loose_item(
        self,
        rest: str,
        indent: int,
    ) -> None:
        """Add an item that belongs to no key: `- lr=0.1` of overrides, `- learning rate: 3e-4`."""
        entry = entry_of(rest.lstrip("+~"))
        if entry is not None and len(self.open) == 1:
            self._add_entry(entry._replace(indent=indent))

    def _items_at(self, indent: int) -> list[object] | None:
        """Return the list that a dash at the indent adds to; None where no key waits for one."""
        block = self.open[-1]
        if isinstance(block.content, list):
            return block.content
        if block.waiting is None or indent < block.indent:
            return None
        if len(self.open) >= DEPTH:
            return None
        items: list[object] = []
        block.content[block.waiting] = items
        block.waiting = None
        self.open.append(_Block(indent, items))
        return items

    def _add_plain(self, entry: Entry) -> None:
        """Add an entry whose value is one word or stands below."""
        self._close(entry.indent, keys=True)
        mapping = self._mapping_at(entry.indent)
        if mapping is None:
            return
        self.parsed.entries += 1
        if not entry.value:
            self.open[-1].waiting = entry.key
            return
        self.open[-1].waiting = None
        self._set(mapping, entry.key, plain_value(entry.value))

    def _add_entry(self, entry: Entry) -> None:
        self._close(entry.indent, keys=True)
        mapping = self._mapping_at(entry.indent)
        if mapping is None:
            return
        block = self.open[-1]
        self.parsed.entries += 1
        text = _without_tag(entry.value)
        if _BLOCK_SCALAR.fullmatch(text) or _is_open_text(text):
            self.skipped_below = entry.indent
            return
        if not text:
            block.waiting = entry.key
            return
        block.waiting = None
        self._set(mapping, entry.key, self._value(text))

    def _set(
        self,
        mapping: dict[str, object],
        key: str,
        value: object,
    ) -> None:
        """Set the key; the first value stands where two are given."""
        if key in mapping:
            self.parsed.repeats += 1
            return
        mapping[key] = value

    def _mapping_at(self, indent: int) -> dict[str, object] | None:
        """Return the mapping that a key at the indent belongs to; open it where a key waits."""
        block = self.open[-1]
        content = block.content
        if isinstance(content, list):
            return None
        if indent <= block.indent or block.waiting is None or len(self.open) >= DEPTH:
            return content
        inner = content.get(block.waiting)
        if not isinstance(inner, dict):
            inner = {}
            content[block.waiting] = inner
        block.waiting = None
        self.open.append(_Block(indent, inner))
        return inner

    def _close(
        self,
        indent: int,
        keys: bool = False,
    ) -> None:
        """Close the blocks that the indent ends; a key also ends a list at its own indent."""
        while len(self.open) > 1:
            block = self.open[-1]
            ends_list = keys and isinstance(block.content, list)
            if block.indent < indent or (block.indent == indent and not ends_list):
                return
            if self.open[-1] is self.root:
                return
            self.open.pop()

    def _close_all(self) -> None:
        """Begin a new document; what it sets is added to the first one."""
        self.open = [_Block(0, self.parsed.settings)]
        self.root = self.open[0]

    def _open_section(self, path: str) -> None:
        """Open `[section]` of INI or TOML: the keys below belong to it until the next one."""
        mapping = self.parsed.settings
        for name in path.split(".", DEPTH):
            key = name.strip().strip(_QUOTES)
            inner = mapping.setdefault(key, {})
            if not isinstance(inner, dict):
                return
            mapping = inner
        self.root = _Block(0, mapping)
        self.open = [self.root]

    def _value(self, text: str) -> object:
        """Return the value of a scalar or a flow collection, and remember its anchor."""
        text = text.strip()
        anchor = _ANCHOR.match(text)
        if anchor is None:
            return self._plain_value(text)
        value = self._plain_value(text[anchor.end() :])
        if not isinstance(value, dict | list):
            self.anchors[anchor.group(1)] = value
        return value

    def _plain_value(self, text: str) -> object:
        alias = _ALIAS.fullmatch(text)
        if alias:
            return self.anchors.get(alias.group(1))
        return value_of(text)


def _without_tag(text: str) -> str:
    tag = _TAG.match(text)
    return text[tag.end() :] if tag else text


def _is_open_text(text: str) -> bool:
    """Return whether a quoted text goes on in the next line."""
    quote = text[:1]
    if quote not in ("'", '"'):
        return False
    return quote not in text[1:MAX_LINE]
