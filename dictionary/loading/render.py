"""Fills the *_html fields of rows from their Markdown. Called when content is loaded and when the
admin saves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_origin

from django.db.models import Model

from content import schema
from content.markup import markdown_to_html, pair_to_html
from content.texts import markdown_fields
from dictionary import models

Column = tuple[str, str]  # (Markdown field, field of its HTML)


def html_columns(record: type[schema.Strict]) -> Iterator[Column]:
    """Yield the columns of a record's own Markdown, then of its single parts.

    A part is flattened into the row: `rescue.text` is the column rescue_text, its HTML rescue_html.
    Lists of records have tables of their own.
    """
    for name in markdown_fields(record):
        yield name, f"{name}_html"
    for part, model in _single_parts(record):
        for name in markdown_fields(model):
            yield f"{part}_{name}", f"{part}_html"


def _single_parts(record: type[schema.Strict]) -> Iterator[tuple[str, type[schema.Strict]]]:
    for name, field in record.model_fields.items():
        annotation = field.annotation
        if get_origin(annotation) is list:
            continue
        for candidate in (annotation, *get_args(annotation)):
            if isinstance(candidate, type) and issubclass(candidate, schema.Strict):
                yield name, candidate


RENDERED: dict[type[Model], tuple[Column, ...]] = {
    models.Chapter: tuple(html_columns(schema.Chapter)),
    models.Symptom: tuple(html_columns(schema.Symptom)),
    models.Check: tuple(html_columns(schema.Check)),
    models.Fix: tuple(html_columns(schema.Fix)),
    models.FailureMode: tuple(html_columns(schema.FailureMode)),
}


def render(row: Model) -> None:
    """Sets the fields without saving. A model without Markdown is left as it is."""
    for source, target in RENDERED.get(type(row), ()):
        setattr(row, target, markdown_to_html(getattr(row, source)))
    if isinstance(row, models.FailureMode):
        row.example_bad_html, row.example_good_html = pair_to_html(
            row.example_bad, row.example_good
        )
