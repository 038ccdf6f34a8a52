"""Bytes of a file to text, whatever wrote them: UTF-8, UTF-16 with and without mark, Latin-1."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS_IN_TEXT = b"\a\b\t\n\v\f\r\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _CONTROLS_IN_TEXT)
_CONTROLS_PER_CHARACTER = 100  # one control character in so many bytes is still a text
# A log that was emptied while its process went on writing begins with zeros, and a crash of the
# machine leaves blocks of them.
_EMPTIED = bytes(8)
_ZEROS = re.compile(rb"\0{8,}+")
_SNIFFED = 4096  # bytes from which an encoding without a mark is guessed
_WIDE_SHARE = 0.5  # of the second bytes are zero in a text of two bytes a character, or more
_TIMES_OTHER = 4  # zeros on that side for each on the other
_UNKNOWN = "\ufffd"
_PIECE = 4_000_000  # bytes that are looked at together: a copy of all of a log may have 100 MB


def text_of(content: bytes) -> str | None:
    """Return the text; None for content that is none."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            text = content[len(mark) :]
            return text.decode(encoding, errors="replace")
    encoding = _wide_encoding(content)
    if encoding:
        return content.decode(encoding, errors="replace")
    if b"\0" in content:
        content = _ZEROS.sub(b"", content)
    if _is_binary(content):
        return None
    return _narrow(content)


def is_ascii_text(content: bytes) -> bool:
    """Say whether the bytes are a text whose encoding needs no guess."""
    return content.isascii() and b"\0" not in content and not _is_binary(content)


def text_of_pieces(pieces: Iterable[bytes]) -> str:
    """Return the text of pieces of UTF-8, which may be cut within a character."""
    text = ""
    for piece in codecs.iterdecode(pieces, "utf-8", errors="replace"):
        text += piece  # grows in its place, where a join would hold all of it twice
    return text


def _wide_encoding(content: bytes) -> str:
    """Return utf-16-le or utf-16-be for a text in which most second bytes are zero.

    Not all are: the line that bars and tables are drawn with (U+2500) has a zero on the other side.
    """
    start = content[:_SNIFFED]
    if start.startswith(_EMPTIED):
        start = start.lstrip(b"\0")
    if len(start) < 4 or b"\0" not in start:
        return ""
    even = start[0::2].count(0)
    odd = start[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    enough = len(start) / 2 * _WIDE_SHARE
    if max(even, odd) < max(enough, _TIMES_OTHER * min(even, odd)):
        return ""
    text = start.decode(encoding, errors="replace")
    if _is_binary(text.encode()):
        return ""
    return encoding


def _is_binary(content: bytes) -> bool:
    controls = 0
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        controls += len(piece) - len(piece.translate(None, _CONTROLS))
    return controls > len(content) // _CONTROLS_PER_CHARACTER


def _narrow(content: bytes) -> str:
    """Decode as UTF-8; as cp1252 where most of what is beyond ASCII is no UTF-8.

    A log of several processes, or one that was cut, is UTF-8 with some broken characters.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    broken = text.count(_UNKNOWN)
    ascii_only = text.encode("ascii", errors="ignore")
    beyond = len(text) - len(ascii_only)
    if beyond > 2 * broken:
        return text
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")
