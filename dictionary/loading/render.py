"""Fills the *_html fields of rows from their Markdown. Called when content is loaded and when the
admin saves.
"""

from __future__ import annotations

from django.db.models import Model

from content.markup import markdown_to_html, pair_to_html
from dictionary import models
from dictionary.loading.html_columns import RENDERED


def render(row: Model) -> None:
    """Sets the fields without saving. A model without Markdown is left as it is."""
    columns = RENDERED.get(type(row), {})
    for source, target in columns.items():
        setattr(row, target, markdown_to_html(getattr(row, source)))
    if isinstance(row, models.FailureMode):
        row.example_bad_html, row.example_good_html = pair_to_html(
            row.example_bad, row.example_good
        )
