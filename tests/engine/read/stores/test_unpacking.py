import bz2
import gzip
import lzma
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.errors import ReadError
from engine.read.parts.limits import MAX_RATIO, RATIO_FREE
from engine.read.stores.unpacking import Unpacked, packing_of
from tests.memory import peak_of

PACK = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}
TEXT = b"".join(b"step %d loss %f\n" % (step, 1 / (step + 1)) for step in range(30_000))


def unpacked(content, **limits):
    return Unpacked("x", content, packing_of(content), **limits)


@pytest.mark.parametrize("kind", PACK)
def test_every_kind_is_unpacked(kind):
    content = PACK[kind](TEXT)

    assert packing_of(content).name == kind
    assert unpacked(content).read() == TEXT


@pytest.mark.parametrize("kind", PACK)
def test_appended_files_are_read_on(kind):
    assert unpacked(PACK[kind](b"one ") + PACK[kind](b"two") + b"trailing").read() == b"one two"


@pytest.mark.parametrize("kind", PACK)
def test_stream_is_read_in_pieces(kind):
    stream = unpacked(PACK[kind](TEXT))

    assert stream.readable()
    assert stream.peek()[:6] == b"step 0"
    assert stream.read(6) == b"step 0"
    assert b"".join(iter(lambda: stream.read(1000), b"")) == TEXT[6:]


@pytest.mark.parametrize("kind", PACK)
def test_file_that_breaks_off_gives_what_there_is(kind):
    content = PACK[kind](TEXT)
    stream = unpacked(content[: len(content) // 2])
    read = stream.read()

    assert TEXT.startswith(read)
    assert stream.breaks_off


@pytest.mark.parametrize("kind", PACK)
def test_bomb_is_stopped_early(kind):
    content = PACK[kind](bytes(12 * RATIO_FREE))

    def refused():
        with pytest.raises(ReadError, match=f"more than {MAX_RATIO} times"):
            unpacked(content).read()

    assert peak_of(refused) < 4 * RATIO_FREE  # xz has a dictionary of 8 MiB


def test_too_much_is_refused():
    with pytest.raises(ReadError, match="more than 0 MiB"):
        unpacked(gzip.compress(TEXT, mtime=0), most=1000).read()


def test_broken_file_is_refused():
    content = bytearray(gzip.compress(TEXT, mtime=0))
    content[40:60] = bytes(20)

    with pytest.raises(ReadError, match="broken"):
        unpacked(bytes(content)).read()


def test_other_content_has_no_packing():
    assert packing_of(b"step 1") is None


@given(st.sampled_from(sorted(PACK)), st.binary(max_size=80))
def test_any_bytes_are_unpacked_or_refused(kind, content):
    start = PACK[kind](b"")[:12]
    with suppress(ReadError):
        unpacked(start + content).read()
