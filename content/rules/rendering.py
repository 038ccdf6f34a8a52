from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from content.markup import MarkupError, markdown_to_html
from content.problems import Problem
from content.texts import Written, markdown_texts
from content.tree import Record, Tree


def formulas_can_be_drawn(tree: Tree) -> Iterator[Problem]:
    parts: tuple[list[Any], ...] = (tree.failure_modes, tree.checks, tree.symptoms, tree.chapters)
    records: list[Record[Written]] = [record for part in parts for record in part]
    for record in records:
        for location, text in markdown_texts(record.value):
            if "$" not in text:
                continue
            try:
                markdown_to_html(text)
            except MarkupError as error:
                yield record.problem(str(error), *location)
