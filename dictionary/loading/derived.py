"""Fill the fields that are made from others: HTML from Markdown, SVG from shapes and recordings.

Called when content is loaded and when the admin saves, so that no request renders or draws.
"""

from __future__ import annotations

from django.db.models import Model

from content.markup import markdown_to_html
from content.programs import diff_to_html, snippets_to_html
from dictionary import models
from dictionary.figures.presets import (
    chapter_thumbnail,
    entry_figure,
    entry_shape,
    entry_thumbnail,
)
from dictionary.figures.recorded import (
    Recordings,
    recorded_figures,
    recorded_shape,
    thumbnail_of_recording,
)
from dictionary.figures.signs import sign_figures
from dictionary.loading.html_columns import RENDERED

DERIVED_ENDINGS = ("_html", "_svg")


def fill_derived_fields(instance: Model) -> None:
    """Set the fields without saving. A model without derived fields is left as it is."""
    fill_texts(instance)
    if isinstance(instance, models.Fix):
        instance.snippets_html = snippets_to_html(instance.snippets)
    elif isinstance(instance, models.FailureMode):
        instance.example_diff_html = diff_to_html(instance.example_bad, instance.example_good)
        fill_entry_figures(instance)
    elif isinstance(instance, models.Chapter):
        instance.thumbnail_svg = chapter_thumbnail(instance.slug, instance.curve)


def fill_texts(instance: Model) -> None:
    """Render each Markdown column into the column of its HTML."""
    fields = RENDERED.get(type(instance), {})
    for source, target in fields.items():
        markdown = shown_text(instance, source)
        html = markdown_to_html(markdown)
        setattr(instance, target, html)


def shown_text(
    instance: Model,
    column: str,
) -> str:
    """Return the Markdown of a column, the explanation of an example with its figures."""
    if column == "example_explanation" and isinstance(instance, models.FailureMode):
        return instance.example_text
    text: str = getattr(instance, column)
    return text


def fill_entry_figures(entry: models.FailureMode) -> None:
    """Draw the shape and what the programs printed; a recording makes the better thumbnail."""
    slug = entry.slug
    preset = entry.curve_preset
    alt = entry.curve_alt
    entry.figure_svg = entry_figure(slug, preset, alt)

    recordings = recordings_of(entry)
    recorded = thumbnail_of_recording(recordings)
    entry.thumbnail_svg = recorded or entry_thumbnail(slug, preset, alt)
    shape = recorded_shape(recordings)
    entry.shape_svg = shape or entry_shape(slug, preset, alt)
    entry.signs_svg = sign_figures(recordings)
    bad_svg, good_svg = recorded_figures(recordings)
    entry.recording_bad_svg = bad_svg
    entry.recording_good_svg = good_svg


def recordings_of(entry: models.FailureMode) -> Recordings:
    series = tuple(entry.example_series)
    return Recordings(
        entry.slug,
        entry.curve_preset,
        bad=entry.recording_bad,
        good=entry.recording_good,
        series=series,
    )
