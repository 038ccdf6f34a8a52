"""Read what sentence vectors add to the text model, where the extra `semantic` is installed."""

from __future__ import annotations

import logging
from pathlib import Path

from engine.knowledge import TextModel
from engine.semantic.addition import Addition
from engine.semantic.minilm import MiniLm, is_installed
from engine.semantic.model import joined

SEMANTIC_MODEL = "semantic_model.npz"  # written by manage.py train_semantic_model

logger = logging.getLogger(__name__)


def with_vectors(words: TextModel, root: Path) -> TextModel:
    """Return the text model with sentence vectors; the same one where there are none to be had.

    A file that does not fit is told in the log and passed over: it is an extra, and the words
    answer without it.
    """
    path = root / SEMANTIC_MODEL
    if not path.exists() or not is_installed():
        return words
    try:
        addition = Addition.from_bytes(path.read_bytes())
        return joined(words, MiniLm(), addition)
    except (OSError, ValueError) as error:
        logger.warning("%s: %s. Run: manage.py train_semantic_model", path.name, error)
        return words
