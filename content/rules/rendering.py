"""Check that formulas can be drawn."""

from __future__ import annotations

from content.markup import MarkupError, markdown_to_html
from content.problems import Problems
from content.rules.texts import texts_of
from content.tree import Tree


def formulas_can_be_drawn(tree: Tree) -> Problems:
    for record, location, text in texts_of(tree):
        if "$" not in text:
            continue
        try:
            markdown_to_html(text)
        except MarkupError as error:
            yield record.problem(
                str(error),
                *location,
            )
