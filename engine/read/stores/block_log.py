"""Log of LevelDB: records in blocks of 32 KiB, as W&B writes its offline runs.

Each piece has a header: 4 bytes CRC, 2 bytes length, 1 byte kind. A record that does not fit into
its block is cut into a first, middle and last piece; no header begins in the last 6 bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEADER = struct.Struct("<IHB")
_BLOCK = 32 * 1024
_FULL = 1
_FIRST = 2
_MIDDLE = 3
_LAST = 4
_KINDS = {_FULL, _FIRST, _MIDDLE, _LAST}


def records(
    content: bytes,
    position: int,
) -> Iterator[bytes]:
    """Yield the whole records from the position on; blocks are counted from the file's start.

    A piece of an unknown kind, or one that reaches beyond the file, ends the records.
    """
    pieces: list[bytes] = []
    for kind, piece in _pieces(content, position):
        if kind in {_FULL, _FIRST}:
            pieces = []
        pieces.append(piece)
        if kind in {_FULL, _LAST}:
            yield b"".join(pieces)
            pieces = []


def _pieces(
    content: bytes,
    position: int,
) -> Iterator[tuple[int, bytes]]:
    """Yield kind and bytes of each piece."""
    size = len(content)
    while position + _HEADER.size <= size:
        left = _BLOCK - position % _BLOCK
        if left < _HEADER.size:
            position += left
            continue
        _, length, kind = _HEADER.unpack_from(content, position)
        start = position + _HEADER.size
        position = start + length
        if kind not in _KINDS or position > size:
            return
        piece = content[start:position]
        yield kind, piece
