"""XML of a spreadsheet (.xlsx), as a stream of events without entities or document types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from engine.read.errors import ReadError

MAX_COLUMNS = 500
_LETTERS = 26
_ROW = "row"
_CELL = "c"
_TEXT = "t"
_SHARED_ITEM = "si"
_PHONETIC = "rPh"  # how a Japanese word is spoken, beside the word
_VALUES = {"v", "t"}
_SHARED = "s"
_FLAG = "b"
_FLAG_WORDS = {"1": "true", "0": "false"}

_Start = Callable[[str, dict[str, str]], None]
_End = Callable[[str], None]


@dataclass
class _Parts:
    """What is collected while the XML goes by."""

    texts: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    kind: str = ""
    column: int = 0
    is_value: bool = False
    phonetic: int = 0


def texts_of(name: str, content: bytes) -> list[str]:
    """Return the shared texts in their order. Raises ReadError for XML that is broken."""
    parts = _Parts()

    def start(tag: str, _: dict[str, str]) -> None:
        local = _local(tag)
        parts.phonetic += local == _PHONETIC
        parts.is_value = local == _TEXT and not parts.phonetic

    def end(tag: str) -> None:
        local = _local(tag)
        parts.phonetic -= local == _PHONETIC
        parts.is_value = False
        if local == _SHARED_ITEM:
            text = "".join(parts.pieces)
            parts.texts.append(text)
            parts.pieces = []

    handlers = (start, end)
    _parse(
        name,
        content,
        handlers,
        parts,
    )
    return parts.texts


def rows_of(
    name: str,
    content: bytes,
    texts: list[str],
) -> list[list[str]]:
    """Return the cells of a sheet; cells beyond MAX_COLUMNS are left out.

    Raises ReadError for XML that is broken.
    """
    parts = _Parts()

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = _local(tag)
        if local == _ROW:
            parts.row = []
        elif local == _CELL:
            parts.kind = attributes.get("t", "")
            reference = attributes.get("r", "")
            parts.column = _column(reference, len(parts.row))
            parts.pieces = []
        parts.is_value = local in _VALUES

    def end(tag: str) -> None:
        local = _local(tag)
        parts.is_value = False
        if local == _CELL:
            _put(parts, texts)
        elif local == _ROW:
            parts.rows.append(parts.row)

    handlers = (start, end)
    _parse(
        name,
        content,
        handlers,
        parts,
    )
    return parts.rows


def attributes_of(
    name: str,
    content: bytes,
    wanted: str,
) -> Iterator[dict[str, str]]:
    """Return the attributes of each element of a name. Raises ReadError for broken XML."""
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == wanted:
            plain = {}
            for key, value in attributes.items():
                plain[_local(key)] = value
            found.append(plain)

    def end(_: str) -> None:
        """Nothing ends here."""

    handlers = (start, end)
    _parse(
        name,
        content,
        handlers,
        _Parts(),
    )
    return iter(found)


def _parse(
    name: str,
    content: bytes,
    handlers: tuple[_Start, _End],
    parts: _Parts,
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = handlers[0]
    parser.EndElementHandler = handlers[1]

    def characters(text: str) -> None:
        if parts.is_value:
            parts.pieces.append(text)

    def document_type(*_: object) -> None:
        detail = "holds a document type, which is not read: save it again or as CSV"
        raise ReadError((name, detail))

    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = document_type
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        detail = f"is a broken spreadsheet: {error}"
        raise ReadError((name, detail)) from error


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _column(
    reference: str,
    default: int,
) -> int:
    """Return the position that the letters of a reference such as `AB7` name."""
    position = 0
    for character in reference[:8]:
        if not "A" <= character <= "Z":
            break
        letter = ord(character) - ord("A") + 1
        position = position * _LETTERS + letter
    return position - 1 if position else default


def _put(parts: _Parts, texts: list[str]) -> None:
    """Write the cell that ends into its row."""
    if not len(parts.row) <= parts.column < MAX_COLUMNS:
        return
    text = "".join(parts.pieces)
    if parts.kind == _SHARED:
        text = _shared(text, texts)
    elif parts.kind == _FLAG:
        text = _FLAG_WORDS.get(text, text)
    missing = parts.column - len(parts.row)
    parts.row.extend([""] * missing)
    parts.row.append(text)


def _shared(index: str, texts: list[str]) -> str:
    """Return the shared text that a cell names, empty where there is none."""
    if not index.isdecimal():
        return ""
    position = int(index)
    if position >= len(texts):
        return ""
    return texts[position]
