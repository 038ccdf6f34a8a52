"""JSON document with curves in any other place, or with the results of a finished model."""

from __future__ import annotations

from engine.read.documents.opened import opened
from engine.read.inputs import Reading
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    found = opened(source)
    return found.has_curves or isinstance(found.document, list)


def read(source: Source) -> Reading:
    """Read the curves, and everything else as configuration; see `documents/walk.py`."""
    return opened(source).reading


FORMAT = Format(
    name="json-document",
    label="a JSON document",
    sniff=sniff,
    read=read,
)
