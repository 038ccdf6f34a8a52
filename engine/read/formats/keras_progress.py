"""Progress lines of Keras and Paddle, whose values are means since the start of the epoch."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.log.mixed import read_log
from engine.read.source import Format, Source

NAME = "keras-progress"


def sniff(source: Source) -> bool:
    """Say whether most values of the text stand so."""
    return read_log(source).kind == NAME


def read(source: Source) -> Reading:
    return read_log(source).reading


FORMAT = Format(
    name=NAME,
    label="Keras progress lines",
    sniff=sniff,
    read=read,
)
