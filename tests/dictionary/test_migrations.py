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


SOURCE = """
- slug: a-paper
  name: A Paper
  title: A Paper on Losses
  kind: paper
  url: https://example.org/papers/losses
  about: It says when a loss diverges.
- slug: judgment
  name: judgment
  title: Judgment
  kind: judgment
  about: Chosen by hand.
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("loaded", "slugs"), [(True, ["a-paper", "judgment"]), (False, [])])
def test_a_loaded_database_gets_its_sources(settings, tmp_path, loaded, slugs):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / "sources.yaml").write_text(SOURCE)
    if loaded:
        factories.EditionFactory()
    call_command("migrate", "dictionary", "0003", verbosity=0)

    call_command("migrate", "dictionary", verbosity=0)

    assert [source.slug for source in models.Source.objects.all()] == slugs


@pytest.mark.django_db(transaction=True)
def test_a_content_folder_without_sources_is_no_failure(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    factories.EditionFactory()
    call_command("migrate", "dictionary", "0003", verbosity=0)

    call_command("migrate", "dictionary", verbosity=0)

    assert not models.Source.objects.exists()
