"""Blocks of `key: value` lines in a log: argument lists, YAML dumps, tables of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from engine.read.settings.beyond import Beyond
from engine.read.settings.blocks import parse_lines
from engine.read.settings.entries import (
    MAX_LINE,
    Entry,
    entry_of,
    is_heading_of_settings,
    plain_pair_of,
    without_comment,
    without_prefix,
)
from engine.read.settings.joined_lines import (
    block_key,
    bracket_level,
    opens_nested_block,
    with_colon,
)
from engine.read.settings.judge import NO_COUNTS, Counts, counts_of
from engine.read.settings.literals import value_of
from engine.read.settings.unit import Unit
from engine.read.settings.vocabulary import (
    is_message,
    is_setting,
    is_sure_setting,
)

_LEAST_BLOCK = 3
_LEAST_OF_GAPS = 2  # settings in a block where only blanks set the values apart
_MOST_OPEN = 400  # lines of one value
_MOST_UNCLOSED = 20  # values that never close; each costs a look at the lines below it
MOST_LINES = 5000
_MOST_LINES_OF_ALL = 20_000  # of all blocks of a log, repeated ones not counted
_LOOKED_AT = 64  # entries of a block without any setting: it is a log
_MOST_BETWEEN = 1  # rules or blank lines between two entries
_MOST_WORDS = 3  # of a value
_MOST_WORDS_ALONE = 4  # of a name that stands alone; longer ones are sentences
_SENTENCE_END = ". "
_MAY_BE_ENTRY = re.compile(
    r"[^:=|{\u2502\u2503\u2551]{0,200}(?:[:=|{\u2502\u2503\u2551]|\.{3}|  )|\s*--?[a-zA-Z]"
)
_RULE = re.compile(r"[\s|+\-=\u2500-\u257f*#_]*")
_ITEM = re.compile(r"\s*- *[^\s:=]{1,200}\s*|\s*[\])}]{1,3},?\s*")
# Programs write a header of comments in front of their tables: `# Minibatch-size: 100`.
_COMMENT_MARKS = ("#", "%", ";")
_COMMENTED = re.compile(r"^(\s*+)[#%;]{1,6} ++(?=[A-Za-z][^=#:]{0,60}: \S)")
_SECOND_PAIR = re.compile(r"[\w)%]\s?[:=](?!//)\s?[\w\"'\[.-]|\d\s{2,}\w|\s\|\s")
_CALLED = re.compile(r"[A-Za-z_][\w.]{0,80}+\((?:.{0,1500}\),?)?")
_PLAIN_WORD = re.compile(r"[\w.+\-]*+")
_NESTED = ("[", "{", "(", '"', "'")


class BlockReader:
    """Reads the block at a line; lines that were looked at in vain are not looked at again."""

    def __init__(
        self,
        lines: Sequence[str],
        beyond: Beyond | None = None,
    ) -> None:
        self.lines = lines
        self.beyond = beyond or Beyond()
        self.refused_until = 0
        self.unclosed = 0
        self.lines_left = _MOST_LINES_OF_ALL
        self.earlier: dict[str, Unit] = {}  # by its first line

    def at(self, index: int) -> Unit | None:
        """Return the block that begins on the line."""
        if index < self.refused_until:
            return None
        line = self.lines[index]
        if len(line) > MAX_LINE:
            return None
        again = self._repeated(index)
        if again is not None:
            return again
        if _MAY_BE_ENTRY.match(line) is None:
            return None
        if self.lines_left <= 0:
            self.beyond.blocks += 1
            return None
        block = self._collected(index)
        self.lines_left -= len(block.texts)
        if block.level:
            self.unclosed += 1
            return None
        unit = _judged(index, block)
        if unit is None:
            self.refused_until = index + len(block.texts)
        else:
            self.earlier[line] = unit
            self.beyond.cut_blocks += block.is_cut
        return unit

    def _repeated(self, index: int) -> Unit | None:
        """Return the block once more where its lines come again, as a dump of each epoch does."""
        earlier = self.earlier.get(self.lines[index])
        if earlier is None:
            return None
        end = index + earlier.end - earlier.start
        before = self.lines[earlier.start : earlier.end]
        if self.lines[index:end] != before:
            return None
        return replace(
            earlier,
            start=index,
            end=end,
        )

    def _collected(self, index: int) -> _Block:
        may_open = self.unclosed < _MOST_UNCLOSED
        block = _Block(may_open)
        last = min(len(self.lines), index + MOST_LINES)
        for line in self.lines[index:last]:
            if not block.goes_on(line):
                break
        else:
            block.is_cut = last < len(self.lines)
        return block


@dataclass
class _Block:
    """Lines of a block; the first `kept` of them do not end in rules or blank lines.

    level: of brackets that the last value has left open, since `open_lines` lines.
    commented: entries that stand in comments. is_cut: it goes on behind the most lines of one.
    plain: the entries of lines that are nothing but `key: word`, by the line.
    """

    may_open: bool
    texts: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    kept: int = 0
    level: int = 0
    open_lines: int = 0
    commented: int = 0
    has_heading: bool = False
    is_cut: bool = False
    plain: dict[str, Entry] = field(default_factory=dict)

    def goes_on(self, line: str) -> bool:
        """Return whether a line of the log belongs to the block, and take it."""
        entry = plain_pair_of(line)
        if entry is not None and self.level == 0 and not is_message(entry.key):
            if entry.is_plain:
                self.plain[line] = entry
            self._add(line, entry)
            return not self._is_log()
        bare = without_prefix(line)
        marks = 0
        if bare.lstrip()[:1] in _COMMENT_MARKS:
            bare, marks = _COMMENTED.subn(r"\1", bare, count=1)
        text = without_comment(bare)
        is_taken = self.takes(text)
        if is_taken:
            self.commented += marks
        return is_taken

    def takes(self, text: str) -> bool:
        """Return whether the line belongs to the block, and take it."""
        if self.level > 0 and not self._is_nested(text):
            return self._goes_on_inside(text)
        text = with_colon(text)
        entry = _entry(text)
        if entry is None:
            return self._goes_on_between(text)
        self._add(text, entry)
        if self.may_open:
            self.level = max(0, bracket_level(text))
            self.open_lines = 0
        return not self._is_log()

    def _add(self, text: str, entry: Entry) -> None:
        self.texts.append(text)
        self.kept = len(self.texts)
        if entry.value:
            self.entries.append(entry)

    def _is_nested(self, text: str) -> bool:
        """Return whether the bracket that the last line opened holds lines of entries."""
        if self.open_lines or not opens_nested_block(self.texts[-1], text):
            return False
        self.texts[-1] = block_key(self.texts[-1])
        self.level = 0
        return True

    def _goes_on_inside(self, text: str) -> bool:
        self.texts.append(text)
        self.kept = len(self.texts)
        self.open_lines += 1
        self.level = max(0, self.level + bracket_level(text))
        return self.open_lines < _MOST_OPEN

    def _goes_on_between(self, text: str) -> bool:
        """Take an item, a rule or a blank line, none of which begins a block."""
        if not self.texts:
            return self._begins_with_heading(text)
        is_item = _ITEM.fullmatch(text) is not None
        if not is_item and _RULE.fullmatch(text) is None:
            return False
        self.texts.append(text)
        if is_item:
            self.kept = len(self.texts)
        return len(self.texts) - self.kept <= _MOST_BETWEEN

    def _begins_with_heading(self, text: str) -> bool:
        self.has_heading = is_heading_of_settings(text)
        if self.has_heading:
            self.texts.append(text)
            self.kept = 1
        return self.has_heading

    def counts(self) -> Counts:
        """Count the kinds of names; in a header of comments `epoch: 15` is no position.

        Values say nothing where no name is that of a setting, as in most logs.
        """
        if not any(is_setting(entry.key) for entry in self.entries):
            return NO_COUNTS
        counts = counts_of(self.pairs())
        if self.commented >= len(self.entries):
            return counts._replace(positions=0)
        return counts

    def _is_log(self) -> bool:
        """Return whether so many entries without any setting show that it is a log."""
        if len(self.entries) != _LOOKED_AT:
            return False
        if self.counts().are_settings:
            return False
        self.entries.clear()
        return True

    def pairs(self) -> Iterator[tuple[str, object]]:
        """Yield name and value of each entry; a value is read when it is asked for."""
        for entry in self.entries:
            yield entry.key, value_of(entry.value)


def _entry(text: str) -> Entry | None:
    entry = entry_of(text)
    if entry is None:
        return None
    if is_message(entry.key) or _SENTENCE_END in entry.key:
        return None
    value = entry.value
    if _PLAIN_WORD.fullmatch(value):
        return entry
    is_nested = value.startswith(_NESTED) or _CALLED.fullmatch(value) is not None
    if is_nested and entry.kind in ":=.":
        return entry
    if _SECOND_PAIR.search(value):
        return None
    words = value.split()
    return entry if len(words) <= _MOST_WORDS else None


def _judged(start: int, block: _Block) -> Unit | None:
    """Return the unit of a block of settings; None for rows, results and sentences."""
    counts = block.counts()
    if not counts.are_settings:
        return None
    kinds = {entry.kind for entry in block.entries}
    if "gap" in kinds and counts.settings < _LEAST_OF_GAPS:
        return None
    names = tuple(entry.key for entry in block.entries)
    is_short = len(names) < _LEAST_BLOCK and not block.has_heading
    if is_short and not all(map(_is_sure, names)):
        return None
    texts = block.texts[: block.kept]
    parsed = parse_lines(texts, block.plain)
    return Unit(
        start,
        start + len(texts),
        parsed.settings,
        signature=names,
    )


def _is_sure(name: str) -> bool:
    words = name.split()
    return len(words) <= _MOST_WORDS_ALONE and is_sure_setting(name)
