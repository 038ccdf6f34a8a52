"""One text or file as every reader of a format gets it, and the record of a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.parts import json_text
from engine.read.parts.limits import MAX_FILE_NAME, frames
from engine.read.parts.names import Names

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_PACKED = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)
_CONTROLS_IN_TEXT = b"\a\b\t\n\v\f\r\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _CONTROLS_IN_TEXT)
_CONTROLS_PER_CHARACTER = 100  # one control character in so many bytes is still a text


@dataclass(frozen=True, eq=False)
class Source:
    """One input: its name, the alias table of metrics, and the bytes of a file or a pasted text.

    What several readers ask for is worked out once, when the first of them asks.
    """

    name: str
    names: Names
    content: bytes = b""
    pasted: str = ""

    @classmethod
    def of_file(cls, file: NamedFile, names: Names) -> Source:
        name = file.name[-MAX_FILE_NAME:]
        return cls(name, names, content=file.content)

    @cached_property
    def text(self) -> str:
        """Decode the content. Raises ReadError for a file that is packed or no text."""
        return decode(self.content, self.name) if self.content else self.pasted

    @cached_property
    def lines(self) -> list[str]:
        """Split the text into lines as a console shows them, without colors; see `frames`."""
        return frames(self.text)

    @cached_property
    def document(self) -> object | None:
        """Parse the text as one JSON document; None for a text that does not start like one.

        Raises ReadError for a text that starts like a JSON document and is broken.
        """
        if not json_text.opens_like_document(self.text):
            return None
        return json_text.parse(self.text, self.name)


class Format(NamedTuple):
    """`name` is part of the answers of the API; `label` are words for people.

    Both functions raise ReadError for a text that is of the format and breaks its rules.
    """

    name: str
    label: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], Reading]


def decode(content: bytes, name: str) -> str:
    """Decode by the byte order mark, else as UTF-8. Raises ReadError for anything but text."""
    packing = _first_mark(content, _PACKED)
    if packing is not None:
        raise ReadError((name, f"is packed ({packing[1]}): unpack it first"))
    mark = _first_mark(content, _BYTE_ORDER_MARKS)
    if mark is not None:
        text = content[len(mark[0]) :]
        return text.decode(mark[1], errors="replace")
    if _is_binary(content):
        raise ReadError((name, "is neither text nor an event file"))
    return content.decode("utf-8", errors="replace")


def _first_mark(
    content: bytes,
    marks: tuple[tuple[bytes, str], ...],
) -> tuple[bytes, str] | None:
    for mark, meaning in marks:
        if content.startswith(mark):
            return mark, meaning
    return None


def _is_binary(content: bytes) -> bool:
    without_controls = content.translate(None, _CONTROLS)
    controls = len(content) - len(without_controls)
    return controls > len(content) // _CONTROLS_PER_CHARACTER
