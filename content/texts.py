"""Find the Markdown in a record: every field that the schema declares as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from content import schema
from content.documents import Location

Written = schema.FailureMode | schema.Check | schema.Symptom | schema.Chapter


@cache
def markdown_fields(model: type[schema.Strict]) -> tuple[str, ...]:
    """Return the names of the model's own fields, without those of the records in it."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if schema.MARKDOWN in field.metadata)


def markdown_texts(record: schema.Strict) -> Iterator[tuple[Location, str]]:
    """Yield all Markdown of a record and of the records in it, with where it stands."""
    model = type(record)
    for name in markdown_fields(model):
        yield (name,), getattr(record, name)
    for name in model.model_fields:
        for place, part in _parts(getattr(record, name)):
            for location, text in markdown_texts(part):
                yield (name, *place, *location), text


def _parts(value: object) -> Iterator[tuple[Location, schema.Strict]]:
    """Yield the record that a field holds, or each record of its list."""
    if isinstance(value, schema.Strict):
        yield (), value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, schema.Strict):
                yield (index,), item
