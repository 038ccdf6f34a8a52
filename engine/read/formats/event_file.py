"""Event files of TensorBoard: length-framed records, each a protobuf message; scalars are read.

Framing: uint64 length, 4 bytes CRC of the length, the message, 4 bytes CRC of the message,
little-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.protobuf import fields, signed
from engine.read.parts.rows import Rows
from engine.read.source import Format, Source

_HEADER = struct.Struct("<QI")
_CRC_LENGTH = 4
_FIRST_EVENT = 64  # the first record has only a time and the file's version: "brain.Event:2"
_MARK = b"brain.Event:"
_FLOAT = struct.Struct("<f")
_DOUBLE = struct.Struct("<d")

# Numbers of the fields, by message.
_EVENT_STEP = 2
_EVENT_SUMMARY = 5
_SUMMARY_VALUE = 1
_VALUE_TAG = 1
_VALUE_SIMPLE = 2
_VALUE_TENSOR = 8
_TENSOR_DTYPE = 1
_TENSOR_CONTENT = 4
_TENSOR_FLOATS = 5
_TENSOR_DOUBLES = 6
# dtype of a tensor -> its number, and the field of its values
_SCALARS = {
    1: (_FLOAT, _TENSOR_FLOATS),
    2: (_DOUBLE, _TENSOR_DOUBLES),
}


class _Scalar(NamedTuple):
    """One value of one curve; the tag is the name of the curve."""

    tag: str
    value: float


def sniff(source: Source) -> bool:
    """Find the version of the file in its first record."""
    content = source.content
    if len(content) < _HEADER.size + _CRC_LENGTH:
        return False
    length, _ = _HEADER.unpack_from(content)
    if length > _FIRST_EVENT:
        return False
    start = _HEADER.size
    first = content[start : start + _FIRST_EVENT]
    return _MARK in first


def read(source: Source) -> Reading:
    """Read the scalars on their steps. A record that the writer had not finished ends the file.

    Raises ReadError for a record that is no event.
    """
    rows = Rows()
    warnings: list[str] = []
    records = _records(source, warnings)
    for number, message in enumerate(records, start=1):
        try:
            step, scalars = _event(message)
        except (IndexError, ValueError, struct.error) as error:
            place = f"{source.name}:{number}"
            raise ReadError((place, "the record is not an event")) from error
        for tag, value in scalars:
            rows.add({tag: value}, step=step)
    return Reading(
        series=rows.series(),
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


def _event(message: bytes) -> tuple[float, list[_Scalar]]:
    """Return the step and the scalars."""
    step = 0.0
    scalars: list[_Scalar] = []
    for number, value in fields(message):
        if number == _EVENT_STEP and isinstance(value, int):
            step = float(signed(value))
        elif number == _EVENT_SUMMARY and isinstance(value, bytes):
            scalars = list(_scalars(value))
    return step, scalars


def _scalars(summary: bytes) -> Iterator[_Scalar]:
    """Yield the values that are scalars."""
    for number, value in fields(summary):
        if number != _SUMMARY_VALUE or not isinstance(value, bytes):
            continue
        scalar = _scalar(value)
        if scalar is not None:
            yield scalar


def _scalar(message: bytes) -> _Scalar | None:
    """Return tag and value, None for other values."""
    values = dict(fields(message))
    tag = values.get(_VALUE_TAG)
    if not isinstance(tag, bytes):
        return None
    name = tag.decode("utf-8", errors="replace")
    simple = values.get(_VALUE_SIMPLE)
    if isinstance(simple, bytes) and len(simple) == _FLOAT.size:
        number = _FLOAT.unpack(simple)[0]
        return _Scalar(name, number)
    tensor = values.get(_VALUE_TENSOR)
    if not isinstance(tensor, bytes):
        return None
    number = _number_of_tensor(tensor)
    return None if number is None else _Scalar(name, number)


def _number_of_tensor(tensor: bytes) -> float | None:
    """Return the number of a tensor of one float or double, None for any other."""
    values = dict(fields(tensor))
    dtype = values.get(_TENSOR_DTYPE)
    if not isinstance(dtype, int) or dtype not in _SCALARS:
        return None
    number, list_field = _SCALARS[dtype]
    content = values.get(_TENSOR_CONTENT) or values.get(list_field)
    if not isinstance(content, bytes):
        return None
    if len(content) != number.size:
        return None
    unpacked = number.unpack(content)
    return float(unpacked[0])


FORMAT = Format(
    name="event-file",
    label="a TensorBoard event file",
    sniff=sniff,
    read=read,
)
