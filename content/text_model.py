"""Read the trained text model beside the content."""

from __future__ import annotations

from pathlib import Path

from content.semantic_model import with_vectors
from engine import knowledge
from engine.words_model.packed import PackedTextModel

TEXT_MODEL = "text_model.npz"  # written by manage.py train_text_model


def read_text_model(root: Path) -> knowledge.TextModel | None:
    """Return None where no model was trained: free text is then read by its phrasings alone.

    With the extra `semantic` and a file fitted with it, sentence vectors stand beside the words.

    Raises ValueError with the file's name when it cannot be read.
    """
    path = root / TEXT_MODEL
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ValueError(f"{path.name}: {error.strerror}") from error

    try:
        words = PackedTextModel(data)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}. Run: manage.py train_text_model") from error
    return with_vectors(words, root)
