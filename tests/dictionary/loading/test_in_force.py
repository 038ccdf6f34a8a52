import itertools
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from content.content import HashedContent
from content.derived import MISSING
from content.files import hash_files
from dictionary import models
from dictionary.loading import edition, in_force
from dictionary.loading.in_force import (
    ContentChangedError,
    Derived,
    content_in_force,
    derived_in_force,
)
from dictionary.loading.load import load
from tests.small_content import small_content, small_files

SLUGS = Derived("slugs", lambda hashed: tuple(e.slug for e in hashed.content.failure_modes))


class Counted:
    """A derived value that counts how often it is made."""

    def __init__(self, name="counted"):
        self.made = []
        self.derived = Derived(name, self.make)

    def make(self, hashed):
        self.made.append(hashed.hash)
        return hashed.content.name, len(self.made)


@pytest.fixture
def loaded(db):
    return load(small_content(), hash_files(small_files()))


@pytest.fixture
def disk(tmp_path, settings):
    settings.DERIVED_DIR = tmp_path / "derived"
    return settings.DERIVED_DIR


def edit(**columns):
    models.FailureMode.objects.filter(slug="rate-too-high").update(**columns)
    return edition.mark_edited()


def test_the_content_in_force_is_that_of_the_database(loaded):
    assert content_in_force() == HashedContent(small_content(), loaded.content_hash)


def test_an_empty_database_has_no_content(db):
    counted = Counted()

    assert content_in_force() is None
    assert derived_in_force(counted.derived) is None
    assert counted.made == []


def test_the_content_is_read_once_per_edition(loaded, django_assert_num_queries):
    first = content_in_force()

    with django_assert_num_queries(1):
        assert content_in_force() is first


def test_a_value_is_made_once_per_edition(loaded, django_assert_num_queries):
    counted = Counted()
    first = derived_in_force(counted.derived)

    with django_assert_num_queries(1):
        assert derived_in_force(counted.derived) is first
    assert counted.made == [loaded.content_hash]


def test_an_edit_makes_a_value_of_its_own(loaded):
    counted = Counted()
    derived_in_force(counted.derived)
    edited = edit(severity=1)

    derived_in_force(counted.derived)

    assert counted.made == [loaded.content_hash, edited.content_hash]


def test_another_process_reads_the_value_from_disk(loaded, disk, django_assert_num_queries):
    first = Counted()
    value = derived_in_force(first.derived)
    in_force.forget()
    second = Counted()

    with django_assert_num_queries(1):
        assert derived_in_force(second.derived) == value
    assert (len(first.made), second.made) == (1, [])


def test_other_code_makes_the_value_again(loaded, disk, monkeypatch):
    derived_in_force(Counted().derived)
    in_force.forget()
    monkeypatch.setattr(in_force, "CODE", "f" * 16)
    counted = Counted()

    derived_in_force(counted.derived)

    assert counted.made == [loaded.content_hash]


def test_a_broken_file_is_made_again(loaded, disk):
    value = derived_in_force(SLUGS)
    in_force.forget()
    [path] = disk.glob("*/slugs")
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])

    assert derived_in_force(SLUGS) == value
    assert path.read_bytes() == whole


def test_without_a_place_on_disk_values_are_made_in_memory(loaded, tmp_path, settings):
    settings.DERIVED_DIR = tmp_path / "file" / "derived"
    (tmp_path / "file").write_text("no folder")

    assert derived_in_force(SLUGS) == ("rate-too-high", "rate-too-low")


def test_loading_the_old_files_again_finds_their_value(loaded, disk):
    counted = Counted()
    derived_in_force(counted.derived)
    edit(severity=1)
    derived_in_force(counted.derived)
    load(small_content(), loaded.content_hash)

    assert derived_in_force(counted.derived) == ("2026.11", 1)


def test_a_change_while_the_rows_are_read_is_noticed(loaded, disk, monkeypatch):
    reads = []

    def read_and_edit():
        content = reading()
        reads.append(content)
        if len(reads) == 1:
            edit(term="Too fast")
        return content

    reading = in_force.content_of_database
    monkeypatch.setattr(in_force, "content_of_database", read_and_edit)

    hashed = content_in_force()

    assert len(reads) == 2
    assert hashed.hash != loaded.content_hash
    assert hashed.content.failure_modes[0].term == "Too fast"


def test_a_value_is_kept_under_the_edition_it_was_made_from(loaded, disk, monkeypatch):
    newer = HashedContent(small_content(), "b" * 64)
    monkeypatch.setattr(in_force, "content_in_force", lambda: newer)

    derived_in_force(SLUGS)

    assert [path.parent.name[:64] for path in disk.glob("*/slugs")] == ["b" * 64]


def test_a_content_that_changes_all_the_time_is_an_error(loaded, monkeypatch):
    editions = (SimpleNamespace(content_hash=str(n), loaded_at=n) for n in itertools.count())
    monkeypatch.setattr(in_force, "edition_in_force", lambda: next(editions))

    with pytest.raises(ContentChangedError, match="Try again"):
        content_in_force()


def test_threads_that_ask_at_once_get_one(monkeypatch):
    now = SimpleNamespace(content_hash="a")
    monkeypatch.setattr(in_force, "edition_in_force", lambda: now)
    monkeypatch.setattr(in_force, "content_in_force", lambda: HashedContent(small_content(), "a"))
    counted = Counted()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: derived_in_force(counted.derived), range(400)))

    assert counted.made == ["a"]
    assert {id(answer) for answer in answers} == {id(answers[0])}


def test_threads_may_ask_for_two_editions_at_once(monkeypatch):
    contents = {name: HashedContent(small_content(), name) for name in ("a", "b")}
    editions = itertools.cycle(
        [SimpleNamespace(content_hash="a"), SimpleNamespace(content_hash="b")]
    )
    hashes = itertools.cycle("ab")
    monkeypatch.setattr(in_force, "edition_in_force", lambda: next(editions))
    monkeypatch.setattr(in_force, "content_in_force", lambda: contents[next(hashes)])
    derived = Derived("hash", lambda hashed: hashed.hash)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: derived_in_force(derived), range(400)))

    assert set(answers) == {"a", "b"}


def test_the_edition_before_is_remembered_and_no_more():
    for name in "abc":
        in_force.remember("value", name, name.upper())

    remembered = [in_force.remembered("value", name) for name in "abc"]

    assert remembered == [MISSING, "B", "C"]
    assert in_force.newest("value") == "C"


def test_nothing_is_newest_before_something_is_made():
    assert in_force.newest("value") is MISSING
