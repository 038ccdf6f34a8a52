"""Pairs of settings within one line or sentence: `lr: 0.001 | bs: 32`, "lr 3e-4, AdamW"."""

from __future__ import annotations

import re

from engine.read.settings.entries import (
    MAX_LINE,
    without_prefix,
)
from engine.read.settings.judge import counts_of
from engine.read.settings.literals import value_of
from engine.read.settings.vocabulary import (
    is_setting,
    is_sure_setting,
)

_PAIR = re.compile(
    r"(?P<name>[A-Za-z_][\w./\-]{0,60}+(?: (?i:rate|size|decay|epochs|length|steps|fn))?)"
    r"(?: ?= ?|: ?)(?P<value>\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|[^\s,|;=]{1,80}+(?! ?=))"
)
_CELL = re.compile(
    r"\s*+(?P<name>[A-Za-z_][\w./\-]{0,60}+(?: (?i:rate|size|decay|epochs|length|steps|fn))?)"
    r" {1,20}(?P<value>[\w.+\-]{1,60}+)\s*+"
)
_HINTS = ("lr", "rate", "batch", "bs", "optim", "decay", "momentum", "dropout", "seed")
_BETWEEN = re.compile(r"[\s,;|()\[\]]*+")
_MOST_PAIRS = 60
_LEAST_AMONG_OTHERS = 2  # settings beside names that may be anything


def may_state(line: str) -> bool:
    """Cheap test before anything is taken apart: plain search is faster than an expression."""
    lowered = line.lower()
    return any(map(lowered.__contains__, _HINTS))


def pairs_of_line(line: str) -> dict[str, object]:
    """Return the settings of a line whose pairs are all settings; empty for any other line."""
    line = line[:MAX_LINE]
    if not may_state(line):
        return {}
    text = without_prefix(line)
    has_pairs = "=" in text or ":" in text
    if "|" in text and not has_pairs:
        return _of_cells(text)
    found: dict[str, object] = {}
    for match in _PAIR.finditer(text):
        if len(found) > _MOST_PAIRS:
            return {}
        value = match["value"].strip("()[]{}\"'")
        found.setdefault(match["name"], value_of(value))
    counts = counts_of(found.items())
    if counts.measured or counts.positions:
        return {}
    if not any(map(is_sure_setting, found)):
        return {}
    others = [name for name in found if not is_setting(name)]
    if others and not _may_stand_beside(others, found, text):
        return {}
    if len(found) < 2:
        return {}
    return found


def _of_cells(text: str) -> dict[str, object]:
    """Return the settings of `lr 0.1 | batch_size 32`, whose cells are all settings."""
    cells = text.split("|")[:_MOST_PAIRS]
    if len(cells) < 2:
        return {}
    pairs: list[tuple[str, object]] = []
    for cell in map(_CELL.fullmatch, cells):
        if cell is None:
            return {}
        value = value_of(cell["value"])
        pairs.append((cell["name"], value))
    counts = counts_of(pairs)
    found = dict(pairs)
    if len(found) < len(cells) or counts.settings != len(cells):
        return {}
    return found if any(map(is_sure_setting, found)) else {}


def _may_stand_beside(
    others: list[str],
    found: dict[str, object],
    text: str,
) -> bool:
    """Return whether unknown names are settings as well: half are known, and no value is measured.

    A measured value has decimals, and in a sentence other words stand between the pairs.
    """
    known = len(found) - len(others)
    if known < max(_LEAST_AMONG_OTHERS, len(others)):
        return False
    for name in others:
        value = found[name]
        if isinstance(value, float) and not value.is_integer():
            return False
    rest = _PAIR.sub("", text)
    return _BETWEEN.fullmatch(rest) is not None
