"""Any other text: its lines may contain errors, warnings and settings."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.log.mixed import read_log
from engine.read.parts.limits import kept_lines
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    return True


def read(source: Source) -> Reading:
    settings = read_log(source).reading.config
    return Reading(config=settings, log=kept_lines(source.lines))


FORMAT = Format(
    name="plain-log",
    label="plain text",
    sniff=sniff,
    read=read,
)
