"""The only bridge between the dictionary and the engine: the content as the engine's Knowledge."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from content import schema
from content.cases import CaseError, TextModelState, text_model_state
from content.content import Content, content_of_files
from content.tree import hash_files, read_files
from dictionary.editions import edition_in_force
from dictionary.loading.from_database import content_of_database
from engine import knowledge as records
from engine.names import normalized
from engine.words_model.model import TextModel

TEXT_MODEL = "text_model.npz"  # beside the content; written by manage.py train_text_model
MARKUP = re.compile(r"\]\([^()]*\)|[*_`#>\[\]]+")

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
    return knowledge_of(content_of_database(), content_hash, text_model(settings.FIXTURES_DIR))


def knowledge_from_files(root: Path) -> records.Knowledge:
    """Read a content folder and its text model, without a database.

    Raises ContentError with all problems, and ValueError for an unreadable model.
    """
    return replace(knowledge_without_model(root), text_model=text_model(root))


def knowledge_without_model(root: Path) -> records.Knowledge:
    """Read a content folder alone. Raises ContentError with all problems."""
    files = read_files(root)
    return knowledge_of(content_of_files(files), hash_files(files))


def text_model(root: Path) -> TextModel | None:
    """Return None where no model was trained: free text is then read by its phrasings alone.

    Raises ValueError with the file's name when it cannot be read.
    """
    path = root / TEXT_MODEL
    if not path.exists():
        return None
    try:
        return TextModel.from_bytes(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}. Run: manage.py train_text_model") from error


def text_model_state_of_files(content: Content, root: Path) -> TextModelState:
    """Compare a content folder's model with its content. Raises ValueError for an unreadable
    file.
    """
    return text_model_state(root, knowledge_of(content, "", text_model(root)))


def text_model_state_in_force() -> TextModelState:
    """Compare the model in use with the database's content, once per edition and process.

    Raises NothingLoadedError, and ValueError for an unreadable model.
    """
    return _remembered_state(knowledge(), settings.FIXTURES_DIR)


@lru_cache(maxsize=1)
def _remembered_state(known: records.Knowledge, root: Path) -> TextModelState:
    try:
        return text_model_state(root, known)
    except CaseError:  # no model was fitted on cases that cannot be read
        return "outdated"


def knowledge_of(
    content: Content, edition: str, model: TextModel | None = None
) -> records.Knowledge:
    statements = {symptom.slug: symptom.statement for symptom in content.symptoms}
    published = [entry for entry in content.failure_modes if entry.status != "draft"]
    return records.Knowledge(
        edition=edition,
        name=content.name,
        failure_modes={entry.slug: _failure_mode(entry, statements) for entry in published},
        symptoms={symptom.slug: _symptom(symptom) for symptom in content.symptoms},
        checks={check.slug: _check(check) for check in content.checks},
        metric_names=_names(content.signals, "metric"),
        config_names=_names(content.signals, "config"),
        text_model=model,
    )


def _failure_mode(entry: schema.FailureMode, statements: dict[str, str]) -> records.FailureMode:
    return records.FailureMode(
        id=entry.id,
        slug=entry.slug,
        term=entry.term,
        chapter=entry.chapter,
        summary=entry.summary,
        prevalence=entry.prevalence,
        urgency=entry.urgency,
        indications=(
            *(records.Indication(i.symptom, i.frequency, i.evoking) for i in entry.indications),
            *(records.Indication(i.symptom, 0, -i.strength) for i in entry.contra_indications),
        ),
        fixes=tuple(
            records.Fix(fix.title, fix.kind, fix.effort, fix.verify) for fix in entry.fixes
        ),
        confirmations=tuple(
            records.Confirmation(c.check, c.if_present, c.if_absent) for c in entry.confirmations
        ),
        text=_plain_text(entry, statements),
    )


def _plain_text(entry: schema.FailureMode, statements: dict[str, str]) -> str:
    parts = [
        entry.term,
        *(alias.text for alias in entry.aliases),
        entry.summary,
        MARKUP.sub(" ", entry.definition),
    ]
    parts += [statements[indication.symptom] for indication in entry.indications]
    parts += [cause.text for cause in entry.causes]
    return "\n".join(parts)


def _symptom(symptom: schema.Symptom) -> records.Symptom:
    return records.Symptom(
        slug=symptom.slug,
        statement=symptom.statement,
        group=symptom.group,
        facet=symptom.facet,
        importance=symptom.importance,
        background=symptom.background,
        detector=symptom.detector,
        phrasings=tuple(symptom.phrasings),
    )


def _check(check: schema.Check) -> records.Check:
    outcomes = tuple(
        records.Outcome(o.symptom, o.question, o.if_yes, o.if_no) for o in check.outcomes
    )
    return records.Check(check.slug, check.title, check.cost, outcomes)


def _names(signals: Iterable[schema.Signal], kind: str) -> dict[str, str]:
    return {
        normalized(name): s.name for s in signals if s.kind == kind for name in (s.name, *s.aliases)
    }
