"""One text or file as every reader of a format gets it, and the record of a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.parts import json_text
from engine.read.parts.encodings import is_ascii_text, text_of, text_of_pieces
from engine.read.parts.limits import MAX_FILE_NAME, frames, kept_lines
from engine.read.parts.names import Names
from engine.read.stores.refusals import reason_of


@dataclass(frozen=True, eq=False)
class Source:
    """One input: its name, the alias table of metrics, and the bytes of a file or a pasted text.

    file: that the bytes are of, None where they have none.
    What several readers ask for is worked out once, when the first of them asks; `memo` holds
    what they keep themselves.
    """

    name: str
    names: Names
    content: bytes = b""
    pasted: str = ""
    file: NamedFile | None = None
    memo: dict[str, object] = field(default_factory=dict)

    @classmethod
    def of_file(cls, file: NamedFile, names: Names) -> Source:
        name = file.name[-MAX_FILE_NAME:]
        return cls(name, names, content=file.content, file=file)

    @cached_property
    def text(self) -> str:
        """Decode the content, which is not kept after that: a log may have 100 MB.

        Readers of bytes come before readers of text. Raises ReadError for a file that is no text.
        """
        if not self.content:
            return self.pasted
        if self.file is None or not is_ascii_text(self.content):
            text = decode(self.content, self.name)
            self._let_go()
            return text
        pieces = self.file.pieces()
        self._let_go()  # before the text is made: a file on disk is read again for it
        return text_of_pieces(pieces)

    def _let_go(self) -> None:
        object.__setattr__(self, "content", b"")
        object.__setattr__(self, "file", None)

    @cached_property
    def lines(self) -> list[str]:
        """Split the text into lines as a console shows them, without colors; see `frames`."""
        return frames(self.text)

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The lines that are kept of a log; see `kept_lines`."""
        return kept_lines(self.lines)

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
    """Return the text of a file. Raises ReadError for anything else, with what to send instead."""
    text = text_of(content)
    if text is None:
        raise ReadError((name, reason_of(content)))
    return text
