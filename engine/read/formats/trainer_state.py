"""trainer_state.json of the Hugging Face Trainer, with its `log_history`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.read.documents.opened import opened
from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.source import Format, Source

_HISTORY = "log_history"
_NOT_OBJECTS = f"{_HISTORY} must be a list of objects"
# What the state says of its moment; the rest of it are settings of the run.
_OF_MOMENT = ("best_", "is_", "trial_", "total_flos", "num_input_tokens", "stateful_callbacks")


def sniff(source: Source) -> bool:
    return isinstance(_history(source), list)


def read(source: Source) -> Reading:
    """Read one curve per key. Raises ReadError for a history with anything but objects."""
    history = _history(source)
    if not isinstance(history, list) or not all(isinstance(row, dict) for row in history):
        raise ReadError((source.name, _NOT_OBJECTS))
    reading = opened(source).reading
    return replace(
        reading,
        config=_settings(reading.config),
    )


def _settings(state: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in state.items() if not key.startswith(_OF_MOMENT)}


def _history(source: Source) -> object:
    document = opened(source).document
    return document.get(_HISTORY) if isinstance(document, dict) else None


FORMAT = Format(
    name="trainer-state",
    label="a Hugging Face trainer state",
    sniff=sniff,
    read=read,
)
