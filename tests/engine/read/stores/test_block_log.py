import struct

from hypothesis import given
from hypothesis import strategies as st

from engine.read.stores.block_log import records

BLOCK = 32768
START = 7


def written(messages, start=START):
    """Write records as LevelDB does, behind a header of `start` bytes."""
    content = bytearray(start)
    for message in messages:
        rest, is_first = message, True
        while True:
            left = BLOCK - len(content) % BLOCK
            if left < 7:
                content += bytes(left)
                continue
            piece, rest = rest[: left - 7], rest[left - 7 :]
            kind = 1 if is_first and not rest else 2 if is_first else 3 if rest else 4
            content += struct.pack("<IHB", 0, len(piece), kind) + piece
            is_first = False
            if not rest:
                break
    return bytes(content)


def test_records_over_several_blocks():
    messages = [b"a" * 10, b"b" * 40_000, b"c", b"d" * 100_000, b"e" * (BLOCK - 30)]

    assert list(records(written(messages), START)) == messages


def test_record_that_breaks_off_is_left_out():
    content = written([b"a" * 10, b"b" * 40_000])

    assert list(records(content[:-5], START)) == [b"a" * 10]
    assert list(records(content[: BLOCK + 3], START)) == [b"a" * 10]


def test_piece_of_unknown_kind_ends_the_records():
    assert list(records(bytes(START) + struct.pack("<IHB", 0, 1, 9) + b"a", START)) == []


@given(st.lists(st.binary(max_size=200), max_size=5), st.integers(0, 30))
def test_any_records_are_read_back(messages, cut):
    content = written(messages)

    assert list(records(content, START)) == messages
    assert messages[: len(list(records(content[: len(content) - cut], START)))] == list(
        records(content[: len(content) - cut], START)
    )
