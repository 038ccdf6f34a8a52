"""Yield the Markdown of a whole tree, for rules about texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from content.documents import Location
from content.texts import markdown_texts
from content.tree import Record, Tree

PlacedText = tuple[Record[Any], Location, str]  # the location is below the record


def texts_of(tree: Tree) -> Iterator[PlacedText]:
    parts: tuple[list[Any], ...] = (
        tree.failure_modes,
        tree.checks,
        tree.symptoms,
        tree.chapters,
        tree.glossary,
        tree.views,
    )
    for records in parts:
        for record in records:
            for location, text in markdown_texts(record.value):
                yield record, location, text
