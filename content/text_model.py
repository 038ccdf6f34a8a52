"""Read the trained text model beside the content."""

from __future__ import annotations

from pathlib import Path

from engine.words_model.model import TextModel

TEXT_MODEL = "text_model.npz"  # written by manage.py train_text_model


def read_text_model(root: Path) -> TextModel | None:
    """Return None where no model was trained: free text is then read by its phrasings alone.

    Raises ValueError for a file that is no text model.
    """
    path = root / TEXT_MODEL
    if not path.exists():
        return None
    return TextModel.from_bytes(path.read_bytes())
