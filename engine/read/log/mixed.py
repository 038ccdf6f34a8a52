"""A text of many kinds of lines: each line goes to one reader, none to two, and none is lost."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from engine.read.code.settings import code_settings
from engine.read.documents.printed import find_printed
from engine.read.documents.printed_dict import printed_dict
from engine.read.documents.python_values import ParsedOnce
from engine.read.inputs import Curve, Reading
from engine.read.log import alike
from engine.read.log.bare import bare_lines
from engine.read.log.blocks import Block
from engine.read.log.bulk import BulkText, may_be_bulk, split_in_bulk
from engine.read.log.code_lines import NO_CODE, code_lines, without
from engine.read.log.kinds import kinds_of
from engine.read.log.left_out import LeftOut
from engine.read.log.reader import LogReader
from engine.read.log.worth_keeping import worth_keeping
from engine.read.metric_names.resolve import Resolver
from engine.read.parts.class_scores import beside
from engine.read.parts.limits import (
    MAX_METRIC_LINES,
    MAX_SINGLE_LINES,
    kept_lines,
    lines_of_output,
)
from engine.read.parts.names import Names
from engine.read.settings.find import find_settings
from engine.read.source import Source
from engine.read.tables.find import find_tables
from engine.read.tables.html import html_tables_beyond
from engine.run import Floats

_MEMO = "log"
DICTS = "printed-dicts"
BARS = "progress-bar"
KERAS = "keras-progress"
TABLE = "text-table"
CONSOLE = "console"
SETTINGS = "config"
# Lines in which settings are looked for: programs print them at their start, or at their end.
_HEAD = 20_000
_TAIL = 5_000
# A list of numbers, or a bracket that is closed on a line below.
_MAY_PRINT_LISTS = re.compile(r"\[\s{0,8}(?:[-\d.]|nan|\w{1,20}\()|[\[{]\s{0,8}$")


class ReadLog(NamedTuple):
    """kind: the name of the format of most values, empty for a text without any."""

    kind: str
    reading: Reading


@dataclass
class _Parts:
    """What was read so far. taken: the indices of the lines that were read.

    apart: those of them that hold settings or tables.
    """

    lines: Sequence[str]
    taken: set[int] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)
    curves: list[Curve] = field(default_factory=list)
    classes: dict[str, Floats] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)
    kinds: Counter[str] = field(default_factory=Counter)
    parse: ParsedOnce = field(default_factory=ParsedOnce)

    def take(
        self,
        places: Sequence[int],
        kind: str,
        curves: Sequence[Curve],
        classes: Mapping[str, Floats],
    ) -> None:
        """Take over what a block of lines holds, unless one of them was taken before."""
        if self.taken.isdisjoint(places):
            self.taken.update(places)
            self.curves.extend(curves)
            self.classes = beside(classes, self.classes)
            self.kinds[kind] += len(places)
            if kind == TABLE:
                self.apart.update(places)


def read_log(source: Source) -> ReadLog:
    """Read a log once for all who ask."""
    found = source.memo.get(_MEMO)
    if not isinstance(found, ReadLog):
        found = _read(source)
        source.memo[_MEMO] = found
    return found


def _read(source: Source) -> ReadLog:
    resolver = Resolver(source.names.table)
    reader = LogReader(resolver)
    bulk = _in_bulk(source, reader)
    stride = 1 + len(bulk.lines) // MAX_SINGLE_LINES
    blocks = [block.at(stride) for block in bulk.blocks]
    bare, ranks = bare_lines(bulk.lines[::stride])
    code = code_lines(source) if bulk.is_whole else NO_CODE
    parts = _Parts(without(bare, code.places), settings=code_settings(code.snippets))
    parts.apart.update(code.places)
    _take_settings(parts)
    _take_tables(parts)
    _take_printed_lists(parts, source.names)
    _take_lines(
        parts,
        ranks,
        reader,
        blocks,
    )
    left_out = parts.left_out
    left_out.stride = max(stride, bulk.stride)
    left_out.new_names = reader.left_out
    left_out.alike = reader.passed_alike
    left_out.values = reader.values_left_out
    apart = {place * stride for place in parts.apart}
    reading = Reading(
        curves=tuple(parts.curves),
        classes=parts.classes,
        config=parts.settings,
        log=_kept(source, bulk, apart, code.places),
        warnings=left_out.warnings(source.name),
        code=code.snippets,
    )
    return ReadLog(_kind_of(parts), reading)


def _kept(
    source: Source,
    bulk: BulkText,
    apart: Collection[int],
    code: Collection[int],
) -> tuple[str, ...]:
    """Return the lines of a log that are kept, without those of settings, tables and programs."""
    if bulk.is_whole and not apart:
        return source.kept
    output = lines_of_output(without(bulk.lines, code), apart)
    return kept_lines([*bulk.samples, *filter(None, output)])


def _kind_of(parts: _Parts) -> str:
    """Return the name of the format of most values."""
    if parts.kinds:
        [(kind, _)] = parts.kinds.most_common(1)
        return kind
    if parts.settings:
        return SETTINGS
    return ""


def _take_settings(parts: _Parts) -> None:
    """Take the settings that a program prints."""
    found = find_settings(parts.lines, parts.left_out.settings)
    parts.taken.update(found.lines)
    parts.apart.update(found.lines)
    parts.settings.update(found.settings)


def _take_tables(parts: _Parts) -> None:
    parts.left_out.tables = html_tables_beyond(parts.lines)
    for table in find_tables(parts.lines):
        parts.take(
            table.lines,
            TABLE,
            table.curves(),
            table.classes(),
        )


def _take_printed_lists(parts: _Parts, names: Names) -> None:
    """Take the lists of numbers that a program prints, and dicts of them."""
    if not any(map(_may_print_list, parts.lines)):
        return
    printed = find_printed(parts.lines, names, parts.parse)
    rest = parts.lines[printed.end :]
    parts.left_out.printed = sum(map(_may_print_list, rest))
    for document in printed.documents:
        findings = document.findings
        parts.take(
            document.lines,
            DICTS,
            findings.curves,
            findings.classes,
        )


def _may_print_list(line: str) -> bool:
    if "[" not in line and "{" not in line:
        return False
    return _MAY_PRINT_LISTS.search(line) is not None


def _take_lines(
    parts: _Parts,
    ranks: Sequence[str],
    reader: LogReader,
    blocks: Sequence[Block],
) -> None:
    """Read the lines that are left, those that are alike at once, and the blocks between them."""
    waiting = deque(blocks)
    every = range(len(parts.lines))
    may_say = reader.may_say_among(parts.lines)
    left = [place for place in compress(every, may_say) if place not in parts.taken]
    runs = zip(left, strict=True) if blocks else alike.runs_of_alike(parts.lines, left)
    for places in runs:
        while waiting and waiting[0].before <= places[0]:
            _read_block(waiting.popleft(), reader, parts)
        if not _read_alike(reader, parts, places, ranks):
            for place in places:
                kind = _read_line(reader, parts, place, ranks[place])
                if kind:
                    parts.kinds[kind] += 1
    while waiting:
        _read_block(waiting.popleft(), reader, parts)
    curves = worth_keeping(reader.curves(), reader.resolver)
    parts.curves.extend(curves)


def _read_alike(
    reader: LogReader,
    parts: _Parts,
    places: Sequence[int],
    ranks: Sequence[str],
) -> bool:
    """Read lines that differ in digits only; return whether that could be done."""
    if len(places) < alike.LEAST_LINES or any(ranks[place] for place in places):
        return False
    if not reader.read_alike([parts.lines[place] for place in places]):
        return False
    parts.kinds[CONSOLE] += len(places)
    return True


def _read_block(
    block: Block,
    reader: LogReader,
    parts: _Parts,
) -> None:
    reader.read_block(block)
    parts.kinds[CONSOLE] += block.height


def _in_bulk(source: Source, reader: LogReader) -> BulkText:
    """Part a long text into single lines and blocks; all lines of any other are single."""
    if may_be_bulk(source.text):
        kinds = kinds_of(source.text, reader.plan)
        if kinds:
            stride = 1 + source.text.count("\n") // MAX_METRIC_LINES
            return split_in_bulk(source.text, kinds, stride)
    return BulkText(
        lines=source.lines,
        is_whole=True,
    )


def _read_line(
    reader: LogReader,
    parts: _Parts,
    place: int,
    rank: str,
) -> str:
    """Read one line; return the name of the format of its values, empty for none."""
    line = parts.lines[place]
    if reader.knows(line):
        return CONSOLE if reader.read(line, rank) else ""
    if reader.passes_over(line) or not reader.may_say(line):
        return ""
    brace = line.find("{")
    if brace >= 0:
        values = printed_dict(line, parts.parse)
        if values is not None and reader.add_mapping(values, rank, line[:brace]):
            return DICTS
    frame = reader.frame(line)
    if frame is not None:
        is_read = reader.read_frame(frame)
        name = KERAS if frame.is_mean else BARS
        return name if is_read else ""
    return CONSOLE if reader.read(line, rank) else ""
