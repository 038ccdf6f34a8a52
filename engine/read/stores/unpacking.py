"""gzip, bzip2 and xz: unpacked in pieces, so that a bomb is stopped after its first piece."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from engine.read.errors import ReadError
from engine.read.parts.limits import MAX_RATIO, MAX_UNPACKED, MIB, RATIO_FREE

_CHUNK = 16 * 1024  # packed bytes that are taken at a time
_PIECE = 256 * 1024  # bytes that are unpacked at a time
_MAX_PARTS = 20_000  # of an appended file; block compression makes one of each 64 KiB
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_BROKEN = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)
_XZ_MEMORY = 80 * MIB  # of a dictionary; the largest preset takes 65


class _Decompressor(Protocol):
    """What the three kinds have in common."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, content: bytes, most: int, /) -> bytes: ...


class Packing(NamedTuple):
    name: str
    start: bytes
    suffixes: tuple[str, ...]
    new: Callable[[], _Decompressor]


class _Gzip:
    """zlib's decompressor with the interface of the other two: it keeps what it did not take."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(_GZIP_WINDOW)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, content: bytes, most: int, /) -> bytes:
        waiting = self._inner.unconsumed_tail + content
        return self._inner.decompress(waiting, most)


def _xz() -> _Decompressor:
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


PACKINGS = (
    Packing("gzip", b"\x1f\x8b", (".gz", ".gzip", ".tgz"), _Gzip),
    Packing("bzip2", b"BZh", (".bz2", ".tbz2", ".tbz"), bz2.BZ2Decompressor),
    Packing("xz", b"\xfd7zXZ\0", (".xz", ".txz"), _xz),
)


def packing_of(content: bytes) -> Packing | None:
    for packing in PACKINGS:
        if content.startswith(packing.start):
            return packing
    return None


class Unpacked(io.RawIOBase):
    """The unpacked content as a stream that is read once, from front to end.

    Reading raises ReadError for a broken file, and for one that unpacks to too much. A file that
    breaks off gives what there is, and `breaks_off` says so afterwards.
    """

    def __init__(
        self,
        name: str,
        content: bytes,
        packing: Packing,
        most: int = MAX_UNPACKED,
    ) -> None:
        super().__init__()
        self.breaks_off = False
        self._name = name
        self._content = content
        self._packing = packing
        self._most = most
        self._total = 0
        self._waiting = b""
        self._pieces = self._parts()

    def readable(self) -> bool:
        return True

    def peek(self) -> bytes:
        """Return the first bytes that wait, without taking them."""
        if not self._waiting:
            self._waiting = self._next()
        return self._waiting

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes, perhaps fewer; everything that is left for -1."""
        if size < 0:
            return self.readall()
        piece = self.peek()
        self._waiting = piece[size:]
        return piece[:size]

    def readall(self) -> bytes:
        pieces = [self._waiting, *iter(self._next, b"")]
        self._waiting = b""
        return b"".join(pieces)

    def _next(self) -> bytes:
        try:
            piece = next(self._pieces, b"")
        except _BROKEN as error:
            raise ReadError((self._name, "is a broken packed file: pack it again")) from error
        self._total += len(piece)
        self._refuse_too_much()
        return piece

    def _refuse_too_much(self) -> None:
        if self._total > self._most:
            size = self._most // MIB
            detail = f"is more than {size} MiB unpacked: send the part with the metrics"
            raise ReadError((self._name, detail))
        if self._total > max(RATIO_FREE, MAX_RATIO * len(self._content)):
            detail = f"unpacks to more than {MAX_RATIO} times its size: send it unpacked"
            raise ReadError((self._name, detail))

    def _parts(self) -> Iterator[bytes]:
        """Yield the pieces of all parts: packed files may be appended to one another."""
        content = self._content
        position = 0
        for _ in range(_MAX_PARTS):
            if not content.startswith(self._packing.start, position):
                return
            decompressor = self._packing.new()
            while not decompressor.eof and position < len(content):
                chunk = content[position : position + _CHUNK]
                position += len(chunk)
                yield from _unpacked(decompressor, chunk)
            self.breaks_off = not decompressor.eof
            position -= len(decompressor.unused_data)


def _unpacked(decompressor: _Decompressor, chunk: bytes) -> Iterator[bytes]:
    piece = decompressor.decompress(chunk, _PIECE)
    while piece:
        yield piece
        if decompressor.eof:
            return
        piece = decompressor.decompress(b"", _PIECE)
