"""Read what a specimen printed while it trained: JSON lines, under the names that it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.read import Inputs, NamedFile, ReadError, read_case
from engine.run import Case

FORMAT = "json-lines"


@dataclass(frozen=True, slots=True)
class OwnNames:
    """No alias tables: recordings use the canonical names already."""

    metric_names: Mapping[str, str] = field(default_factory=dict)
    config_names: Mapping[str, str] = field(default_factory=dict)


def read_recording(text: str) -> Case:
    """Return an empty case for an empty text. Raise ReadError for what cannot be read."""
    file = NamedFile("recording", text.encode())
    return read_case(Inputs(files=(file,)), OwnNames())


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
