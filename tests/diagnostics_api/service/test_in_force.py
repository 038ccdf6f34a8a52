import pytest

from diagnostics_api.service import in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from diagnostics_api.service.library import Library
from dictionary import models
from dictionary.loading import edition


@pytest.fixture(autouse=True)
def _nothing_cached():
    in_force._made.cache_clear()


def test_knowledge_and_library_are_of_one_edition(loaded):
    published = in_force.published_in_force()

    assert published.library.edition == published.knowledge.name == loaded.name
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


def missing_once(library_of, times):
    """Make libraries of which the first ones lack everything, as if an edit came between."""
    left = [Library("", {}, {}, {})] * times

    def make(content):
        if left:
            return left.pop()
        return library_of(content)

    return make


def test_an_edit_between_the_two_reads_is_read_again(loaded, monkeypatch):
    monkeypatch.setattr(in_force, "library_of", missing_once(in_force.library_of, 1))

    assert "rate-too-high" in in_force.published_in_force().library.entries


def test_edits_without_an_end_raise_an_error(loaded, monkeypatch):
    monkeypatch.setattr(in_force, "library_of", missing_once(in_force.library_of, 9))

    with pytest.raises(in_force.EditionChangedError, match="Try again"):
        in_force.published_in_force()
