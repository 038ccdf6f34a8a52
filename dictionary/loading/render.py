"""Fills the *_html fields of rows from their Markdown. Called when content is loaded and when the
admin saves.
"""

from __future__ import annotations

from django.db.models import Model

from content.markup import markdown_to_html, pair_to_html
from dictionary import models

# model -> (Markdown field, field of its HTML)
RENDERED: dict[type[Model], tuple[tuple[str, str], ...]] = {
    models.Chapter: (("intro", "intro_html"),),
    models.Symptom: (("measure", "measure_html"),),
    models.Check: (("procedure", "procedure_html"),),
    models.Fix: (("text", "text_html"),),
    models.FailureMode: (
        ("definition", "definition_html"),
        ("mechanism", "mechanism_html"),
        ("rescue_text", "rescue_html"),
        ("example_explanation", "example_html"),
    ),
}


def render(row: Model) -> None:
    """Sets the fields without saving. A model without Markdown is left as it is."""
    for source, target in RENDERED.get(type(row), ()):
        setattr(row, target, markdown_to_html(getattr(row, source)))
    if isinstance(row, models.FailureMode):
        row.example_bad_html, row.example_good_html = pair_to_html(
            row.example_bad, row.example_good
        )
