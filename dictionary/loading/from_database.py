"""The content as the database holds it, edits of the admin included.

The records are built without validation, so that an unfinished edit can still be read, shown and
dumped; `load_dictionary --check` tells afterwards what is missing.
"""

from __future__ import annotations

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
    entries = list(models.FailureMode.objects.order_by("code").prefetch_related(*CHILDREN))
    group_order = {group: index for index, group in enumerate(schema.SIGNAL_GROUPS)}
    symptoms = models.Symptom.objects.order_by("position", "pk").prefetch_related("phrasings")
    checks = models.Check.objects.order_by("position", "pk").prefetch_related("outcomes__symptom")
    return Content(
        chapters=tuple(
            _built(schema.Chapter, row) for row in models.Chapter.objects.order_by("position", "pk")
        ),
        signals=tuple(
            _built(schema.Signal, row) for row in models.Signal.objects.order_by("position", "pk")
        ),
        symptoms=tuple(
            _symptom(row) for row in sorted(symptoms, key=lambda row: group_order[row.group])
        ),
        checks=tuple(_check(row) for row in checks),
        failure_modes=tuple(_entry(row) for row in entries),
        quizzes=_quizzes(),
        specimens={
            row.slug: Specimen(row.example_bad, row.example_good)
            for row in sorted(entries, key=lambda row: row.slug)
            if row.example_bad or row.example_good
        },
    )


def _built(model: type[Built], row: Model, **given: Any) -> Built:
    """The record with the row's columns of the same names; an empty text where the schema says None
    is None.
    """
    values = {
        name: given[name] if name in given else getattr(row, name) for name in model.model_fields
    }
    for name, field in model.model_fields.items():
        if field.default is None and values[name] == "":
            values[name] = None
    return cast(Built, model.model_construct(**values))


def _ordered(rows: Any) -> list[Any]:
    return sorted(rows.all(), key=lambda row: (row.position, row.pk))


def _quizzes() -> tuple[schema.Quiz, ...]:
    quizzes = quiz_model()._default_manager
    ordered = quizzes.order_by("position", "pk")
    return tuple(_built(schema.Quiz, quiz) for quiz in ordered)


def _symptom(row: models.Symptom) -> schema.Symptom:
    return _built(
        schema.Symptom, row, phrasings=[phrasing.text for phrasing in _ordered(row.phrasings)]
    )


def _check(row: models.Check) -> schema.Check:
    outcomes = [
        _built(schema.Outcome, item, symptom=item.symptom.slug) for item in _ordered(row.outcomes)
    ]
    return _built(schema.Check, row, outcomes=outcomes)


def _entry(row: models.FailureMode) -> schema.FailureMode:
    indications = _ordered(row.indications)
    relations = _ordered(row.relations_out)
    return _built(
        schema.FailureMode,
        row,
        id=row.code,
        chapter=row.chapter.slug,
        aliases=[_built(schema.Alias, alias) for alias in _ordered(row.aliases)],
        applies_to=schema.AppliesTo.model_construct(**row.applies_to),
        curve=_curve(row),
        indications=[
            _built(schema.Indication, i, symptom=i.symptom.slug)
            for i in indications
            if not i.speaks_against
        ],
        contra_indications=[
            _contra_indication(item) for item in indications if item.speaks_against
        ],
        causes=[schema.Cause.model_construct(**cause) for cause in row.causes],
        confirmations=[
            _built(schema.Confirmation, item, check=item.the_check.slug)
            for item in _ordered(row.confirmations)
        ],
        fixes=[_built(schema.Fix, fix) for fix in _ordered(row.fixes)],
        rescue=_built(schema.Rescue, row, verdict=row.rescue, text=row.rescue_text),
        look_alikes=[
            _look_alike(item) for item in relations if item.type == models.Relation.Type.LOOK_ALIKE
        ],
        relations=[
            _built(schema.Relation, item, failure_mode=item.target.slug)
            for item in relations
            if item.type != models.Relation.Type.LOOK_ALIKE
        ],
        example=schema.Example.model_construct(explanation=row.example_explanation)
        if row.example_explanation
        else None,
        references=[_built(schema.Reference, item) for item in _ordered(row.references)],
    )


def _curve(row: models.FailureMode) -> schema.Curve | None:
    return (
        schema.Curve.model_construct(preset=row.curve_preset, alt=row.curve_alt)
        if row.curve_preset
        else None
    )


def _contra_indication(row: models.Indication) -> schema.ContraIndication:
    return _built(schema.ContraIndication, row, symptom=row.symptom.slug, strength=-row.evoking)


def _look_alike(row: models.Relation) -> schema.LookAlike:
    return _built(schema.LookAlike, row, failure_mode=row.target.slug, tell_apart=row.note)
