"""The formats, in the order in which they are tried. The first that recognises a text reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from engine.read.errors import ReadError
from engine.read.formats import (
    console,
    csv_table,
    event_file,
    json_files,
    json_lines,
    mlflow_metric,
    printed_dicts,
    text_table,
)
from engine.read.inputs import NamedFile, Reading
from engine.read.parts import config_text
from engine.read.parts.limits import frames, kept_lines
from engine.read.parts.names import Names

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_PACKED = ((b"\x1f\x8b", "gzip"), (b"PK\x03\x04", "zip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"))

_CONTROLS = bytes(code for code in range(32) if code not in b"\a\b\t\n\v\f\r\x1b")  # what no text holds, NUL first


class Format(NamedTuple):
    name: str
    sniff: Callable[[str], bool]
    read: Callable[[str, str, Names], Reading]


def _config(text: str, name: str, names: Names) -> Reading:
    return Reading("config", config=config_text.read(text, name), log=kept_lines(frames(text)))


TEXT_FORMATS: tuple[Format, ...] = (
    Format("json", json_files.sniff, lambda text, name, names: json_files.read(text, name)),
    Format("json-lines", json_lines.sniff, lambda text, name, names: json_lines.read(text, name)),
    Format("printed-dicts", printed_dicts.sniff, lambda text, name, names: printed_dicts.read(text, name)),
    Format("mlflow-metric", mlflow_metric.sniff, lambda text, name, names: mlflow_metric.read(text, name)),
    Format("csv", csv_table.sniff, lambda text, name, names: csv_table.read(text, name)),
    Format("text-table", text_table.sniff, lambda text, name, names: text_table.read(text, name)),
    Format("keras-progress", console.sniff_keras, lambda text, name, names: console.read_keras(text, names)),
    Format("progress-bar", console.sniff_bars, lambda text, name, names: console.read_bars(text, names)),
)


def read_text(text: str, name: str, names: Names) -> Reading:
    """Raises ReadError when the text is of a format and breaks its rules; plain words are a plain log."""
    for form in TEXT_FORMATS:
        if form.sniff(text):
            return form.read(text, name, names)
    reading = console.read_plain(text, names)
    if not reading.series and config_text.sniff(text):
        return _config(text, name, names)
    return reading


def read_file(file: NamedFile, names: Names) -> Reading:
    if event_file.sniff(file.content):
        return event_file.read(file.content, file.name)
    return read_text(decode(file), file.name, names)


def decode(file: NamedFile) -> str:
    for mark, kind in _PACKED:
        if file.content.startswith(mark):
            raise ReadError((file.name, f"is packed ({kind}): unpack it first"))
    for mark, encoding in _BOMS:
        if file.content.startswith(mark):
            return file.content[len(mark) :].decode(encoding, errors="replace")
    if len(file.content) - len(file.content.translate(None, _CONTROLS)) > len(file.content) // 100:
        raise ReadError((file.name, "is neither text nor an event file"))
    return file.content.decode("utf-8", errors="replace")
