"""Turn the content into the rows of each table, parents before children."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model

from content.content import Content
from dictionary import models
from dictionary.loading import entry_rows
from dictionary.loading.types import Row, Rows


@dataclass(frozen=True)
class Table:
    """`key` names columns that together are unique; chapter__slug and the like are foreign keys.

    A row that is no longer in the files is deleted. Where that would delete work of readers, it
    gets the values of `retired` instead.
    """

    model: type[Model]
    key: tuple[str, ...]
    rows: Callable[[Content], Rows]
    retired: Row | None = None


def quiz_model() -> type[Model]:
    """Return the model by its name, as a foreign key would: the dictionary imports no quizzes."""
    return apps.get_model("quizzes", "Quiz")


def _chapters(content: Content) -> Rows:
    for position, chapter in enumerate(content.chapters):
        yield {
            **chapter.model_dump(),
            "curve": chapter.curve or "",
            "position": position,
        }


def _signals(content: Content) -> Rows:
    for position, signal in enumerate(content.signals):
        yield {
            **signal.model_dump(),
            "position": position,
        }


def _symptoms(content: Content) -> Rows:
    for position, symptom in enumerate(content.symptoms):
        row = symptom.model_dump(exclude={"phrasings"})
        yield {
            **row,
            "facet": symptom.facet or "",
            "detector": symptom.detector or "",
            "position": position,
        }


def _phrasings(content: Content) -> Rows:
    for symptom in content.symptoms:
        for position, text in enumerate(symptom.phrasings):
            yield {
                "symptom__slug": symptom.slug,
                "text": text,
                "position": position,
            }


def _checks(content: Content) -> Rows:
    for position, check in enumerate(content.checks):
        row = check.model_dump(exclude={"outcomes"})
        yield {
            **row,
            "position": position,
        }


def _outcomes(content: Content) -> Rows:
    for check in content.checks:
        for position, outcome in enumerate(check.outcomes):
            row = outcome.model_dump(exclude={"symptom"})
            yield {
                **row,
                "the_check__slug": check.slug,
                "symptom__slug": outcome.symptom,
                "position": position,
            }


def _sources(content: Content) -> Rows:
    for position, source in enumerate(content.sources):
        yield {
            **source.model_dump(),
            "url": source.url or "",
            "position": position,
        }


def _planned(content: Content) -> Rows:
    for position, planned in enumerate(content.planned):
        yield {
            **planned.model_dump(),
            "position": position,
        }


def _retired(content: Content) -> Rows:
    for position, retired in enumerate(content.retired):
        row = retired.model_dump(exclude={"id"})
        yield {
            **row,
            "code": retired.id,
            "position": position,
        }


def _glossary(content: Content) -> Rows:
    for position, term in enumerate(content.glossary):
        yield {
            **term.model_dump(),
            "position": position,
        }


def _views(content: Content) -> Rows:
    for position, view in enumerate(content.views):
        yield {
            **view.model_dump(),
            "position": position,
        }


def _quizzes(content: Content) -> Rows:
    for position, quiz in enumerate(content.quizzes):
        yield {
            **quiz.model_dump(),
            "position": position,
        }


TABLES: tuple[Table, ...] = (
    Table(models.Chapter, ("slug",), _chapters),
    Table(models.Signal, ("kind", "name"), _signals),
    Table(models.Symptom, ("slug",), _symptoms),
    Table(models.Phrasing, ("symptom__slug", "text"), _phrasings),
    Table(models.Check, ("slug",), _checks),
    Table(models.Outcome, ("the_check__slug", "symptom__slug"), _outcomes),
    Table(models.Source, ("slug",), _sources),
    Table(models.Planned, ("slug",), _planned),
    Table(models.GlossaryTerm, ("slug",), _glossary),
    Table(models.View, ("slug",), _views),
    Table(models.Retired, ("code",), _retired),
    Table(
        models.FailureMode,
        ("code",),
        entry_rows.entries,
    ),
    Table(
        models.Indication,
        ("failure_mode__code", "symptom__slug"),
        entry_rows.indications,
    ),
    Table(
        models.Relation,
        ("source__code", "target__code", "type"),
        entry_rows.relations,
    ),
    Table(
        models.PlannedRelation,
        ("source__code", "planned__slug", "type"),
        entry_rows.planned_relations,
    ),
    Table(
        models.Confirmation,
        ("failure_mode__code", "the_check__slug"),
        entry_rows.confirmations,
    ),
    Table(
        models.Alias,
        ("failure_mode__code", "text"),
        entry_rows.below_entries("aliases"),
    ),
    Table(
        models.Fix,
        ("failure_mode__code", "title"),
        entry_rows.below_entries("fixes"),
    ),
    Table(
        models.Reference,
        ("failure_mode__code", "url"),
        entry_rows.below_entries("references"),
    ),
    Table(
        models.Sighting,
        ("failure_mode__code", "url"),
        entry_rows.below_entries("sightings"),
    ),
    Table(
        quiz_model(),
        ("slug",),
        _quizzes,
        retired={"status": "retired"},
    ),
)
