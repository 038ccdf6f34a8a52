from dataclasses import replace

import pytest

from diagnostics_api.service import in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from dictionary import models
from dictionary.loading import edition
from dictionary.loading.in_force import ContentChangedError


@pytest.fixture(autouse=True)
def _nothing_cached():
    in_force._published_with.cache_clear()


def test_knowledge_and_library_are_of_one_edition(loaded):
    published = in_force.published_in_force()

    assert published.library.edition == published.knowledge.edition == loaded.content_hash
    assert published.library.name == published.knowledge.name == loaded.name
    assert published.library.entries.keys() == published.knowledge.failure_modes.keys()


def test_it_is_made_once_per_edition(loaded, django_assert_num_queries):
    first = in_force.published_in_force()

    with django_assert_num_queries(1):
        assert in_force.published_in_force() is first


def test_an_edit_is_shown_at_once(loaded):
    before = in_force.published_in_force().library.entries["rate-too-high"].term
    models.FailureMode.objects.filter(slug="rate-too-high").update(term="Too fast")
    edition.mark_edited()

    assert before == "Rate too high"
    assert in_force.published_in_force().library.entries["rate-too-high"].term == "Too fast"


def test_an_empty_database_raises_an_error(db):
    with pytest.raises(NothingLoadedError, match="load_dictionary"):
        in_force.published_in_force()


def older(monkeypatch, times):
    """Give libraries of another edition so many times, as if an edit came between."""
    newest = in_force.derived_in_force(in_force.LIBRARY)
    given = [replace(newest, edition="older")] * times
    monkeypatch.setattr(in_force, "derived_in_force", lambda _: given.pop() if given else newest)


def test_an_edit_between_the_two_is_read_again(loaded, monkeypatch):
    older(monkeypatch, 1)

    assert in_force.published_in_force().library.edition == loaded.content_hash


def test_edits_without_an_end_raise_an_error(loaded, monkeypatch):
    older(monkeypatch, 9)

    with pytest.raises(ContentChangedError, match="Try again"):
        in_force.published_in_force()
