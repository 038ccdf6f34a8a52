"""One edition of the content, as the engine reads it and as the doors show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.content import hashed_content_of_folder
from content.text_model import read_text_model
from content.to_knowledge import knowledge_of
from diagnostics_api.service.library import Library, library_of
from engine.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Published:
    knowledge: Knowledge
    library: Library


def published_from_folder(root: Path) -> Published:
    """Read a content folder and the text model beside it, without a database.

    Raises ContentError with all problems, and ValueError for an unreadable text model.
    """
    read = hashed_content_of_folder(root)
    knowledge = knowledge_of(read.content, read.hash, read_text_model(root))
    return Published(knowledge, library_of(read))
