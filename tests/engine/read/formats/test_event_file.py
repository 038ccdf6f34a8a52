import math
import struct

import pytest

from engine.read import ReadError
from tests.engine.read.tables import read_file


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def field(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


def record(message: bytes) -> bytes:
    return struct.pack("<QI", len(message), 0) + message + b"\0\0\0\0"


def event(step: int, value: bytes) -> bytes:
    return record(
        b"\x09" + struct.pack("<d", 1.7e9) + b"\x10" + varint(step) + field(5, field(1, value))
    )


def simple(tag: str, value: float) -> bytes:
    return field(1, tag.encode()) + b"\x15" + struct.pack("<f", value)


def tensor(tag: str, value: float, content: bool) -> bytes:
    packed = struct.pack("<f", value)
    body = b"\x08\x01" + (field(4, packed) if content else b"\x2d" + packed)
    return field(1, tag.encode()) + field(8, body)


HEADER = record(b"\x09" + struct.pack("<d", 1.7e9) + field(3, b"brain.Event:2"))
FILE = HEADER + b"".join(
    [
        event(5, simple("Loss/train", 1.5)),
        event(10, simple("Loss/train", math.nan)),
        event(5, tensor("epoch_val_loss", 2.5, content=True)),
        event(10, tensor("epoch_val_loss", 2.25, content=False)),
        event(10, field(1, b"a histogram") + field(5, b"")),
    ]
)


def test_scalars_of_both_kinds():
    case = read_file(FILE, "events.out.tfevents.1")
    assert case.read_as[0].format == "event-file"
    assert case.series["train_loss"].x.tolist() == [5, 10]
    assert case.series["train_loss"].y[0] == 1.5
    assert math.isnan(case.series["train_loss"].y[1])
    assert case.series["val_loss"].y.tolist() == [2.5, 2.25]
    assert case.warnings == ()


@pytest.mark.parametrize("cut", [1, 4, 20])
def test_a_last_record_that_is_cut_off_is_told(cut):
    case = read_file(FILE[:-cut], "events")
    assert case.series["train_loss"].y[0] == 1.5
    assert case.warnings == ("events: the last record is cut off",)


def test_a_broken_record_is_refused():
    with pytest.raises(ReadError) as caught:
        read_file(HEADER + record(b"\x2a\x7f\x01"), "events")
    assert tuple(caught.value.problems[0]) == ("events:2", "the record is not an event")


@pytest.mark.parametrize("message", [b"\xff" * 12, b"\x0f", b"\x2a"])
def test_hostile_messages_are_refused(message):
    with pytest.raises(ReadError):
        read_file(HEADER + record(message), "events")
