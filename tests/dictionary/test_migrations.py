"""A database that was filled before a migration shows the same after it."""

import json

import pytest
from django.core.management import call_command

from dictionary import models
from tests import factories


@pytest.mark.django_db(transaction=True)
def test_figures_are_drawn_for_what_is_loaded_already(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    folder = tmp_path / "specimens" / "overfitting"
    folder.mkdir(parents=True)
    rows = [{"epoch": epoch, "train_loss": 1.0 / epoch} for epoch in (1, 2, 3)]
    (folder / "bad.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    entry = factories.entry("overfitting")
    drawn = entry.thumbnail_svg
    call_command("migrate", "dictionary", "0002", verbosity=0)

    call_command("migrate", "dictionary", verbosity=0)

    entry = models.FailureMode.objects.select_related("chapter").get(slug="overfitting")
    assert entry.thumbnail_svg == drawn
    assert "<svg" in entry.figure_svg
    assert "<svg" in entry.chapter.thumbnail_svg
    assert "Recorded from the example that fails" in entry.recording_bad_svg
    assert entry.recording_good_svg == ""
