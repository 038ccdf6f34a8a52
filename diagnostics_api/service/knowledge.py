"""The only bridge between the dictionary and the engine: the content as the engine's Knowledge."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from django.conf import settings

from content.cases import CaseError, TextModelState, text_model_state
from content.content import HashedContent
from content.to_knowledge import knowledge_of, with_measured
from dictionary.loading.in_force import Derived, derived_in_force
from dictionary.loading.text_model import kept_state
from engine.knowledge import Knowledge
from engine.observe import undescribed
from engine.observe.words.phrase_index import fit_phrase_index

NAMED = 3  # missing symptoms that a message names

_reading = threading.Lock()


class NothingLoadedError(RuntimeError):
    """The database has no content that diagnoses can be made with."""


class OutdatedContentError(NothingLoadedError):
    """The content in force is older than the engine: it does not describe all that is measured."""


class UnreadableTextModelError(NothingLoadedError, ValueError):
    """A file beside the content, the text model or the counts, is there and cannot be read."""


def _made(hashed: HashedContent) -> Knowledge:
    """Return everything but the text model and the counts, which are files of their own."""
    without = knowledge_of(hashed.content, hashed.hash)
    return replace(without, phrases=fit_phrase_index(without.symptoms))


KNOWLEDGE = Derived("knowledge", _made)


def knowledge() -> Knowledge:
    """Return the Knowledge of the edition in force, with the text model and the counts.

    Raises NothingLoadedError, OutdatedContentError and UnreadableTextModelError.
    """
    in_force = derived_in_force(KNOWLEDGE)
    if in_force is None:
        raise NothingLoadedError("The dictionary is empty. Run: manage.py load_dictionary")
    missing = undescribed(in_force)
    if missing:
        names = ", ".join(missing[:NAMED])
        raise OutdatedContentError(
            f"The content in force is older than the engine: {len(missing)} measured symptoms have "
            f"no record ({names}). Run: manage.py load_dictionary"
        )
    with _reading:  # threads that ask at once wait for one of them instead of each reading it
        return _with_measured(in_force, settings.FIXTURES_DIR)


@lru_cache(maxsize=1)
def _with_measured(in_force: Knowledge, root: Path) -> Knowledge:
    try:
        return with_measured(in_force, root)
    except ValueError as error:
        raise UnreadableTextModelError(str(error)) from error


def text_model_state_in_force() -> TextModelState:
    """Compare the model in use with the database's content, once per edition, for every process.

    load_dictionary does it before an edition comes into force. Raises NothingLoadedError and
    UnreadableTextModelError.
    """
    return _remembered_state(knowledge(), settings.FIXTURES_DIR)


@lru_cache(maxsize=1)
def _remembered_state(known: Knowledge, root: Path) -> TextModelState:
    return kept_state(known.edition, root, partial(_state, known, root))


def _state(known: Knowledge, root: Path) -> TextModelState:
    try:
        return text_model_state(root, known)
    except CaseError:  # no model was fitted on cases that cannot be read
        return "outdated"
