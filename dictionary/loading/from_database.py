"""Read the content from the database, edits of the admin included.

The records are built without validation, so that an unfinished edit can still be read, shown and
dumped; `load_dictionary --check` finds its problems afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, TypeVar, cast

from django.db.models import Model

from content import schema
from content.content import Content, Specimen
from dictionary import models
from dictionary.loading.tables import quiz_model

Built = TypeVar("Built", bound=schema.Strict)

CHILDREN = (
    "chapter",
    "aliases",
    "indications__symptom",
    "confirmations__the_check",
    "fixes",
    "relations_out__target",
    "references",
)


def content_of_database() -> Content:
    """Return chapters, signals, checks and quizzes by position, entries by id."""
    entries = _rows(models.FailureMode, "code", *CHILDREN)
    return Content(
        chapters=_all_built(schema.Chapter, models.Chapter),
        signals=_all_built(schema.Signal, models.Signal),
        symptoms=_symptoms(),
        checks=_checks(),
        failure_modes=tuple(map(_entry, entries)),
        quizzes=_quizzes(),
        sources=_all_built(schema.Source, models.Source),
        specimens=_specimens(entries),
    )


def _rows(model: type[Model], order: str, *children: str) -> list[Any]:
    """Return all rows of a model with their children; those of one place by primary key."""
    rows = model._default_manager.order_by(order, "pk")
    return list(rows.prefetch_related(*children))


def _all_built(record: type[Built], model: type[Model]) -> tuple[Built, ...]:
    """Return a record for each row of a model, in order."""
    rows = _rows(model, "position")
    return tuple(_built(record, row) for row in rows)


def _built(model: type[Built], row: Model, **given: Any) -> Built:
    """Return the record with the row's columns of the same names, or the given values.

    An empty text becomes None where that is the default of the schema.
    """
    values = {}
    for name, field in model.model_fields.items():
        value = given[name] if name in given else getattr(row, name)
        if field.default is None and value == "":
            value = None
        values[name] = value
    return cast(Built, model.model_construct(**values))


def _children(record: type[Built], children: Any) -> list[Built]:
    """Return a record for each row of a relation, in order."""
    return [_built(record, row) for row in _ordered(children)]


def _ordered(children: Any) -> list[Any]:
    """Return the rows of a relation in order, without a query of their own."""
    return sorted(children.all(), key=_place)


def _place(row: Any) -> tuple[int, int]:
    """Return the key of the order: rows of one position by primary key."""
    return row.position, row.pk


def _quizzes() -> tuple[schema.Quiz, ...]:
    """Return the quizzes in the order of their page."""
    manager = quiz_model()._default_manager
    rows = manager.order_by("position", "slug")
    return tuple(_built(schema.Quiz, row) for row in rows)


def _symptoms() -> tuple[schema.Symptom, ...]:
    """Return the symptoms in the order of their groups."""
    rows = _rows(models.Symptom, "position", "phrasings")
    symptoms = [_symptom(row) for row in rows]
    groups = schema.SIGNAL_GROUPS
    symptoms.sort(key=lambda symptom: groups.index(symptom.group))
    return tuple(symptoms)


def _symptom(row: models.Symptom) -> schema.Symptom:
    phrasings = _ordered(row.phrasings)
    texts = [phrasing.text for phrasing in phrasings]
    return _built(schema.Symptom, row, phrasings=texts)


def _checks() -> tuple[schema.Check, ...]:
    rows = _rows(models.Check, "position", "outcomes__symptom")
    return tuple(_check(row) for row in rows)


def _check(row: models.Check) -> schema.Check:
    outcomes = [_outcome(outcome) for outcome in _ordered(row.outcomes)]
    return _built(schema.Check, row, outcomes=outcomes)


def _outcome(row: models.Outcome) -> schema.Outcome:
    return _built(
        schema.Outcome,
        row,
        symptom=row.symptom.slug,
    )


def _entry(row: models.FailureMode) -> schema.FailureMode:
    return _built(
        schema.FailureMode,
        row,
        id=row.code,
        chapter=row.chapter.slug,
        aliases=_children(schema.Alias, row.aliases),
        applies_to=schema.AppliesTo.model_construct(**row.applies_to),
        curve=_curve(row),
        causes=[schema.Cause.model_construct(**cause) for cause in row.causes],
        confirmations=[_confirmation(child) for child in _ordered(row.confirmations)],
        fixes=_children(schema.Fix, row.fixes),
        rescue=_rescue(row),
        example=_example(row),
        references=_children(schema.Reference, row.references),
        **_indications(row),
        **_relations(row),
    )


def _indications(entry: models.FailureMode) -> dict[str, list[schema.Strict]]:
    """Return indications and contra-indications, by the names of their fields."""
    indications: list[schema.Strict] = []
    contra_indications: list[schema.Strict] = []
    for row in _ordered(entry.indications):
        if row.speaks_against:
            contra_indications.append(_contra_indication(row))
        else:
            indications.append(_indication(row))
    return {
        "indications": indications,
        "contra_indications": contra_indications,
    }


def _indication(row: models.Indication) -> schema.Indication:
    return _built(
        schema.Indication,
        row,
        symptom=row.symptom.slug,
    )


def _contra_indication(row: models.Indication) -> schema.ContraIndication:
    return _built(
        schema.ContraIndication,
        row,
        symptom=row.symptom.slug,
        strength=-row.evoking,
    )


def _relations(entry: models.FailureMode) -> dict[str, list[schema.Strict]]:
    """Return look-alikes and other relations, by the names of their fields."""
    look_alikes: list[schema.Strict] = []
    relations: list[schema.Strict] = []
    for row in _ordered(entry.relations_out):
        if row.type == models.Relation.Type.LOOK_ALIKE:
            look_alikes.append(_look_alike(row))
        else:
            relations.append(_relation(row))
    return {
        "look_alikes": look_alikes,
        "relations": relations,
    }


def _look_alike(row: models.Relation) -> schema.LookAlike:
    return _built(
        schema.LookAlike,
        row,
        failure_mode=row.target.slug,
        tell_apart=row.note,
    )


def _relation(row: models.Relation) -> schema.Relation:
    return _built(
        schema.Relation,
        row,
        failure_mode=row.target.slug,
    )


def _confirmation(row: models.Confirmation) -> schema.Confirmation:
    return _built(
        schema.Confirmation,
        row,
        check=row.the_check.slug,
    )


def _curve(row: models.FailureMode) -> schema.Curve | None:
    """Return the curve, None without a preset."""
    if not row.curve_preset:
        return None
    return schema.Curve.model_construct(
        preset=row.curve_preset,
        alt=row.curve_alt,
    )


def _rescue(row: models.FailureMode) -> schema.Rescue:
    return _built(
        schema.Rescue,
        row,
        verdict=row.rescue,
        text=row.rescue_text,
    )


def _example(row: models.FailureMode) -> schema.Example | None:
    """Return the example, None without an explanation."""
    explanation = row.example_explanation
    if not explanation:
        return None
    return schema.Example.model_construct(explanation=explanation)


def _specimens(entries: Iterable[models.FailureMode]) -> dict[str, Specimen]:
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
