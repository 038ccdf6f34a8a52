from pathlib import Path

from django.conf import settings
from django.db import migrations, models

from dictionary.figures.presets import chapter_thumbnail, entry_figure, entry_thumbnail
from dictionary.figures.recorded import Recordings, recorded_figures


def draw(apps, schema_editor):
    """Draw what was drawn in each request before, so that a loaded database shows it at once."""
    for chapter in apps.get_model("dictionary", "Chapter").objects.all():
        chapter.thumbnail_svg = chapter_thumbnail(chapter.slug, chapter.curve)
        chapter.save()
    for entry in apps.get_model("dictionary", "FailureMode").objects.all():
        draw_entry(entry)
        entry.save()


def draw_entry(entry):
    entry.thumbnail_svg = entry_thumbnail(entry.slug, entry.curve_preset, entry.curve_alt)
    entry.figure_svg = entry_figure(entry.slug, entry.curve_preset, entry.curve_alt)
    folder = Path(settings.FIXTURES_DIR) / "specimens" / entry.slug
    entry.recording_bad = text_of(folder / "bad.jsonl")
    entry.recording_good = text_of(folder / "good.jsonl")
    recordings = Recordings(
        entry.slug, entry.curve_preset, entry.recording_bad, entry.recording_good
    )
    entry.recording_bad_svg, entry.recording_good_svg = recorded_figures(recordings)


def text_of(path):
    """The recordings were read from the files until now; an entry made in the admin has none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def text_field():
    return models.TextField(blank=True, default="", editable=False)


class Migration(migrations.Migration):
    dependencies = [("dictionary", "0002_search_index")]
    operations = [
        migrations.AddField("chapter", "thumbnail_svg", text_field(), preserve_default=False),
        migrations.AddField("failuremode", "thumbnail_svg", text_field(), preserve_default=False),
        migrations.AddField("failuremode", "figure_svg", text_field(), preserve_default=False),
        migrations.AddField("failuremode", "recording_bad", text_field(), preserve_default=False),
        migrations.AddField(
            "failuremode", "recording_bad_svg", text_field(), preserve_default=False
        ),
        migrations.AddField("failuremode", "recording_good", text_field(), preserve_default=False),
        migrations.AddField(
            "failuremode", "recording_good_svg", text_field(), preserve_default=False
        ),
        migrations.RunPython(draw, migrations.RunPython.noop),
    ]
