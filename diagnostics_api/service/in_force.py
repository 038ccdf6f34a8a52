"""The edition in force of the database, as the engine reads it and as the doors show it."""

from __future__ import annotations

from functools import lru_cache

from diagnostics_api.service.knowledge import knowledge
from diagnostics_api.service.library import library_of
from diagnostics_api.service.published import Published
from dictionary.loading.in_force import ContentChangedError, Derived, derived_in_force
from engine.knowledge import Knowledge

__all__ = ["ContentChangedError", "published_in_force"]

LIBRARY = Derived("library", library_of)


def published_in_force() -> Published:
    """Return knowledge and library of the same edition.

    Raises NothingLoadedError, also for an unreadable text model, and ContentChangedError.
    """
    try:
        return _published_with(knowledge())
    except ContentChangedError:  # between the two: ask for both again
        return _published_with(knowledge())


@lru_cache(maxsize=1)
def _published_with(known: Knowledge) -> Published:
    library = derived_in_force(LIBRARY)
    if library is None or library.edition != known.edition:
        raise ContentChangedError("The content was changed while it was read. Try again.")
    return Published(known, library)
