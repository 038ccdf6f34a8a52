"""Whole texts of settings: YAML, TOML, INI, `.env`, gin, prints, commands, argument tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from itertools import pairwise, starmap

from engine.read.errors import ReadError
from engine.read.parts import json_text
from engine.read.settings.blocks import Parsed, parse_lines
from engine.read.settings.commands import command_of
from engine.read.settings.entries import (
    Entry,
    entry_of,
    without_prefix,
)
from engine.read.settings.find import find_settings
from engine.read.settings.joined_lines import logical_lines
from engine.read.settings.judge import (
    are_settings,
    counts_of,
)
from engine.read.settings.literals import (
    TITLE,
    call_of,
    is_container,
    value_of,
)
from engine.read.settings.macros import with_macros
from engine.read.settings.merges import with_merges
from engine.read.settings.optimizers import is_optimizer

__all__ = ["MAX_CHARACTERS", "is_configuration", "is_setting", "parse"]

MAX_CHARACTERS = 256 * 1024
SUFFIXES = (".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".env", ".gin", ".properties")
_SNIFFED_LINES = 200
_MOST_LINES = 20_000  # more settings than are ever looked at
_LONGEST_VALUE = 3  # words of an unquoted value
_LONGEST_TOML_LINE = 2000  # characters; tomllib takes a time that is quadratic in dotted keys
_BARS_OF_SETTINGS = 3  # | name | value |
_LEAST_SETTINGS = 2
_LEAST_SHARE = 0.8  # of the lines that are settings
_SHARE_BY_SUFFIX = 0.5  # the same in a file with the suffix of a configuration
_MOST_REPEATS = 0.25  # of the keys; a log repeats its keys, a configuration does not
_CALL_START = re.compile(r"\s*+[A-Za-z_][\w.]{0,100}+ ?\(")
_REQUIREMENT = re.compile(r"[\w.\-\[\]]{1,100}\s*(?:==|>=|<=|~=|!=)\s*[\w.*]{1,60}.*")
_SECTION = re.compile(r"\s*\[{1,2}[\w.\-/ \"']{1,120}\]{1,2}\s*")
_RULE = re.compile(r"[\s|+\-=\u2500-\u257f*_]*+")
# A heading of two columns; a row of more belongs to a table of results.
_CELL = r"[^|\u2502\u2503]{1,200}[|\u2502\u2503]"
_HEADING = re.compile(rf"\s*+[|\u2502\u2503]{_CELL}{_CELL}\s*+")
_ITEM = re.compile(r"\s*- +\S.*")
PrintReader = Callable[[str], dict[str, object] | None]
_OPENS = ("[", "{", '"', "'", "|", ">", "&", "*", "!", "@", "%", "dict(")


def is_configuration(
    text: str,
    name: str = "",
    read_print: PrintReader | None = None,
) -> bool:
    """Return whether most lines are settings, and few enough for a configuration.

    The suffix of a configuration makes one setting enough. read_print: `settings_of_print` that
    remembers, for a text that is sniffed and then read.
    """
    if len(text) > MAX_CHARACTERS:
        return False
    stripped = text.strip()
    read_print = read_print or settings_of_print
    printed = read_print(text)
    if printed is not None:
        return not stripped.startswith("{") or are_settings(printed)
    lines = stripped.splitlines()[:_SNIFFED_LINES]
    if _are_requirements(lines) or any(map(_is_row_of_results, lines)):
        return False
    if _is_command(lines):
        return True
    has_suffix = name.lower().endswith(SUFFIXES)
    least = 1 if has_suffix else _LEAST_SETTINGS
    share = _SHARE_BY_SUFFIX if has_suffix else _LEAST_SHARE
    return _are_settings(lines, least, share)


def _is_row_of_results(line: str) -> bool:
    """Return whether a line is the row of a table that is wider than names and values."""
    if line.count("|") <= _BARS_OF_SETTINGS:
        return False
    return line.lstrip().startswith("|")


def _are_settings(
    lines: list[str],
    least: int,
    share: float,
) -> bool:
    """Return whether the lines hold so many settings, hardly anything else, and no results."""
    kept = [line for line in logical_lines(lines) if not _RULE.fullmatch(line)]
    entries = [entry for entry in map(_entry, kept) if entry is not None]
    if not entries:
        return False
    others = filter(_is_other, kept)
    fitting = len(entries) + len(list(others))
    if fitting < max(least, share * len(kept)):
        return False
    parsed = parse_lines(lines)
    if parsed.repeats > _MOST_REPEATS * parsed.entries:
        return False
    return not _is_row_or_result(entries)


def _is_row_or_result(entries: list[Entry]) -> bool:
    counts = counts_of((entry.key, value_of(entry.value)) for entry in entries)
    return counts.measured > 0 and not counts.are_settings


def is_setting(line: str) -> bool:
    """Return whether a line is a setting or another part of a configuration, such as an item."""
    if _entry(line) is not None:
        return True
    return _is_other(line)


def _entry(line: str) -> Entry | None:
    """Return the entry of a line that is a setting: its value is of few words.

    A sentence with a colon has a value of many.
    """
    entry = entry_of(line)
    if entry is None:
        return None
    value = entry.value
    if value.startswith(_OPENS) or len(value.split()) <= _LONGEST_VALUE:
        return entry
    return None


def _is_other(line: str) -> bool:
    """Return whether a line without a key belongs to a configuration: an item, a section."""
    if _SECTION.fullmatch(line) or _HEADING.fullmatch(line):
        return True
    return _ITEM.fullmatch(line) is not None and _entry(line) is None


def _are_requirements(lines: list[str]) -> bool:
    """Return whether the lines pin packages: `torch==2.1.0`."""
    compared = (line.strip() for line in lines if "=" in line)
    pinned = sum(_REQUIREMENT.fullmatch(line) is not None for line in compared)
    return pinned > 0 and 2 * pinned >= len(lines)


def parse(
    text: str,
    name: str,
    read_print: PrintReader | None = None,
) -> dict[str, object]:
    """Return the nested mapping of the settings; see `is_configuration` for `read_print`.

    Raises ReadError for a text beyond the size of a configuration, and for broken JSON.
    """
    if len(text) > MAX_CHARACTERS:
        limit = MAX_CHARACTERS // 1024
        detail = f"a configuration of more than {limit} kB is not read"
        raise ReadError((name, detail))
    stripped = text.strip()
    if stripped.startswith("{"):
        return _of_braces(stripped, name)
    read_print = read_print or settings_of_print
    printed = read_print(text)
    if printed is not None:
        return printed
    if _are_requirements(stripped.splitlines()):
        return {}
    return with_macros(_of_toml(text) or _of_lines(text))


def _of_braces(
    text: str,
    name: str,
) -> dict[str, object]:
    """Read JSON, or a Python mapping as a program prints it."""
    try:
        document = json_text.parse(text, name)
    except ReadError:
        document = value_of(text) if text.endswith("}") else None
        if not isinstance(document, dict) or not document:
            raise
    return document if isinstance(document, dict) else {}


def settings_of_print(text: str) -> dict[str, object] | None:
    """Return the settings of a text that is one printed call or mapping, None for another."""
    text = text.strip()
    if text.startswith("{'") and text.endswith("}"):
        value = value_of(text)
        return value if isinstance(value, dict) and value else None
    if _CALL_START.match(text) is None:
        return None
    call = call_of(text)
    if call is None:
        return None
    name, arguments = call
    if is_optimizer(name) and arguments:
        return {"optimizer": {TITLE: name, **arguments}}
    counts = counts_of(arguments.items())
    if counts.settings:
        return arguments
    return arguments if is_container(name) and arguments else None


def _of_toml(text: str) -> dict[str, object]:
    """Read TOML; empty for a text that is none."""
    if "=" not in text:
        return {}
    lengths = map(len, text.splitlines())
    if max(lengths) > _LONGEST_TOML_LINE:
        return {}
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def _of_lines(text: str) -> dict[str, object]:
    """Read entries line by line; where hardly any stand, what stands among other lines."""
    written = text.strip().splitlines()[:_MOST_LINES]
    lines = with_merges(written)
    parsed = parse_lines(lines)
    if _is_command(lines):
        words = [line.rstrip("\\ ") for line in lines]
        return command_of(" ".join(words)) or {}
    if _is_mostly_entries(parsed, lines):
        return parsed.settings
    found = find_settings([without_prefix(line) for line in lines]).settings
    return found or parsed.settings


def _is_mostly_entries(
    parsed: Parsed,
    lines: list[str],
) -> bool:
    written = sum(bool(line.strip()) for line in lines)
    return 2 * parsed.entries >= written


def _is_command(lines: list[str]) -> bool:
    """Return whether the lines are one command: each goes on in the next, or they are flags."""
    if not lines or command_of(lines[0]) is None:
        return False
    return all(starmap(_goes_on, pairwise(lines)))


def _goes_on(
    line: str,
    below: str,
) -> bool:
    """Return whether a command goes on from one line to the next."""
    return line.rstrip().endswith("\\") or below.lstrip().startswith("--")
