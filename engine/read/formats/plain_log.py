"""Any other text: its lines may contain errors, warnings and settings."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.log.mixed import read_log
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    return True


def read(source: Source) -> Reading:
    found = read_log(source).reading
    log = found.log if found.code else source.kept
    return Reading(config=found.config, log=log, code=found.code)


FORMAT = Format(
    name="plain-log",
    label="plain text",
    sniff=sniff,
    read=read,
)
