import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.stores.tensors import number_of_tensor, texts_of_tensor
from tests.engine.read.stores.protobufs import field, single
from tests.together import together

HALF = struct.pack("<e", 1.5)
HALF_BITS = int.from_bytes(HALF, "little")


@together(
    "tensor, value",
    [
        (field(1, 1) + field(4, struct.pack("<f", 2.5)), 2.5),
        (field(1, 1) + single(5, 2.5), 2.5),
        (field(1, 1) + field(5, struct.pack("<f", 2.5)), 2.5),
        (field(1, 2) + field(4, struct.pack("<d", 0.1)), 0.1),
        (field(1, 2) + field(6, struct.pack("<d", 0.1)), 0.1),
        (field(1, 3) + field(7, 7), 7.0),
        (field(1, 3) + field(7, b"\x07"), 7.0),
        (field(1, 9) + field(10, 2**64 - 3), -3.0),
        (field(1, 9) + field(4, struct.pack("<q", -3)), -3.0),
        (field(1, 10) + field(11, 1), 1.0),
        (field(1, 14) + field(13, 0x3FC0), 1.5),
        (field(1, 14) + field(4, b"\xc0\x3f"), 1.5),
        (field(1, 19) + field(13, HALF_BITS), 1.5),
        (field(1, 19) + field(4, HALF), 1.5),
        (field(1, 23) + field(17, 2**63), 2.0**63),
    ],
)
def test_numbers_of_every_type(tensor, value):
    assert number_of_tensor(tensor) == value


@pytest.mark.parametrize(
    "tensor",
    [
        b"",
        field(1, 1),
        field(1, 99) + single(5, 1.0),
        field(1, 1) + field(4, bytes(8)),
        field(1, 3) + field(7, b"\x01\x02"),
        field(1, 7) + field(8, b"words"),
    ],
)
def test_other_tensors_are_no_number(tensor):
    assert number_of_tensor(tensor) is None


def test_texts():
    assert list(texts_of_tensor(field(1, 7) + field(8, b"a") + field(8, "é".encode()))) == [
        "a",
        "é",
    ]
    assert list(texts_of_tensor(field(1, 1) + field(8, b"a"))) == []


@given(st.binary(max_size=60))
def test_any_message_is_read_or_broken(message):
    try:
        number_of_tensor(message)
        list(texts_of_tensor(message))
    except (IndexError, ValueError):
        pass
