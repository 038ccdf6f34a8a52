"""trainer_state.json of the Hugging Face Trainer, with its `log_history`."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.parts.logged_rows import objects_in, read_logged_rows
from engine.read.source import Format, Source

_HISTORY = "log_history"
_NOT_OBJECTS = f"{_HISTORY} must be a list of objects"


def sniff(source: Source) -> bool:
    return isinstance(_history(source), list)


def read(source: Source) -> Reading:
    """Read one curve per key. Raises ReadError for a history with anything but objects."""
    history = _history(source)
    rows = objects_in(history, source.name, _NOT_OBJECTS)
    return read_logged_rows(rows, source.name)


def _history(source: Source) -> object:
    document = source.document
    if not isinstance(document, dict):
        return None
    return document.get(_HISTORY)


FORMAT = Format(
    name="trainer-state",
    label="a Hugging Face trainer state",
    sniff=sniff,
    read=read,
)
