"""JSON list with one object for each logged row."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.parts.logged_rows import objects_in, read_logged_rows
from engine.read.source import Format, Source

_NOT_OBJECTS = "a JSON list must hold objects, one for each logged row"


def sniff(source: Source) -> bool:
    return isinstance(source.document, list)


def read(source: Source) -> Reading:
    """Read one curve per key. Raises ReadError for a list with anything but objects."""
    rows = objects_in(source.document, source.name, _NOT_OBJECTS)
    return read_logged_rows(rows, source.name)


FORMAT = Format(
    name="json-rows",
    label="JSON rows",
    sniff=sniff,
    read=read,
)
