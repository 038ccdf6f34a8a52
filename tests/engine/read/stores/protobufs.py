"""Builds protobuf messages and TensorBoard records by hand, for tests of their readers."""

import struct

from engine.read.stores.crc32c import masked_crc32c


def varint(value):
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def field(number, content):
    """A field of bytes, or of a varint for an int."""
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def double(number, value):
    return varint(number << 3 | 1) + struct.pack("<d", value)


def single(number, value):
    return varint(number << 3 | 5) + struct.pack("<f", value)


def record(message):
    length = struct.pack("<Q", len(message))
    return length + struct.pack("<I", masked_crc32c(length)) + message + b"\0\0\0\0"


def event(step, *values):
    summary = b"".join(field(1, value) for value in values)
    return record(double(1, 1.7e9) + field(2, step) + field(5, summary))


def scalar(tag, value):
    return field(1, tag.encode()) + single(2, value)


def version(writer=b""):
    source = field(9, field(1, writer)) if writer else b""
    return record(double(1, 1.7e9) + field(3, b"brain.Event:2") + source)
