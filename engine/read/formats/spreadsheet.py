"""Spreadsheets of Excel (.xlsx): each sheet is read as CSV."""

from __future__ import annotations

import csv
import io
import posixpath
import zipfile
import zlib

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.source import Format, Source
from engine.read.stores.members import ZIP_START, clean_path, opened_zip, room_for
from engine.read.stores.sheet_xml import attributes_of, rows_of, texts_of

_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedStrings.xml"
_MAX_SHEETS = 30
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)


class _Book:
    """The parts of a spreadsheet, unpacked one by one within the room of the file."""

    def __init__(self, source: Source, archive: zipfile.ZipFile) -> None:
        self.name = source.name
        self._archive = archive
        self._room = room_for(len(source.content))
        self._parts = set(archive.namelist())

    def part(self, path: str) -> bytes:
        """Return a part, nothing where there is none. Raises ReadError for what is too large."""
        if path not in self._parts:
            return b""
        try:
            with self._archive.open(path) as stream:
                content = stream.read(self._room + 1)
        except _BROKEN as error:
            raise ReadError((self.name, "is a broken spreadsheet: save it again")) from error
        if len(content) > self._room:
            raise ReadError((self.name, "is too large a spreadsheet: save the sheet as CSV"))
        self._room -= len(content)
        return content


def sniff(source: Source) -> bool:
    if not source.content.startswith(ZIP_START):
        return False
    try:
        with opened_zip(source.name, source.content) as archive:
            return _BOOK in archive.namelist()
    except ReadError:
        return False


def read(source: Source) -> Reading:
    """Return the sheets as CSV, under their names. Raises ReadError for a broken spreadsheet."""
    with opened_zip(source.name, source.content) as archive:
        book = _Book(source, archive)
        shared = book.part(_TEXTS)
        texts = texts_of(source.name, shared) if shared else []
        files = []
        for name, path in _sheets(book):
            content = _as_csv(book, path, texts)
            if content:
                file = NamedFile(f"{name}.csv", content)
                files.append(file)
    return Reading(inner=tuple(files))


def _sheets(book: _Book) -> list[tuple[str, str]]:
    """Return name and path of each sheet."""
    links = book.part(_LINKS)
    targets = {}
    if links:
        for link in attributes_of(book.name, links, "Relationship"):
            link_name = link.get("Id", "")
            targets[link_name] = link.get("Target", "")
    sheets = []
    contents = book.part(_BOOK)
    for sheet in attributes_of(book.name, contents, "sheet"):
        link_name = sheet.get("id", "")
        target = targets.get(link_name, "")
        path = posixpath.join("/xl", target)
        path = posixpath.normpath(path)
        title = sheet.get("name", "sheet")
        name = clean_path(title.replace("/", "-"))
        sheets.append((name, path.removeprefix("/")))
    return sheets[:_MAX_SHEETS]


def _as_csv(
    book: _Book,
    path: str,
    texts: list[str],
) -> bytes:
    content = book.part(path)
    if not content:
        return b""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    rows = rows_of(book.name, content, texts)
    writer.writerows(filter(any, rows))
    written = text.getvalue()
    return written.encode()


FORMAT = Format(
    name="spreadsheet",
    label="a spreadsheet",
    sniff=sniff,
    read=read,
)
