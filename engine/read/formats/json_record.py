"""JSON document with a mapping `metrics` or `history`, and the configuration around it."""

from __future__ import annotations

from engine.read.documents.opened import opened
from engine.read.inputs import Reading
from engine.read.source import Format, Source

_KEYS = ("metrics", "history")


def sniff(source: Source) -> bool:
    """Say whether there is such a mapping and curves; `metrics` of a configuration has none."""
    found = opened(source)
    document = found.document
    if not isinstance(document, dict) or not found.has_curves:
        return False
    return any(isinstance(document.get(key), dict) for key in _KEYS)


def read(source: Source) -> Reading:
    return opened(source).reading


FORMAT = Format(
    name="json-record",
    label="a JSON record",
    sniff=sniff,
    read=read,
)
