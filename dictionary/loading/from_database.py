"""Read the content from the database, edits of the admin included.

The records are built without validation, so that an unfinished edit can still be read, shown and
dumped; `load_dictionary --check` finds its problems afterwards.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from content import schema
from content.content import Content
from dictionary import models
from dictionary.loading.entry_records import CHILDREN, entry_record, specimens_of
from dictionary.loading.records import Built, built, listed, ordered
from dictionary.loading.tables import quiz_model


def content_of_database() -> Content:
    """Return chapters, signals, checks and quizzes by position, entries by id."""
    entries = _rows(models.FailureMode, "code", *CHILDREN)
    return Content(
        chapters=_all_built(schema.Chapter, models.Chapter),
        signals=_all_built(schema.Signal, models.Signal),
        symptoms=_symptoms(),
        checks=_checks(),
        failure_modes=tuple(map(entry_record, entries)),
        quizzes=_quizzes(),
        sources=_all_built(schema.Source, models.Source),
        planned=_all_built(schema.Planned, models.Planned),
        glossary=_all_built(schema.GlossaryTerm, models.GlossaryTerm),
        views=_views(),
        retired=_all_retired(),
        specimens=specimens_of(entries),
    )


def _rows(
    model: type[Model],
    order: str,
    *children: str,
) -> list[Any]:
    """Return all rows of a model with their children; those of one place by primary key."""
    manager = model._default_manager
    rows = manager.order_by(order, "pk")
    return list(rows.prefetch_related(*children))


def _all_built(
    record: type[Built],
    model: type[Model],
) -> tuple[Built, ...]:
    """Return a record for each row of a model, in order."""
    rows = _rows(model, "position")
    return tuple(built(record, row) for row in rows)


def _quizzes() -> tuple[schema.Quiz, ...]:
    """Return the quizzes in the order of their page."""
    manager = quiz_model()._default_manager
    rows = manager.order_by("position", "slug")
    return tuple(built(schema.Quiz, row) for row in rows)


def _views() -> tuple[schema.View, ...]:
    rows = _rows(models.View, "position")
    return tuple(map(_view, rows))


def _view(row: models.View) -> schema.View:
    entries = listed(schema.ViewEntry, row.entries)
    return built(
        schema.View,
        row,
        entries=entries,
    )


def _all_retired() -> tuple[schema.Retired, ...]:
    rows = _rows(models.Retired, "position")
    return tuple(map(_retired, rows))


def _retired(row: models.Retired) -> schema.Retired:
    return built(
        schema.Retired,
        row,
        id=row.code,
    )


def _symptoms() -> tuple[schema.Symptom, ...]:
    """Return the symptoms in the order of their groups."""
    rows = _rows(models.Symptom, "position", "phrasings")
    symptoms = [_symptom(row) for row in rows]
    groups = schema.SIGNAL_GROUPS
    symptoms.sort(key=lambda symptom: groups.index(symptom.group))
    return tuple(symptoms)


def _symptom(row: models.Symptom) -> schema.Symptom:
    phrasings = ordered(row.phrasings)
    texts = [phrasing.text for phrasing in phrasings]
    return built(
        schema.Symptom,
        row,
        phrasings=texts,
    )


def _checks() -> tuple[schema.Check, ...]:
    rows = _rows(models.Check, "position", "outcomes__symptom")
    return tuple(map(_check, rows))


def _check(row: models.Check) -> schema.Check:
    rows = ordered(row.outcomes)
    outcomes = [_outcome(outcome) for outcome in rows]
    return built(
        schema.Check,
        row,
        outcomes=outcomes,
    )


def _outcome(row: models.Outcome) -> schema.Outcome:
    return built(
        schema.Outcome,
        row,
        symptom=row.symptom.slug,
    )
