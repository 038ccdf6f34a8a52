"""JSON object without curves: a configuration."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    return isinstance(source.document, dict)


def read(source: Source) -> Reading:
    document = source.document
    return Reading(config=document) if isinstance(document, dict) else Reading()


FORMAT = Format(
    name="json-config",
    label="a JSON configuration",
    sniff=sniff,
    read=read,
)
