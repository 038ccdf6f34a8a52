"""The content as the rows that the database should hold, table by table, parents before
children.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

from content import schema
from content.content import Content, Specimen
from dictionary import models

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """`key` names the columns that tell rows apart; chapter__slug and the like are foreign keys.

    A row that is no longer in the files is deleted. Where that would delete what people did, it
    gets the values of `retired` instead.
    """

    model: type[Model]
    key: tuple[str, ...]
    rows: Callable[[Content], Iterator[Row]]
    retired: Row | None = None


def quiz_model() -> type[Model]:
    """Return the model by its name, as a foreign key would: the dictionary imports no quizzes."""
    return apps.get_model("quizzes", "Quiz")


def _chapters(content: Content) -> Iterator[Row]:
    for position, chapter in enumerate(content.chapters):
        yield {**chapter.model_dump(), "curve": chapter.curve or "", "position": position}


def _signals(content: Content) -> Iterator[Row]:
    for position, signal in enumerate(content.signals):
        yield {**signal.model_dump(), "position": position}


def _symptoms(content: Content) -> Iterator[Row]:
    for position, symptom in enumerate(content.symptoms):
        row = symptom.model_dump(exclude={"phrasings"})
        yield {
            **row,
            "facet": symptom.facet or "",
            "detector": symptom.detector or "",
            "position": position,
        }


def _phrasings(content: Content) -> Iterator[Row]:
    for symptom in content.symptoms:
        for position, text in enumerate(symptom.phrasings):
            yield {"symptom__slug": symptom.slug, "text": text, "position": position}


def _checks(content: Content) -> Iterator[Row]:
    for position, check in enumerate(content.checks):
        yield {**check.model_dump(exclude={"outcomes"}), "position": position}


def _outcomes(content: Content) -> Iterator[Row]:
    for check in content.checks:
        for position, outcome in enumerate(check.outcomes):
            row = outcome.model_dump(exclude={"symptom"})
            yield {
                **row,
                "the_check__slug": check.slug,
                "symptom__slug": outcome.symptom,
                "position": position,
            }


def _quizzes(content: Content) -> Iterator[Row]:
    for position, quiz in enumerate(content.quizzes):
        yield {**quiz.model_dump(), "position": position}


def _entries(content: Content) -> Iterator[Row]:
    places: dict[str, int] = {}
    for entry in content.failure_modes:
        places[entry.chapter] = places.get(entry.chapter, 0) + 1
        yield _entry(
            entry, content.specimens.get(entry.slug, Specimen("", "")), places[entry.chapter]
        )


SAME_IN_BOTH = {
    *(
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
    ),
    *("definition", "mechanism", "status", "since", "changed"),
}


def _entry(entry: schema.FailureMode, specimen: Specimen, position: int) -> Row:
    return {
        **entry.model_dump(include=SAME_IN_BOTH),
        "code": entry.id,
        "chapter__slug": entry.chapter,
        "position": position,
        "applies_to": entry.applies_to.model_dump(),
        "causes": [cause.model_dump() for cause in entry.causes],
        "curve_preset": entry.curve.preset if entry.curve else "",
        "curve_alt": entry.curve.alt if entry.curve else "",
        "rescue": entry.rescue.verdict,
        "rescue_text": entry.rescue.text,
        "example_explanation": entry.example.explanation if entry.example else "",
        "example_bad": specimen.bad,
        "example_good": specimen.good,
    }


def _indications(content: Content) -> Iterator[Row]:
    for entry in content.failure_modes:
        scores = [
            (item.symptom, item.frequency, item.evoking, item.note) for item in entry.indications
        ]
        scores += [
            (item.symptom, 0, -item.strength, item.note) for item in entry.contra_indications
        ]
        for position, (symptom, frequency, evoking, note) in enumerate(scores):
            row = {
                "frequency": frequency,
                "evoking": evoking,
                "note": note or "",
                "position": position,
            }
            yield {"failure_mode__code": entry.id, "symptom__slug": symptom, **row}


def _relations(content: Content) -> Iterator[Row]:
    codes = {entry.slug: entry.id for entry in content.failure_modes}
    for entry in content.failure_modes:
        links = [("look-alike", item.failure_mode, item.tell_apart) for item in entry.look_alikes]
        links += [(item.type, item.failure_mode, item.note) for item in entry.relations]
        for position, (kind, target, note) in enumerate(links):
            ends = {"source__code": entry.id, "target__code": codes[target]}
            yield {**ends, "type": kind, "note": note, "position": position}


def _confirmations(content: Content) -> Iterator[Row]:
    for entry in content.failure_modes:
        for position, item in enumerate(entry.confirmations):
            row = {"if_present": item.if_present, "if_absent": item.if_absent, "position": position}
            yield {"failure_mode__code": entry.id, "the_check__slug": item.check, **row}


def _below_entries(field: str) -> Callable[[Content], Iterator[Row]]:
    """Rows of a list whose records have the columns' names: aliases, fixes, references."""

    def rows(content: Content) -> Iterator[Row]:
        for entry in content.failure_modes:
            items: Sequence[schema.Strict] = getattr(entry, field)
            for position, item in enumerate(items):
                row = {
                    name: "" if value is None else value
                    for name, value in item.model_dump().items()
                }
                yield {"failure_mode__code": entry.id, **row, "position": position}

    return rows


TABLES: tuple[Table, ...] = (
    Table(models.Chapter, ("slug",), _chapters),
    Table(models.Signal, ("kind", "name"), _signals),
    Table(models.Symptom, ("slug",), _symptoms),
    Table(models.Phrasing, ("symptom__slug", "text"), _phrasings),
    Table(models.Check, ("slug",), _checks),
    Table(models.Outcome, ("the_check__slug", "symptom__slug"), _outcomes),
    Table(models.FailureMode, ("code",), _entries),
    Table(models.Indication, ("failure_mode__code", "symptom__slug"), _indications),
    Table(models.Relation, ("source__code", "target__code", "type"), _relations),
    Table(models.Confirmation, ("failure_mode__code", "the_check__slug"), _confirmations),
    Table(models.Alias, ("failure_mode__code", "text"), _below_entries("aliases")),
    Table(models.Fix, ("failure_mode__code", "title"), _below_entries("fixes")),
    Table(models.Reference, ("failure_mode__code", "url"), _below_entries("references")),
    Table(quiz_model(), ("slug",), _quizzes, retired={"status": "retired"}),
)
