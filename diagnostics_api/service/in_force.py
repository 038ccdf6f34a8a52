"""The edition in force of the database, as the engine reads it and as the doors show it."""

from __future__ import annotations

import logging
import threading
from typing import cast

from content.derived import MISSING
from diagnostics_api.service.knowledge import KNOWLEDGE, knowledge
from diagnostics_api.service.library import library_of
from diagnostics_api.service.published import Published
from dictionary.editions import edition_in_force
from dictionary.loading.in_force import (
    ContentChangedError,
    Derived,
    derived_in_force,
    newest,
    remember,
    remembered,
)
from dictionary.models import Edition
from web.away import AWAY, is_away

__all__ = ["KNOWLEDGE", "LIBRARY", "ContentChangedError", "published_in_force"]

LIBRARY = Derived("library", library_of)
PUBLISHED = "published"
EDITION = "edition"
ATTEMPTS = 2

logger = logging.getLogger(__name__)
_making = threading.Lock()


def published_in_force() -> Published:
    """Return knowledge and library of the same edition.

    One thread makes a new edition, and the others go on with the one before. While the database is
    away, all go on with what is in memory. Raises NothingLoadedError, also for an unreadable text
    model, ContentChangedError, and the database's error where nothing is in memory.
    """
    before = newest(PUBLISHED)
    try:
        return _of_the_database(before)
    except AWAY as error:
        if before is MISSING or not is_away(error):
            raise
        logger.warning("diagnoses go on from memory, the database is away: %s", error)
        return cast(Published, before)


def edition_of(published: Published) -> Edition | None:
    """Return the edition that an answer was made with, without asking the database."""
    edition = remembered(EDITION, published.knowledge.edition)
    if edition is MISSING:
        return None
    return cast(Edition, edition)


def _of_the_database(before: object) -> Published:
    """`before`: what is in memory of any edition, or MISSING."""
    edition = edition_in_force()
    if edition is not None:
        remember(EDITION, edition.content_hash, edition)
        published = remembered(PUBLISHED, edition.content_hash)
        if published is not MISSING:
            return cast(Published, published)
    is_first = before is MISSING
    if not _making.acquire(blocking=is_first):
        return cast(Published, before)
    try:
        return _made()
    finally:
        _making.release()


def _made() -> Published:
    """Make both, once more where an edit came between, unless another thread has done so."""
    for _ in range(ATTEMPTS):
        known = knowledge()
        published = remembered(PUBLISHED, known.edition)
        if published is not MISSING:
            return cast(Published, published)
        library = derived_in_force(LIBRARY)
        if library is not None and library.edition == known.edition:
            both = Published(known, library)
            remember(PUBLISHED, known.edition, both)
            return both
    raise ContentChangedError("The content was changed while it was read. Try again.")
