"""One edition of the content, as the engine reads it and as the doors show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.content import hashed_content_of_folder
from content.to_knowledge import knowledge_of, with_measured
from diagnostics_api.service.library import Library, library_of
from engine.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Published:
    knowledge: Knowledge
    library: Library


def published_from_folder(root: Path) -> Published:
    """Read a content folder, and the text model and counts beside it, without a database.

    Raises ContentError with all problems, and ValueError for an unreadable model or counts.
    """
    read = hashed_content_of_folder(root)
    knowledge = knowledge_of(read.content, read.hash)
    return Published(with_measured(knowledge, root), library_of(read))
