"""JSON list with one object for each logged row."""

from __future__ import annotations

from engine.read.documents.opened import opened
from engine.read.documents.rows import are_rows
from engine.read.inputs import Reading
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    """Say whether the objects of a list are rows; what stands between them is left out."""
    document = opened(source).document
    if not isinstance(document, list):
        return False
    rows = [row for row in document if isinstance(row, dict)]
    return document == [] or are_rows(rows, "", source.names)


def read(source: Source) -> Reading:
    return opened(source).reading


FORMAT = Format(
    name="json-rows",
    label="JSON rows",
    sniff=sniff,
    read=read,
)
