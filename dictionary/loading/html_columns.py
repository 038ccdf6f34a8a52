"""Name the columns that hold Markdown, and those that hold its HTML, from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_origin

from django.db.models import Model

from content import schema
from content.texts import markdown_fields
from dictionary import models


def html_columns(record: type[schema.Strict]) -> dict[str, str]:
    """Return Markdown column -> HTML column, of the record itself and then of its single parts.

    A part is flattened into the row: `rescue.text` is the column rescue_text, its HTML rescue_html.
    Lists of records have tables of their own.
    """
    columns = {name: f"{name}_html" for name in markdown_fields(record)}
    for part, model in _single_parts(record):
        for name in markdown_fields(model):
            columns[f"{part}_{name}"] = f"{part}_html"
    return columns


def _single_parts(record: type[schema.Strict]) -> Iterator[tuple[str, type[schema.Strict]]]:
    for name, field in record.model_fields.items():
        annotation = field.annotation
        if get_origin(annotation) is list:
            continue
        for candidate in (annotation, *get_args(annotation)):
            if isinstance(candidate, type) and issubclass(candidate, schema.Strict):
                yield name, candidate


# model -> Markdown column -> column of its HTML
RENDERED: dict[type[Model], dict[str, str]] = {
    models.Chapter: html_columns(schema.Chapter),
    models.Symptom: html_columns(schema.Symptom),
    models.Check: html_columns(schema.Check),
    models.Fix: html_columns(schema.Fix),
    models.FailureMode: html_columns(schema.FailureMode),
}
