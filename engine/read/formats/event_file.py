"""Event files of TensorBoard: length-framed records, each a protobuf message. Only scalars are read.

Framing: uint64 length, 4 bytes CRC of the length, the message, 4 bytes CRC of the message, little-endian.
Event: 2 step (varint), 5 summary; Summary: 1 value; Value: 1 tag, 2 simple_value, 8 tensor, 7 node_name;
TensorProto: 1 dtype, 4 tensor_content, 5 float_val, 6 double_val.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.rows import Rows

_HEADER = struct.Struct("<QI")
_FLOAT, _DOUBLE = struct.Struct("<f"), struct.Struct("<d")
_DT_FLOAT, _DT_DOUBLE = 1, 2
_FIRST_EVENT = 64  # the first record holds only a time and the file's version: "brain.Event:2"
_MARK = b"brain.Event:"

Field = tuple[int, int | bytes]


def sniff(content: bytes) -> bool:
    if len(content) < _HEADER.size + 4:
        return False
    length, _ = _HEADER.unpack_from(content)
    return length <= _FIRST_EVENT and _MARK in content[_HEADER.size : _HEADER.size + _FIRST_EVENT]


def read(content: bytes, name: str) -> Reading:
    """A record that the writer had not finished ends the file; what stands before it is read."""
    rows = Rows()
    warnings: list[str] = []
    for number, message in enumerate(_records(content, name, warnings)):
        try:
            step, values = _event(message)
        except (IndexError, ValueError, struct.error) as error:
            raise ReadError((f"{name}:{number + 1}", "the record is not an event")) from error
        for tag, value in values:
            rows.add({tag: value}, step=step)
    return Reading("event-file", rows.series(), warnings=tuple(warnings))


def _records(content: bytes, name: str, warnings: list[str]) -> Iterator[bytes]:
    position, size = 0, len(content)
    while position + _HEADER.size <= size:
        length = _HEADER.unpack_from(content, position)[0]
        start = position + _HEADER.size
        position = start + length + 4
        if position > size:
            break
        yield content[start : start + length]
    if position != size:
        warnings.append(f"{name}: the last record is cut off")


def _event(message: bytes) -> tuple[float, list[tuple[str, float]]]:
    step, values = 0.0, []
    for number, value in _fields(message):
        if number == 2 and isinstance(value, int):
            step = float(value if value < 1 << 63 else value - (1 << 64))
        elif number == 5 and isinstance(value, bytes):
            values = [scalar for key, item in _fields(value) if key == 1 and isinstance(item, bytes)
                      for scalar in _scalar(item)]  # fmt: skip
    return step, values


def _scalar(message: bytes) -> Iterator[tuple[str, float]]:
    fields = dict(_fields(message))
    tag, simple, tensor = fields.get(1), fields.get(2), fields.get(8)
    if not isinstance(tag, bytes):
        return
    name = tag.decode("utf-8", errors="replace")
    if isinstance(simple, bytes) and len(simple) == _FLOAT.size:
        yield name, _FLOAT.unpack(simple)[0]
    elif isinstance(tensor, bytes):
        value = _tensor_scalar(dict(_fields(tensor)))
        if value is not None:
            yield name, value


def _tensor_scalar(fields: dict[int, int | bytes]) -> float | None:
    kind = {_DT_FLOAT: _FLOAT, _DT_DOUBLE: _DOUBLE}.get(dtype) if isinstance(dtype := fields.get(1), int) else None
    if kind is None:
        return None
    content = fields.get(4) or fields.get(5 if dtype == _DT_FLOAT else 6)
    if not isinstance(content, bytes) or len(content) != kind.size:
        return None
    return float(kind.unpack(content)[0])


def _fields(message: bytes) -> Iterator[Field]:
    """(number, value) of each field: an int for a varint, else the bytes. Raises IndexError or ValueError if broken."""
    position, size = 0, len(message)
    while position < size:
        key, position = _varint(message, position)
        wire = key & 7
        if wire == 0:
            value, position = _varint(message, position)
            yield key >> 3, value
            continue
        if wire == 2:
            length, position = _varint(message, position)
        elif wire in {1, 5}:
            length = 8 if wire == 1 else 4
        else:
            raise ValueError(f"unknown wire type {wire}")
        if position + length > size:
            raise ValueError("a field reaches beyond its message")
        yield key >> 3, message[position : position + length]
        position += length


def _varint(message: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[position]
        value |= (byte & 0x7F) << shift
        position += 1
        if byte < 0x80:
            return value, position
        shift += 7
        if shift > 63:
            raise ValueError("a varint of more than ten bytes")
