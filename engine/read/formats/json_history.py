"""JSON document with curves at its top, as `History.history` of Keras is saved."""

from __future__ import annotations

from engine.read.documents.opened import opened
from engine.read.inputs import Reading
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    """Say whether a key of the document is a curve; single scores are none."""
    found = opened(source)
    document = found.document
    if not isinstance(document, dict):
        return False
    names = (curve.name for curve in found.reading.curves)
    return any(isinstance(document.get(name), list | dict) for name in names)


def read(source: Source) -> Reading:
    return opened(source).reading


FORMAT = Format(
    name="json-history",
    label="a JSON history",
    sniff=sniff,
    read=read,
)
