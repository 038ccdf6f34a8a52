"""Printed Python dicts, one a row, with bars and warnings in between."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.log.mixed import read_log
from engine.read.source import Format, Source

NAME = "printed-dicts"


def sniff(source: Source) -> bool:
    """Say whether most values of the text stand so."""
    return read_log(source).kind == NAME


def read(source: Source) -> Reading:
    return read_log(source).reading


FORMAT = Format(
    name=NAME,
    label="printed Hugging Face metrics",
    sniff=sniff,
    read=read,
)
