"""The edition in force of the database, made once per edition and process."""

from __future__ import annotations

import threading
from functools import lru_cache

from diagnostics_api.service.knowledge import knowledge
from diagnostics_api.service.library import library_of
from diagnostics_api.service.published import Published
from dictionary.loading.from_database import content_of_database
from engine.knowledge import Knowledge

_making = threading.Lock()


class EditionChangedError(RuntimeError):
    """The content was edited between the two reads of it."""


def published_in_force() -> Published:
    """Return knowledge and library of the same edition. Raises NothingLoadedError."""
    try:
        return _published_with(knowledge())
    except EditionChangedError:
        return _published_with(knowledge())  # the edit is over: read both anew


def _published_with(known: Knowledge) -> Published:
    with _making:  # threads that ask at once wait for one of them
        return _made(known)


@lru_cache(maxsize=1)
def _made(known: Knowledge) -> Published:
    library = library_of(content_of_database())
    if not library.covers(known):
        raise EditionChangedError("The dictionary was edited while it was read. Try again.")
    return Published(known, library)
