"""Which fields of a record are Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from content import schema
from content.documents import Location

Written = schema.FailureMode | schema.Check | schema.Symptom | schema.Chapter


def markdown_texts(record: Written) -> Iterator[tuple[Location, str]]:
    match record:
        case schema.Chapter():
            yield ("intro",), record.intro
        case schema.Symptom():
            yield ("measure",), record.measure
        case schema.Check():
            yield ("procedure",), record.procedure
        case schema.FailureMode():
            yield ("definition",), record.definition
            yield ("mechanism",), record.mechanism
            yield ("rescue", "text"), record.rescue.text
            for index, fix in enumerate(record.fixes):
                yield ("fixes", index, "text"), fix.text
            if record.example:
                yield ("example", "explanation"), record.example.explanation
