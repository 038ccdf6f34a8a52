"""Turn the content into the rows of each table, parents before children."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

from content import schema
from content.content import Content, Specimen
from dictionary import models

Row = dict[str, Any]
Rows = Iterator[Row]
Link = tuple[str, str, str]  # type of the relation, slug of its target, note


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


def _quizzes(content: Content) -> Rows:
    for position, quiz in enumerate(content.quizzes):
        yield {
            **quiz.model_dump(),
            "position": position,
        }


def _entries(content: Content) -> Rows:
    """Yield entries, numbered from 1 in each chapter."""
    positions: Counter[str] = Counter()
    for entry in content.failure_modes:
        positions[entry.chapter] += 1
        position = positions[entry.chapter]
        specimen = content.specimens.get(entry.slug, NO_SPECIMEN)
        yield _entry(entry, specimen, position)


NO_SPECIMEN = Specimen("", "")
SAME_IN_BOTH = {
    "slug",
    "term",
    "summary",
    "phase",
    "kind",
    "severity",
    "severity_reason",
    "silence",
    "prevalence",
    "urgency",
    "definition",
    "mechanism",
    "status",
    "since",
    "changed",
}


def _entry(entry: schema.FailureMode, specimen: Specimen, position: int) -> Row:
    return {
        **entry.model_dump(include=SAME_IN_BOTH),
        **_optional_parts(entry),
        "code": entry.id,
        "chapter__slug": entry.chapter,
        "position": position,
        "applies_to": entry.applies_to.model_dump(),
        "causes": [cause.model_dump() for cause in entry.causes],
        "rescue": entry.rescue.verdict,
        "rescue_text": entry.rescue.text,
        "example_bad": specimen.bad,
        "example_good": specimen.good,
        "recording_bad": specimen.bad_recording,
        "recording_good": specimen.good_recording,
    }


def _optional_parts(entry: schema.FailureMode) -> Row:
    """Return the columns of curve and example, empty where the entry has none."""
    row = {
        "curve_preset": "",
        "curve_alt": "",
        "example_explanation": "",
    }
    if entry.curve:
        row["curve_preset"] = entry.curve.preset
        row["curve_alt"] = entry.curve.alt
    if entry.example:
        row["example_explanation"] = entry.example.explanation
    return row


def _indications(content: Content) -> Rows:
    for entry in content.failure_modes:
        for position, row in enumerate(_indications_of(entry)):
            row["position"] = position
            yield row


def _indications_of(entry: schema.FailureMode) -> Rows:
    """Yield indications, then contra-indications: no frequency, and an evoking strength below 0."""
    for indication in entry.indications:
        yield {
            "failure_mode__code": entry.id,
            "symptom__slug": indication.symptom,
            "frequency": indication.frequency,
            "evoking": indication.evoking,
            "note": indication.note or "",
        }
    for contra_indication in entry.contra_indications:
        yield {
            "failure_mode__code": entry.id,
            "symptom__slug": contra_indication.symptom,
            "frequency": 0,
            "evoking": -contra_indication.strength,
            "note": contra_indication.note or "",
        }


def _relations(content: Content) -> Rows:
    codes = {entry.slug: entry.id for entry in content.failure_modes}
    for entry in content.failure_modes:
        for position, (kind, target, note) in enumerate(_links(entry)):
            yield {
                "source__code": entry.id,
                "target__code": codes[target],
                "type": kind,
                "note": note,
                "position": position,
            }


def _links(entry: schema.FailureMode) -> Iterator[Link]:
    for look_alike in entry.look_alikes:
        yield "look-alike", look_alike.failure_mode, look_alike.tell_apart
    for relation in entry.relations:
        yield relation.type, relation.failure_mode, relation.note


def _confirmations(content: Content) -> Rows:
    for entry in content.failure_modes:
        for position, confirmation in enumerate(entry.confirmations):
            yield {
                "failure_mode__code": entry.id,
                "the_check__slug": confirmation.check,
                "if_present": confirmation.if_present,
                "if_absent": confirmation.if_absent,
                "position": position,
            }


def _below_entries(field: str) -> Callable[[Content], Rows]:
    """Return the rows of a list whose records have the columns' names."""

    def rows(content: Content) -> Rows:
        for entry in content.failure_modes:
            records: Sequence[schema.Strict] = getattr(entry, field)
            for position, record in enumerate(records):
                yield {
                    "failure_mode__code": entry.id,
                    **_without_none(record),
                    "position": position,
                }

    return rows


def _without_none(record: schema.Strict) -> Row:
    """Return the record's values, with an empty text for None."""
    row = record.model_dump()
    for name, value in row.items():
        if value is None:
            row[name] = ""
    return row


TABLES: tuple[Table, ...] = (
    Table(models.Chapter, ("slug",), _chapters),
    Table(models.Signal, ("kind", "name"), _signals),
    Table(models.Symptom, ("slug",), _symptoms),
    Table(models.Phrasing, ("symptom__slug", "text"), _phrasings),
    Table(models.Check, ("slug",), _checks),
    Table(models.Outcome, ("the_check__slug", "symptom__slug"), _outcomes),
    Table(models.Source, ("slug",), _sources),
    Table(models.FailureMode, ("code",), _entries),
    Table(models.Indication, ("failure_mode__code", "symptom__slug"), _indications),
    Table(models.Relation, ("source__code", "target__code", "type"), _relations),
    Table(models.Confirmation, ("failure_mode__code", "the_check__slug"), _confirmations),
    Table(models.Alias, ("failure_mode__code", "text"), _below_entries("aliases")),
    Table(models.Fix, ("failure_mode__code", "title"), _below_entries("fixes")),
    Table(models.Reference, ("failure_mode__code", "url"), _below_entries("references")),
    Table(quiz_model(), ("slug",), _quizzes, retired={"status": "retired"}),
)
