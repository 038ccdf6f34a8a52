"""JSON object without curves: a configuration."""

from __future__ import annotations

from engine.read.documents.opened import opened
from engine.read.inputs import Reading
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    return isinstance(opened(source).document, dict)


def read(source: Source) -> Reading:
    return opened(source).reading


FORMAT = Format(
    name="json-config",
    label="a JSON configuration",
    sniff=sniff,
    read=read,
)
