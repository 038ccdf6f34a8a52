from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from django.db import InterfaceError, OperationalError

from diagnostics_api.service import in_force, knowledge
from diagnostics_api.service.knowledge import NothingLoadedError
from dictionary import models
from dictionary.loading import edition
from dictionary.loading.in_force import ContentChangedError
from dictionary.models import Edition


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


def test_the_old_edition_is_served_while_a_thread_makes_the_new_one(loaded, monkeypatch):
    old = in_force.published_in_force()
    new = replace(old.knowledge, edition="b" * 64), replace(old.library, edition="b" * 64)
    making, done = Event(), Event()

    def slowly():
        making.set()
        assert done.wait(timeout=60)
        return new[0]

    monkeypatch.setattr(in_force, "edition_in_force", lambda: Edition(content_hash="b" * 64))
    monkeypatch.setattr(in_force, "derived_in_force", lambda _: new[1])
    monkeypatch.setattr(in_force, "knowledge", slowly)
    with ThreadPoolExecutor(1) as pool:
        maker = pool.submit(in_force.published_in_force)
        assert making.wait(timeout=60)

        assert in_force.published_in_force() is old

        done.set()
        made = maker.result()
    assert (made.knowledge, made.library) == new
    assert in_force.published_in_force() is made


def test_threads_that_are_first_wait_for_one_of_them(loaded, monkeypatch):
    known, library = knowledge.knowledge(), in_force.derived_in_force(in_force.LIBRARY)
    monkeypatch.setattr(in_force, "edition_in_force", lambda: loaded)
    monkeypatch.setattr(in_force, "derived_in_force", lambda _: library)
    monkeypatch.setattr(in_force, "knowledge", lambda: known)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: in_force.published_in_force(), range(80)))

    assert {id(answer) for answer in answers} == {id(answers[0])}


@pytest.mark.parametrize("error", [OperationalError("no answer"), InterfaceError("closed")])
def test_diagnoses_go_on_from_memory_while_the_database_is_away(loaded, monkeypatch, caplog, error):
    before = in_force.published_in_force()
    monkeypatch.setattr(in_force, "edition_in_force", raising(error))

    assert in_force.published_in_force() is before
    assert "diagnoses go on from memory" in caplog.text


def test_with_nothing_in_memory_the_error_is_told(monkeypatch):
    monkeypatch.setattr(in_force, "edition_in_force", raising(OperationalError("no answer")))

    with pytest.raises(OperationalError, match="no answer"):
        in_force.published_in_force()


def raising(error):
    def raise_it():
        raise error

    return raise_it
