from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from content.content import content_of_folder
from content.files import hash_files, read_files
from dictionary import models
from dictionary.editions import edition_in_force
from dictionary.loading import edition
from quizzes.models import Quiz
from tests.small_content import edited, quiz, small_files, write_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

HIGH = "failure_modes/optimization/rate-too-high.md"


@pytest.fixture
def folder(tmp_path, settings):
    settings.FIXTURES_DIR = tmp_path / "fixtures"
    write_files(small_files(), settings.FIXTURES_DIR)
    return settings.FIXTURES_DIR


def load(folder):
    call_command("load_dictionary", folder=folder, stdout=StringIO())


def dump(**options):
    out = StringIO()
    call_command("dump_dictionary", stdout=out, **options)
    return out.getvalue()


def test_a_load_followed_by_a_dump_changes_no_byte(folder):
    load(folder)
    assert "0 written, 0 deleted" in dump()
    assert read_files(folder) == small_files()


def test_a_dump_brings_files_into_canonical_form_once(folder):
    odd = edited(
        small_files(), HIGH, "kind: misconfiguration", 'kind:    "misconfiguration"  # a word'
    )
    odd = edited(odd, HIGH, "phase:\n  - optimizer\n  - loop", "phase: [optimizer, loop]")
    write_files(odd, folder)
    load(folder)
    assert f"written {HIGH}" in dump()
    assert read_files(folder) == small_files()
    assert "0 written, 0 deleted" in dump()


def test_the_edition_is_that_of_the_dumped_files(folder):
    load(folder)
    models.FailureMode.objects.filter(slug="rate-too-high").update(severity=2)
    edition.mark_edited()
    dump()
    current = edition_in_force()
    assert current.content_hash == current.files_hash == hash_files(read_files(folder))
    out = StringIO()
    call_command("load_dictionary", folder=folder, stdout=out)
    assert "up to date" in out.getvalue()


def test_edits_reach_the_files(folder):
    load(folder)
    high = models.FailureMode.objects.get(slug="rate-too-high")
    high.severity = 2
    high.example_bad = "lr = 10.0\nprint(lr)  # high\n"
    high.save()
    high.fixes.filter(kind="stopgap").update(kind="prevention")
    high.aliases.create(text="too fast", kind="synonym", position=9)
    dump()
    [entry] = [e for e in content_of_folder(folder).failure_modes if e.slug == "rate-too-high"]
    assert entry.severity == 2
    assert [fix.kind for fix in entry.fixes] == ["root", "prevention", "prevention"]
    assert entry.aliases[-1].text == "too fast"
    assert (folder / "specimens/rate-too-high/bad.py").read_text() == high.example_bad


def test_edited_quizzes_reach_their_file(folder):
    load(folder)
    Quiz.objects.filter(slug="mixed").update(title="All of it", kinds=["definition-to-term"])
    Quiz.objects.create(
        slug="new", title="New", summary="Ten new ones.", kinds=["term-to-fix"], position=9
    )

    assert "written quizzes.yaml" in dump()

    first, _, last = content_of_folder(folder).quizzes
    assert (first.slug, first.title, first.kinds) == ("mixed", "All of it", ["definition-to-term"])
    assert last == quiz("new", summary="Ten new ones.")


def test_quizzes_of_one_position_are_dumped_in_the_order_of_the_page(folder):
    load(folder)
    Quiz.objects.create(
        slug="another", title="Another", summary="Ten more.", kinds=["term-to-fix"], position=0
    )

    dump()

    dumped = [quiz.slug for quiz in content_of_folder(folder).quizzes]
    assert dumped == list(Quiz.objects.values_list("slug", flat=True))
    assert dumped[0] == "another"


def test_what_the_database_does_not_hold_is_kept(folder):
    load(folder)
    dump()
    text = (folder / "chapters.yaml").read_text()
    assert text.index("slug: vision") < text.index("slug: optimization")
    assert "LY-0900" in (folder / "retired.yaml").read_text()


def test_recordings_come_back_as_they_were(folder):
    recording = folder / "specimens/rate-too-high/bad.jsonl"
    before = recording.read_bytes()
    load(folder)

    dump()

    assert recording.read_bytes() == before


def test_other_files_of_a_specimen_are_left_alone(folder):
    notes = folder / "specimens/rate-too-high/notes.jsonl"
    notes.write_text("{}\n")
    load(folder)

    dump()

    assert notes.exists()


def test_files_of_deleted_rows_are_deleted(folder):
    load(folder)
    models.FailureMode.objects.get(slug="rate-too-high").delete()
    said = dump()
    assert f"deleted {HIGH}" in said
    assert not (folder / HIGH).exists()
    assert not (folder / "specimens/rate-too-high/bad.py").exists()
    assert not (folder / "specimens/rate-too-high/bad.jsonl").exists()


def test_another_folder_can_be_named(folder, tmp_path):
    load(folder)
    models.FailureMode.objects.filter(slug="rate-too-high").update(severity=2)
    edition.mark_edited()
    dump(folder=tmp_path / "other")
    assert read_files(folder) == small_files()
    assert read_files(tmp_path / "other") == edited(
        small_files(), HIGH, "severity: 4", "severity: 2"
    )
    assert edition_in_force().is_edited


def test_an_empty_database_deletes_nothing(folder):
    with pytest.raises(CommandError, match="Nothing is loaded"):
        dump()
    assert read_files(folder) == small_files()


def test_files_that_would_be_lost_stop_the_dump(folder):
    load(folder)
    write_files(edited(small_files(), "chapters.yaml", "title: Vision", "title: ''"), folder)
    with pytest.raises(CommandError, match="title: String should have at least 1 character"):
        dump()
