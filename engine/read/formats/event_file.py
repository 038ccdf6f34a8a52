"""Event files of TensorBoard: length-framed records, each a protobuf message; scalars are read.

Framing: uint64 length, 4 bytes CRC of the length, the message, 4 bytes CRC of the message,
little-endian. Event: 2 step (varint), 5 summary; Summary: 1 value; Value: 1 tag, 2 simple_value,
8 tensor; TensorProto: 1 dtype, 4 tensor_content, 5 float_val, 6 double_val.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.protobuf import fields, signed
from engine.read.parts.rows import Rows
from engine.read.source import Source

LABEL = "a TensorBoard event file"
_HEADER = struct.Struct("<QI")
_CRC_LENGTH = 4
_FLOAT = struct.Struct("<f")
_DOUBLE = struct.Struct("<d")
# dtype of a tensor -> its number, and the field of its values
_SCALARS = {1: (_FLOAT, 5), 2: (_DOUBLE, 6)}
_FIRST_EVENT = 64  # the first record has only a time and the file's version: "brain.Event:2"
_MARK = b"brain.Event:"


def sniff(source: Source) -> bool:
    content = source.content
    if len(content) < _HEADER.size + _CRC_LENGTH:
        return False
    length, _ = _HEADER.unpack_from(content)
    first = content[_HEADER.size : _HEADER.size + _FIRST_EVENT]
    return length <= _FIRST_EVENT and _MARK in first


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
    return Reading(series=rows.series(), warnings=tuple(warnings))


def _records(
    source: Source,
    warnings: list[str],
) -> Iterator[bytes]:
    content = source.content
    position, size = 0, len(content)
    while position + _HEADER.size <= size:
        length, _ = _HEADER.unpack_from(content, position)
        start = position + _HEADER.size
        position = start + length + _CRC_LENGTH
        if position > size:
            break
        yield content[start : start + length]
    if position != size:
        warnings.append(f"{source.name}: the last record is cut off")


def _event(message: bytes) -> tuple[float, list[tuple[str, float]]]:
    """Return the step, and tag and value of each scalar."""
    step = 0.0
    scalars: list[tuple[str, float]] = []
    for number, value in fields(message):
        if number == 2 and isinstance(value, int):
            step = float(signed(value))
        elif number == 5 and isinstance(value, bytes):
            scalars = list(_scalars(value))
    return step, scalars


def _scalars(summary: bytes) -> Iterator[tuple[str, float]]:
    for number, value in fields(summary):
        if number == 1 and isinstance(value, bytes):
            yield from _scalar(value)


def _scalar(message: bytes) -> Iterator[tuple[str, float]]:
    """Yield tag and value, nothing for what is no scalar."""
    values = dict(fields(message))
    tag, simple, tensor = values.get(1), values.get(2), values.get(8)
    if not isinstance(tag, bytes):
        return
    name = tag.decode("utf-8", errors="replace")
    if isinstance(simple, bytes) and len(simple) == _FLOAT.size:
        yield name, _FLOAT.unpack(simple)[0]
    elif isinstance(tensor, bytes):
        value = _tensor_scalar(tensor)
        if value is not None:
            yield name, value


def _tensor_scalar(tensor: bytes) -> float | None:
    values = dict(fields(tensor))
    dtype = values.get(1)
    if not isinstance(dtype, int) or dtype not in _SCALARS:
        return None
    number, list_field = _SCALARS[dtype]
    content = values.get(4) or values.get(list_field)
    if not isinstance(content, bytes) or len(content) != number.size:
        return None
    return float(number.unpack(content)[0])
