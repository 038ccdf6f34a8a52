"""Find the Markdown in a record: every field that the schema declares as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from content.documents import Location
from content.schema import (
    MARKDOWN,
    Chapter,
    Check,
    FailureMode,
    GlossaryTerm,
    Strict,
    Symptom,
    View,
)

Written = FailureMode | Check | Symptom | Chapter | GlossaryTerm | View
Names = tuple[str, ...]
Text = tuple[Location, str]  # where it stands, and the Markdown
Part = tuple[Location, Strict]  # where it stands, and the record


@cache
def markdown_fields(model: type[Strict]) -> Names:
    """Return the names of the model's own fields, without those of the records in it."""
    names = []
    for name, field in model.model_fields.items():
        if MARKDOWN in field.metadata:
            names.append(name)
    return tuple(names)


def markdown_texts(record: Strict) -> Iterator[Text]:
    """Yield all Markdown of a record and of the records in it, with where it stands."""
    model = type(record)
    for name in markdown_fields(model):
        text = getattr(record, name)
        yield (name,), text
    for name in model.model_fields:
        value = getattr(record, name)
        for place, part in _parts(value):
            for below, text in markdown_texts(part):
                location = (name, *place, *below)
                yield location, text


def _parts(value: object) -> Iterator[Part]:
    """Yield the record that a field holds, or each record of its list."""
    if isinstance(value, Strict):
        yield (), value
    if not isinstance(value, list):
        return
    for index, item in enumerate(value):
        if isinstance(item, Strict):
            yield (index,), item
