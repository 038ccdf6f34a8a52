"""A document that reports nothing of a run: a manual, a license, a list of changes.

What it says of losses and errors, and what its examples print, is not about the run of whoever
sends it, so nothing of it is taken.
"""

from __future__ import annotations

from engine.read.formats.words import prose_of_source
from engine.read.inputs import Reading
from engine.read.source import Format, Source

NAME = "document"
WARNING = "is a document about something, and no report of a run: nothing was taken from it"


def sniff(source: Source) -> bool:
    return prose_of_source(source).kind == NAME


def read(source: Source) -> Reading:
    return Reading(warnings=(f"{source.name} {WARNING}",))


FORMAT = Format(
    name=NAME,
    label="a document",
    sniff=sniff,
    read=read,
)
