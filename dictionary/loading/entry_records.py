"""Read an entry with everything below it from its row and the rows of its children."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from content import schema
from content.content import Specimen
from dictionary import models
from dictionary.loading.records import built, children, listed, ordered, place

Linking = models.Relation | models.PlannedRelation
Fields = dict[str, Any]

# What a query of entries fetches with them.
CHILDREN = (
    "chapter",
    "aliases",
    "indications__symptom",
    "confirmations__the_check",
    "fixes",
    "relations_out__target",
    "planned_relations__planned",
    "references",
    "sightings",
)
# Columns of JSON, and the records in them.
JSON_RECORDS: dict[str, type[schema.Strict]] = {
    "causes": schema.Cause,
    "find_the_cause": schema.FoundCause,
    "boundaries": schema.Boundary,
    "numbers": schema.Number,
    "other_tools": schema.OtherTool,
}


def entry_record(row: models.FailureMode) -> schema.FailureMode:
    applies_to = schema.AppliesTo.model_construct(**row.applies_to)
    return built(
        schema.FailureMode,
        row,
        id=row.code,
        chapter=row.chapter.slug,
        applies_to=applies_to,
        curve=_curve(row),
        rescue=_rescue(row),
        example=_example(row),
        **_lists(row),
        **_indications(row),
        **_relations(row),
    )


def specimens_of(entries: Iterable[models.FailureMode]) -> dict[str, Specimen]:
    """Return the specimens by the slugs of their entries, sorted."""
    specimens = {}
    for entry in sorted(entries, key=attrgetter("slug")):
        if entry.example_bad or entry.example_good:
            specimens[entry.slug] = _specimen(entry)
    return specimens


def _specimen(row: models.FailureMode) -> Specimen:
    return Specimen(
        row.example_bad,
        row.example_good,
        bad_recording=row.recording_bad,
        good_recording=row.recording_good,
    )


def _curve(row: models.FailureMode) -> schema.Curve | None:
    """Return the curve, None without a preset."""
    if not row.curve_preset:
        return None
    return schema.Curve.model_construct(
        preset=row.curve_preset,
        alt=row.curve_alt,
    )


def _rescue(row: models.FailureMode) -> schema.Rescue | None:
    """Return whether and how a run can be saved, None where the entry does not say."""
    if not row.rescue:
        return None
    return built(
        schema.Rescue,
        row,
        verdict=row.rescue,
        text=row.rescue_text,
    )


def _example(row: models.FailureMode) -> schema.Example | None:
    """Return the example, None without an explanation."""
    if not row.example_explanation:
        return None
    return schema.Example.model_construct(
        difference=row.example_difference,
        series=row.example_series,
        explanation=row.example_explanation,
        expect=row.example_expect,
    )


def _lists(row: models.FailureMode) -> Fields:
    """Return the lists of the entry that need no other row, by the names of their fields."""
    fields: Fields = {
        "aliases": children(schema.Alias, row.aliases),
        "confirmations": [_confirmation(child) for child in ordered(row.confirmations)],
        "fixes": [_fix(child) for child in ordered(row.fixes)],
        "references": children(schema.Reference, row.references),
        "sightings": children(schema.Sighting, row.sightings),
    }
    for name, record in JSON_RECORDS.items():
        column = getattr(row, name)
        fields[name] = listed(record, column)
    return fields


def _confirmation(row: models.Confirmation) -> schema.Confirmation:
    outcomes = listed(schema.ConfirmationOutcome, row.outcomes)
    return built(
        schema.Confirmation,
        row,
        check=row.the_check.slug,
        outcomes=outcomes,
    )


def _fix(row: models.Fix) -> schema.Fix:
    snippets = listed(schema.Snippet, row.snippets)
    apis = listed(schema.Api, row.apis)
    return built(
        schema.Fix,
        row,
        snippets=snippets,
        apis=apis,
    )


def _indications(entry: models.FailureMode) -> Fields:
    """Return indications and contra-indications, by the names of their fields."""
    indications: list[schema.Indication] = []
    contra_indications: list[schema.ContraIndication] = []
    for row in ordered(entry.indications):
        if row.speaks_against:
            contra_indications.append(_contra_indication(row))
        else:
            indications.append(_indication(row))
    return {
        "indications": indications,
        "contra_indications": contra_indications,
    }


def _indication(row: models.Indication) -> schema.Indication:
    return built(
        schema.Indication,
        row,
        symptom=row.symptom.slug,
    )


def _contra_indication(row: models.Indication) -> schema.ContraIndication:
    return built(
        schema.ContraIndication,
        row,
        symptom=row.symptom.slug,
        strength=-row.evoking,
    )


def _relations(entry: models.FailureMode) -> Fields:
    """Return look-alikes and other relations, by the names of their fields."""
    look_alikes: list[schema.LookAlike] = []
    relations: list[schema.Relation] = []
    for row in _links(entry):
        if row.type == models.Relation.Type.LOOK_ALIKE:
            look_alikes.append(_look_alike(row))
        else:
            relations.append(_relation(row))
    return {
        "look_alikes": look_alikes,
        "relations": relations,
    }


def _links(entry: models.FailureMode) -> list[Linking]:
    """Return the links to written and planned entries in one order."""
    rows: list[Linking] = [
        *entry.relations_out.all(),
        *entry.planned_relations.all(),
    ]
    return sorted(rows, key=place)


def _look_alike(row: Linking) -> schema.LookAlike:
    return built(
        schema.LookAlike,
        row,
        failure_mode=_target(row),
        tell_apart=row.note,
    )


def _relation(row: Linking) -> schema.Relation:
    return built(
        schema.Relation,
        row,
        failure_mode=_target(row),
    )


def _target(row: Linking) -> str:
    """Return the slug of the written or planned entry that a link leads to."""
    if isinstance(row, models.PlannedRelation):
        return row.planned.slug
    return row.target.slug
