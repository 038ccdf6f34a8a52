"""Name the columns that hold Markdown, and those that hold its HTML, from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_origin

from django.db.models import Model

from content import schema
from content.texts import markdown_fields
from dictionary import models

Record = type[schema.Strict]
Part = tuple[str, Record]  # the field and the model of the record in it


def html_columns(record: Record) -> dict[str, str]:
    """Return Markdown column -> HTML column, of the record itself and then of its single parts.

    A part is flattened into the row: `rescue.text` is the column rescue_text, its HTML rescue_html.
    Lists of records have tables of their own.
    """
    columns = {}
    for name in markdown_fields(record):
        columns[name] = f"{name}_html"
    for part, model in _single_parts(record):
        for name in markdown_fields(model):
            columns[f"{part}_{name}"] = f"{part}_html"
    return columns


def _single_parts(record: Record) -> Iterator[Part]:
    for name, field in record.model_fields.items():
        annotation = field.annotation
        if get_origin(annotation) is list:
            continue
        candidates = (
            annotation,
            *get_args(annotation),
        )
        for candidate in candidates:
            if _is_record(candidate):
                yield name, candidate


def _is_record(candidate: object) -> bool:
    if not isinstance(candidate, type):
        return False
    return issubclass(candidate, schema.Strict)


# model -> Markdown column -> column of its HTML
RENDERED: dict[type[Model], dict[str, str]] = {
    models.Chapter: html_columns(schema.Chapter),
    models.Symptom: html_columns(schema.Symptom),
    models.Check: html_columns(schema.Check),
    models.Fix: html_columns(schema.Fix),
    models.FailureMode: html_columns(schema.FailureMode),
    models.GlossaryTerm: html_columns(schema.GlossaryTerm),
    models.View: html_columns(schema.View),
}
