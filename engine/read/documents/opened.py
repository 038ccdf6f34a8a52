"""The JSON document of a source, as far as it can be read, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from engine.read.documents.broken_json import mended
from engine.read.documents.walk import read_document
from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.json_text import STANDS_TWICE
from engine.read.source import Source

_MEMO = "json-document"
_TAG = "-tag-"  # TensorBoard names the download of a curve run-RUN-tag-TAG.json
_MORE_FOLLOWS = "Extra data"
# A list of other things is a line of a log as often.
_OPENS_WITH_OBJECTS = re.compile(r"\s{0,200}(?:\{|\[\s{0,200}\{)")


class Opened(NamedTuple):
    """document: None for a text that is no document. has_curves: or layers, classes, texts."""

    document: object | None
    reading: Reading
    has_curves: bool = False


_NOTHING = Opened(None, Reading())


def opened(source: Source) -> Opened:
    """Read the document once for all formats that ask.

    Raises ReadError for a text that starts like a document, is broken, and holds no curve up to
    there.
    """
    known = source.memo.get(_MEMO)
    if not isinstance(known, Opened):
        known = _opened(source)
        source.memo[_MEMO] = known
    return known


def _opened(source: Source) -> Opened:
    try:
        document = source.document
    except ReadError as error:
        return _as_far_as_it_goes(source, error)
    return _walked(source, document)


def _walked(source: Source, document: object) -> Opened:
    if not isinstance(document, dict | list):
        return _NOTHING
    found = read_document(document, source.names, source.name, title_of(source.name))
    return Opened(document, found.reading(), bool(found))


def _as_far_as_it_goes(source: Source, error: ReadError) -> Opened:
    """Read a broken document. Raises the error again where no curve stands in front of the fault.

    A document with other text behind it is a log that begins with one.
    """
    part = mended(source.text)
    if part is not None and not _is_many_lists(part.document):
        found = _walked(source, part.document)
        if found.has_curves or (not part.line and found.document is not None):
            return _warned(found, _warning(source.name, part.line, error))
    opens_with_rows = _OPENS_WITH_OBJECTS.match(source.text) is not None
    if _MORE_FOLLOWS in str(error) or not opens_with_rows:
        return _NOTHING
    raise error


def _is_many_lists(document: object) -> bool:
    """Return whether a log prints a list a line, which is a table."""
    return isinstance(document, list) and not any(isinstance(each, dict) for each in document)


def _warning(
    name: str,
    line: int,
    error: ReadError,
) -> str:
    """Say what is not as it should be; nothing where only the spelling is another one."""
    if line:
        return f"{name}:{line}: not JSON from here on: read up to this line"
    if STANDS_TWICE in str(error):
        return f"{error}: the last one counts"
    return ""


def _warned(found: Opened, warning: str) -> Opened:
    if not warning:
        return found
    reading = found.reading
    return found._replace(reading=replace(reading, warnings=(*reading.warnings, warning)))


def title_of(name: str) -> str:
    """Return the name of a curve that only the file names."""
    stem = name.rpartition("/")[2].rpartition(".")[0] or name
    return stem.rpartition(_TAG)[2] or stem
