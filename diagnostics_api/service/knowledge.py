"""The only bridge between the dictionary and the engine: the content as the engine's Knowledge."""

from __future__ import annotations

import threading
from functools import lru_cache

from django.conf import settings

from content.text_model import read_text_model
from content.to_knowledge import knowledge_of
from dictionary.editions import edition_in_force
from dictionary.loading.from_database import content_of_database
from engine import knowledge as records

_making = threading.Lock()


class NothingLoadedError(RuntimeError):
    """The database holds no content yet."""


def knowledge() -> records.Knowledge:
    """Return the content of the database, made once per edition and process. Raises
    NothingLoadedError.
    """
    edition = edition_in_force()
    if edition is None:
        raise NothingLoadedError("The dictionary is empty. Run: manage.py load_dictionary")
    with _making:  # threads that ask at once wait for one of them instead of each making it
        return _knowledge_of_database(edition.content_hash)


@lru_cache(maxsize=1)
def _knowledge_of_database(content_hash: str) -> records.Knowledge:
    return knowledge_of(content_of_database(), content_hash, read_text_model(settings.FIXTURES_DIR))
