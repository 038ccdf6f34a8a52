"""Read what a specimen printed while it trained: JSON lines, under the names that it wrote."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.names import normalized
from engine.read import Inputs, NamedFile, ReadError, read_case
from engine.read.parts.json_text import parse_row
from engine.run import Case

FORMAT = "json-lines"


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Tables in which each name of a recording stands for itself: they are canonical already."""

    metric_names: Mapping[str, str]
    config_names: Mapping[str, str] = field(default_factory=dict)


@functools.lru_cache(maxsize=512)  # the rules, the figures and the thumbnail read the same texts
def read_recording(text: str) -> Case:
    """Return an empty case for an empty text. Raise ReadError for what cannot be read."""
    file = NamedFile("recording", text.encode())
    return read_case(Inputs(files=(file,)), OwnNames(_own_names(text)))


def _own_names(text: str) -> dict[str, str]:
    rows = filter(None, map(parse_row, text.splitlines()))
    return {normalized(key): key for row in rows for key in row}


def recording_fault(text: str) -> str:
    """Say why a recording shows nothing, or too little; empty for a good one."""
    if not text.endswith("\n"):
        return "is broken off: its last line has no end"
    try:
        case = read_recording(text)
    except ReadError as error:
        return f"cannot be read: {error}"
    formats = {source.format for source in case.read_as}
    if formats != {FORMAT}:
        return "must be JSON lines, as the program prints them"
    if not case.series and not case.layers:
        return "has no curve"
    return ""
