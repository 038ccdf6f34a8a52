import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts.protobuf import fields, signed


def test_fields_of_every_wire_type():
    message = b"\x08\x96\x01" + b"\x12\x02hi" + b"\x1d\x00\x00\x80\x3f" + b"\x21" + b"\0" * 8

    assert list(fields(message)) == [
        (1, 150),
        (2, b"hi"),
        (3, b"\x00\x00\x80\x3f"),
        (4, b"\0" * 8),
    ]


def test_empty_message_has_no_fields():
    assert list(fields(b"")) == []


@pytest.mark.parametrize(
    "message",
    [
        b"\x08",  # a key without a value
        b"\x08\x80",  # a varint that is cut off
        b"\x08" + b"\xff" * 10 + b"\x01",  # a varint of eleven bytes
        b"\x12\x05hi",  # fewer bytes than announced
        b"\x1d\0",
        b"\x0b",  # a group, which nobody writes any more
    ],
)
def test_broken_message_is_refused(message):
    with pytest.raises((IndexError, ValueError)):
        list(fields(message))


def test_signed_numbers():
    assert signed(5) == 5
    assert signed((1 << 64) - 1) == -1


@given(st.binary(max_size=60))
def test_any_message_is_read_or_refused(message):
    try:
        assert all(number >= 0 for number, _ in fields(message))
    except (IndexError, ValueError):
        return
