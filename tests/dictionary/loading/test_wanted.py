"""What a table is to hold, compared with what it holds, and what is made of the difference."""

import pytest

from content.files import hash_files
from dictionary import models
from dictionary.loading import wanted
from dictionary.loading.load import load
from dictionary.loading.tables import TABLES
from dictionary.loading.wanted import Wanted, derived_fields
from tests.small_content import small_content, small_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]


@pytest.fixture
def made(monkeypatch):
    """The names of the chapters whose derived fields were made."""
    names = []
    fill = wanted.fill_derived_fields

    def filled(instance):
        if isinstance(instance, models.Chapter):
            names.append(instance.title)
        fill(instance)

    monkeypatch.setattr(wanted, "fill_derived_fields", filled)
    return names


def chapters():
    [table] = [table for table in TABLES if table.model is models.Chapter]
    return Wanted(table, small_content())


def test_of_an_empty_table_every_row_is_made_once(made):
    rows = chapters()
    rows.prepare()

    assert rows.changed() == list(rows.rows)
    assert "<svg" in rows.derived(rows.changed()[0])["thumbnail_svg"]
    assert made == ["Optimization"]


def test_of_a_loaded_table_nothing_is_made(made):
    load(small_content(), hash_files(small_files()))
    made.clear()
    rows = chapters()
    rows.prepare()

    assert rows.changed() == []
    assert made == []


def test_a_row_that_is_edited_afterwards_is_made_when_it_is_written(made):
    load(small_content(), hash_files(small_files()))
    rows = chapters()
    rows.prepare()
    made.clear()
    models.Chapter.objects.update(intro="Edited.")

    [key] = rows.changed()

    assert "It says what to check first" in rows.derived(key)["intro_html"]
    assert made == ["Optimization"]


def test_derived_fields_are_named_by_their_endings():
    assert set(derived_fields(models.Chapter)) == {"intro_html", "thumbnail_svg"}
