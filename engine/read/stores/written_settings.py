"""Settings in the texts and the `hparams` of an event file.

Trainers log their arguments as a text summary: as JSON (`args`, `model_config`), as a table of two
columns in Markdown, or through the hyperparameter plugin.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping

from engine.read.parts.json_text import parse_value
from engine.read.parts.numbers import number_from_text
from engine.read.parts.protobuf import fields

LONGEST_TEXT = 200_000  # characters of a text summary that may be settings
_FENCE = re.compile(r"```\w{0,20}\s")
_RULE = re.compile(r"[\s|:-]++")
_TITLES = {"param", "parameter", "key", "name"}
_VALUE_TITLE = "value"
_FLAGS = {"true": True, "false": False}
_DOUBLE = struct.Struct("<d")

# Numbers of the fields, by message: tensorboard/plugins/hparams/plugin_data.proto, struct.proto
_PLUGIN_SESSION = 3
_SESSION_SETTINGS = 1
_ENTRY_KEY = 1
_ENTRY_VALUE = 2
_VALUE_NUMBER = 2
_VALUE_TEXT = 3
_VALUE_FLAG = 4


def settings_of_text(text: str) -> Mapping[str, object]:
    """Return the settings of a text that is a JSON object or a table `|param|value|`.

    Any other text gives none: it may be a sample that the model wrote.
    """
    if len(text) > LONGEST_TEXT:
        return {}
    plain = _FENCE.sub("", text)
    plain = plain.strip("` \n")
    if plain.startswith("{"):
        return _object(plain)
    return _table(plain)


def setting_of(text: str) -> object:
    """Return a setting that a tracker keeps as text: a number, a flag or the text itself."""
    word = text.strip()
    flag = _FLAGS.get(word.lower())
    if flag is not None:
        return flag
    number = number_from_text(word)
    return word if number is None else number


def _object(text: str) -> Mapping[str, object]:
    try:
        document = parse_value(text)
    except ValueError:
        return {}
    if not isinstance(document, dict):
        return {}
    return document


def _table(text: str) -> Mapping[str, object]:
    lines = text.splitlines()
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line)]
    if not rows or not _is_title(rows[0]):
        return {}
    settings = {}
    for row in rows[1:]:
        if len(row) == 2:
            key, value = row
            settings[key] = setting_of(value)
    return settings


def _is_title(cells: list[str]) -> bool:
    if len(cells) != 2:
        return False
    first, second = map(str.lower, cells)
    return first in _TITLES and second == _VALUE_TITLE


def _cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner.removeprefix("|")
    inner = inner.removesuffix("|")
    cells = inner.split("|", maxsplit=2)
    return [cell.strip(" `*") for cell in cells]


def settings_of_plugin(content: bytes) -> dict[str, object]:
    """Return the hyperparameters of a session.

    Raises IndexError, ValueError or struct.error for a broken message.
    """
    settings: dict[str, object] = {}
    for session in _messages(content, _PLUGIN_SESSION):
        for entry in _messages(session, _SESSION_SETTINGS):
            parts = dict(fields(entry))
            key = parts.get(_ENTRY_KEY)
            value = parts.get(_ENTRY_VALUE)
            if not isinstance(key, bytes):
                continue
            if isinstance(value, bytes):
                name = key.decode("utf-8", errors="replace")
                settings[name] = _value(value)
    return settings


def _messages(
    message: bytes,
    wanted: int,
) -> Iterator[bytes]:
    """Yield the fields of a number that are messages."""
    for number, value in fields(message):
        if number == wanted and isinstance(value, bytes):
            yield value


def _value(message: bytes) -> object:
    """Return the content of a google.protobuf.Value: number, text or flag; None for others."""
    for number, value in fields(message):
        if number == _VALUE_FLAG:
            return bool(value)
        if not isinstance(value, bytes):
            continue
        if number == _VALUE_TEXT:
            return value.decode("utf-8", errors="replace")
        if number == _VALUE_NUMBER:
            (unpacked,) = _DOUBLE.unpack(value)
            return float(unpacked)
    return None
