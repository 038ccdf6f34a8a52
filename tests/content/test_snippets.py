"""The lock says which snippets ran; a changed one has to run again."""

import datetime as dt

import pytest

from content.snippets import SnippetLock, read_lock, snippets_of, unchecked, write_lock
from tests.engine.content import FIXTURES, real_content
from tests.small_content import small_content


def lock_of(snippets):
    return SnippetLock(
        date=dt.date(2026, 11, 29),
        python="3.11.0",
        versions={"torch": "2.13.0"},
        snippets={snippet.name: snippet.fingerprint for snippet in snippets},
    )


@pytest.fixture
def snippets():
    return list(snippets_of(small_content().failure_modes))


def test_a_snippet_is_named_by_its_fix_and_framework(snippets):
    assert snippets[0].name == "rate-too-high: Divide the rate by ten (python)"


def test_a_lock_is_read_as_it_was_written(tmp_path, snippets):
    write_lock(tmp_path, lock_of(snippets))

    assert read_lock(tmp_path) == lock_of(snippets)


def test_snippets_that_ran_are_checked(snippets):
    assert unchecked(snippets, lock_of(snippets)) == []


def test_a_new_a_changed_and_a_lost_snippet_are_told(snippets):
    first, second = snippets
    lock = lock_of([first])
    changed = lock.model_copy(update={"snippets": {first.name: "0" * 16, "gone (python)": "1"}})

    assert unchecked([first, second], changed) == [
        f"{first.name} has changed since it ran",
        f"{second.name} has never run",
        "gone (python) is locked and gone",
    ]


@pytest.mark.parametrize("text", ["a: 1", "[]", "date: 2026-11-29"])
def test_another_file_is_no_lock(tmp_path, text):
    (tmp_path / "snippets.lock").write_text(text)

    with pytest.raises(ValueError, match="validation error"):
        read_lock(tmp_path)


def test_every_snippet_of_the_dictionary_ran_as_it_is_now():
    content = real_content()

    assert unchecked(snippets_of(content.failure_modes), read_lock(FIXTURES)) == []
