"""Wire format of protocol buffers: numbered fields, without the names of a schema."""

from __future__ import annotations

from collections.abc import Iterator

_VARINT = 0
_FIXED_64 = 1
_BYTES = 2
_FIXED_32 = 5
_FIXED_LENGTHS = {_FIXED_64: 8, _FIXED_32: 4}
_LONGEST_SHIFT = 63  # ten bytes of seven bits

Field = tuple[int, int | bytes]


def fields(message: bytes) -> Iterator[Field]:
    """Yield (number, value) of each field: an int for a varint, else the bytes.

    Raises IndexError or ValueError for a broken message.
    """
    position, size = 0, len(message)
    while position < size:
        key, position = _varint(message, position)
        number, wire_type = key >> 3, key & 7
        if wire_type == _VARINT:
            value, position = _varint(message, position)
            yield number, value
            continue
        if wire_type == _BYTES:
            length, position = _varint(message, position)
        elif wire_type in _FIXED_LENGTHS:
            length = _FIXED_LENGTHS[wire_type]
        else:
            raise ValueError(f"unknown wire type {wire_type}")
        end = position + length
        if end > size:
            raise ValueError("a field reaches beyond its message")
        yield number, message[position:end]
        position = end


def _varint(
    message: bytes,
    position: int,
) -> tuple[int, int]:
    """Return the number at the position, and the position behind it."""
    value = shift = 0
    while True:
        byte = message[position]
        value |= (byte & 0x7F) << shift
        position += 1
        if byte < 0x80:
            return value, position
        shift += 7
        if shift > _LONGEST_SHIFT:
            raise ValueError("a varint of more than ten bytes")


def signed(value: int) -> int:
    """Return the signed 64-bit number that a varint spells."""
    return value if value < 1 << 63 else value - (1 << 64)
