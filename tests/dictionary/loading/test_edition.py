"""An edition has the digest of its content, and an edit puts a new one in force."""

from dataclasses import replace

import pytest

from content.content import Content, Specimen
from dictionary.editions import edition_in_force
from dictionary.loading.edition import adopt_files, content_digest, mark_edited
from dictionary.loading.load import load
from dictionary.models import Edition, FailureMode
from tests.small_content import entry, quiz, small_content, symptom

FILES = "f" * 64


def test_same_content_has_the_same_digest():
    assert content_digest(small_content()) == content_digest(small_content())


@pytest.mark.parametrize(
    "changes",
    [
        {"quizzes": (quiz("mixed"),)},
        {"symptoms": (symptom("loss-diverges"),)},
        {"failure_modes": (entry("rate-too-high", 50, "rate-too-low", severity=5),)},
        {"specimens": {}},
        {"specimens": {"rate-too-high": Specimen("bad", "good")}},
        {"signals": ()},
    ],
)
def test_other_content_has_another_digest(changes):
    assert content_digest(small_content(**changes)) != content_digest(small_content())


def test_recordings_are_part_of_the_digest():
    specimen = Specimen("bad", "good")
    recorded = replace(specimen, bad_recording="{}\n")

    assert content_digest(Content(specimens={"a": specimen})) != content_digest(
        Content(specimens={"a": recorded})
    )


@pytest.fixture
def loaded(db, small_engine):
    return load(small_content(), FILES)


def test_edit_of_loaded_files_keeps_their_edition(loaded):
    FailureMode.objects.update(severity=1)

    edited = mark_edited()

    assert edition_in_force() == edited
    assert edited.is_edited
    assert edited.files_hash == FILES
    assert Edition.objects.filter(pk=loaded.pk).exists()


def test_second_edit_replaces_the_first(loaded):
    FailureMode.objects.update(severity=1)
    first = mark_edited()
    FailureMode.objects.update(severity=2)

    second = mark_edited()

    assert not Edition.objects.filter(content_hash=first.content_hash).exists()
    assert set(Edition.objects.all()) == {loaded, second}


def test_edit_without_loaded_files_has_no_files(db):
    edited = mark_edited(small_content())

    assert (edited.files_hash, edited.name, edited.entries) == ("", "2026.11", 2)


def test_given_content_is_not_read_again(loaded, monkeypatch):
    monkeypatch.setattr("dictionary.loading.edition.content_of_database", None)

    edited = mark_edited(small_content())

    assert edited.content_hash == content_digest(small_content())


def test_dumped_files_are_the_edition_in_force(loaded):
    FailureMode.objects.update(severity=1)
    mark_edited()

    adopted = adopt_files("a" * 64)

    assert edition_in_force() == adopted
    assert not adopted.is_edited
    assert adopted.files_hash == adopted.content_hash == "a" * 64


def test_dump_of_the_files_that_were_loaded_leaves_one_edition(loaded):
    FailureMode.objects.update(severity=1)
    mark_edited()

    adopt_files(FILES)

    [only] = Edition.objects.all()
    assert only.content_hash == FILES


def test_files_of_no_edition_cannot_be_adopted(db):
    with pytest.raises(Edition.DoesNotExist, match="nothing is loaded"):
        adopt_files(FILES)
