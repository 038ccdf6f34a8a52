"""Fill the fields that are made from others: HTML from Markdown, SVG from shapes and recordings.

Called when content is loaded and when the admin saves, so that no request renders or draws.
"""

from __future__ import annotations

from django.db.models import Model

from content.markup import markdown_to_html, pair_to_html
from dictionary import models
from dictionary.figures.presets import chapter_thumbnail, entry_figure, entry_thumbnail
from dictionary.figures.recorded import Recordings, recorded_figures
from dictionary.loading.html_columns import RENDERED

DERIVED_ENDINGS = ("_html", "_svg")


def fill_derived_fields(instance: Model) -> None:
    """Set the fields without saving. A model without derived fields is left as it is."""
    fields = RENDERED.get(type(instance), {})
    for source, target in fields.items():
        markdown = getattr(instance, source)
        setattr(instance, target, markdown_to_html(markdown))
    if isinstance(instance, models.FailureMode):
        fill_programs(instance)
        fill_entry_figures(instance)
    elif isinstance(instance, models.Chapter):
        instance.thumbnail_svg = chapter_thumbnail(instance.slug, instance.curve)


def fill_programs(entry: models.FailureMode) -> None:
    bad_html, good_html = pair_to_html(entry.example_bad, entry.example_good)
    entry.example_bad_html = bad_html
    entry.example_good_html = good_html


def fill_entry_figures(entry: models.FailureMode) -> None:
    slug = entry.slug
    preset = entry.curve_preset
    alt = entry.curve_alt
    entry.thumbnail_svg = entry_thumbnail(slug, preset, alt)
    entry.figure_svg = entry_figure(slug, preset, alt)
    recordings = Recordings(
        slug,
        preset,
        bad=entry.recording_bad,
        good=entry.recording_good,
    )
    bad_svg, good_svg = recorded_figures(recordings)
    entry.recording_bad_svg = bad_svg
    entry.recording_good_svg = good_svg
