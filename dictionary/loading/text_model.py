"""Whether the text model was fitted on the examples of an edition: a second of work, done once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from content.cases import TextModelState, text_model_version
from dictionary.loading.in_force import kept


def kept_state(edition: str, root: Path, compare: Callable[[], TextModelState]) -> TextModelState:
    """Return the state that a process has found for an edition and these files, else compare."""
    name = f"text-model-{text_model_version(root)}"
    return kept(name, edition, compare)
