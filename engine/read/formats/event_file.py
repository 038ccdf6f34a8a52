"""Event files of TensorBoard: length-framed records, each a protobuf message.

Framing: uint64 length, 4 bytes masked CRC-32C of the length, the message, 4 bytes CRC of the
message, little-endian. Read are scalars of every writer (simple values, tensors of one number) and
the settings in texts and hyperparameters.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.protobuf import fields, signed
from engine.read.source import Format, Source
from engine.read.stores.crc32c import masked_crc32c
from engine.read.stores.points import Points
from engine.read.stores.tensors import number_of_tensor, texts_of_tensor
from engine.read.stores.written_settings import settings_of_plugin, settings_of_text

_HEADER = struct.Struct("<QI")
_LENGTH_BYTES = 8
_CRC_LENGTH = 4
_MARK = b"brain.Event:"  # the version, which the first record of most writers holds
_MARK_WITHIN = 4096  # bytes
_STARTS_WITH_TIME = 0x09  # the key of field 1 as a double: what every event begins with
_FLOAT = struct.Struct("<f")
_GROUP = "scalars"

# Numbers of the fields, by message.
_EVENT_STEP = 2
_EVENT_SUMMARY = 5
_SUMMARY_VALUE = 1
_VALUE_TAG = 1
_VALUE_SIMPLE = 2
_VALUE_TENSOR = 8
_VALUE_METADATA = 9
_METADATA_PLUGIN = 1
_PLUGIN_NAME = 1
_PLUGIN_CONTENT = 2
_SETTINGS_PLUGIN = b"hparams"
_BROKEN = (IndexError, ValueError, struct.error)


@dataclass
class _Collected:
    """Everything that the records of one file hold.

    texts: each tag's only text; None for a tag with several, which are samples of the model.
    """

    points: Points = field(default_factory=Points)
    texts: dict[str, str | None] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    broken: list[int] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.points or self.texts or self.settings)

    def config(self) -> dict[str, object]:
        """Return the settings of the plugin, and of each text under its tag."""
        config = dict(self.settings)
        for tag, text in self.texts.items():
            found = settings_of_text(text) if text else {}
            if found:
                name = tag.removesuffix("/text_summary")
                config[name] = found
        return config


def sniff(source: Source) -> bool:
    """Recognize the framing of the first record, or the version of the file in it.

    CatBoost writes no version, TensorBoard writes its own name beside it. Data sets are framed in
    the same way: an event begins with its time.
    """
    content = source.content
    if len(content) < _HEADER.size + _CRC_LENGTH:
        return False
    if content[_HEADER.size] != _STARTS_WITH_TIME:
        return False
    length, crc = _HEADER.unpack_from(content)
    if masked_crc32c(content[:_LENGTH_BYTES]) == crc:
        return True
    return length <= _MARK_WITHIN and _MARK in content[:_MARK_WITHIN]


def read(source: Source) -> Reading:
    """Read scalars on their steps, and settings.

    A record that the writer had not finished ends the file; one that is no event is left out.
    Raises ReadError where nothing else was in the file.
    """
    warnings: list[str] = []
    collected = _Collected()
    for number, message in enumerate(_records(source, warnings), start=1):
        try:
            _collect(message, collected)
        except _BROKEN:
            collected.broken.append(number)
    if collected.broken:
        place = f"{source.name}:{collected.broken[0]}"
        if collected.is_empty:
            raise ReadError((place, "the record is not an event"))
        warnings.append(f"{place}: the record is not an event (left out)")
    return Reading(
        curves=collected.points.curves(_GROUP),
        config=collected.config(),
        warnings=tuple(warnings),
    )


def _records(
    source: Source,
    warnings: list[str],
) -> Iterator[bytes]:
    """Yield the messages; warn if the last is cut off."""
    content = source.content
    size = len(content)
    position = 0
    while position + _HEADER.size <= size:
        length, _ = _HEADER.unpack_from(content, position)
        start = position + _HEADER.size
        end = start + length
        position = end + _CRC_LENGTH
        if position > size:
            break
        yield content[start:end]
    if position != size:
        warning = f"{source.name}: the last record is cut off"
        warnings.append(warning)


def _collect(message: bytes, collected: _Collected) -> None:
    step = 0.0
    summary = b""
    for number, value in fields(message):
        if number == _EVENT_STEP and isinstance(value, int):
            step = float(signed(value))
        elif number == _EVENT_SUMMARY and isinstance(value, bytes):
            summary = value
    for number, value in fields(summary):
        if number == _SUMMARY_VALUE and isinstance(value, bytes):
            _collect_value(value, step, collected)


def _collect_value(
    message: bytes,
    step: float,
    collected: _Collected,
) -> None:
    """Take a scalar, a text or the hyperparameters over; other values are passed over."""
    parts = dict(fields(message))
    tag = parts.get(_VALUE_TAG)
    if not isinstance(tag, bytes):
        return
    name = tag.decode("utf-8", errors="replace")
    scalar = _scalar(parts)
    if scalar is not None:
        collected.points.add(name, scalar, step)
        return
    tensor = parts.get(_VALUE_TENSOR)
    if isinstance(tensor, bytes):
        for text in texts_of_tensor(tensor):
            collected.texts[name] = None if name in collected.texts else text
    metadata = parts.get(_VALUE_METADATA)
    if isinstance(metadata, bytes):
        collected.settings.update(_settings(metadata))


def _scalar(parts: dict[int, int | bytes]) -> float | None:
    simple = parts.get(_VALUE_SIMPLE)
    if isinstance(simple, bytes) and len(simple) == _FLOAT.size:
        return float(_FLOAT.unpack(simple)[0])
    tensor = parts.get(_VALUE_TENSOR)
    if isinstance(tensor, bytes):
        return number_of_tensor(tensor)
    return None


def _settings(metadata: bytes) -> dict[str, object]:
    """Return the hyperparameters in the metadata of a value, none for other plugins."""
    plugin = dict(fields(metadata)).get(_METADATA_PLUGIN)
    if not isinstance(plugin, bytes):
        return {}
    parts = dict(fields(plugin))
    content = parts.get(_PLUGIN_CONTENT)
    if parts.get(_PLUGIN_NAME) != _SETTINGS_PLUGIN or not isinstance(content, bytes):
        return {}
    return settings_of_plugin(content)


FORMAT = Format(
    name="event-file",
    label="a TensorBoard event file",
    sniff=sniff,
    read=read,
)
