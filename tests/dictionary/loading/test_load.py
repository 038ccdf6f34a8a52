from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from content.content import Content
from content.files import hash_files
from dictionary import models
from dictionary.editions import edition_in_force
from dictionary.loading import edition, load
from dictionary.loading.from_database import content_of_database
from quizzes.models import Attempt, Learner, Quiz
from tests.small_content import (
    edited,
    entry,
    quiz,
    small_content,
    small_files,
    symptom,
    write_files,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

HIGH = "failure_modes/optimization/rate-too-high.md"


@pytest.fixture
def folder(tmp_path):
    write_files(small_files(), tmp_path)
    return tmp_path


def run(folder, **options):
    out = StringIO()
    call_command("load_dictionary", folder=folder, stdout=out, stderr=out, **options)
    return out.getvalue()


def counts():
    return {
        model.__name__: model.objects.count()
        for model in (*(table.model for table in load.TABLES), models.Edition)
    }


def test_everything_is_loaded(folder):
    said = run(folder)
    assert "2 entries in 1 chapters, 4 symptoms, 2 checks, 2 quizzes" in said
    high = models.FailureMode.objects.get(slug="rate-too-high")
    assert high.code == "LY-0050"
    assert high.chapter.title == "Optimization"
    assert high.applies_to == {
        "frameworks": ["pytorch"],
        "architectures": ["any"],
        "tasks": ["any"],
    }
    assert "<math" in high.mechanism_html
    assert 'class="line del"' in high.example_diff_html
    assert "<svg" in high.thumbnail_svg
    assert "Recorded from the example that fails" in high.recording_bad_svg
    assert "<svg" in high.chapter.thumbnail_svg
    assert 'class="highlight"' in high.fixes.get(kind="root").snippets_html
    assert [(i.symptom.slug, i.frequency, i.evoking) for i in high.indications.all()] == [
        ("loss-oscillates", 4, 3),
        ("loss-diverges", 2, 4),
        ("step-is-slow", 1, 1),
        ("loss-falls-slowly", 0, -4),
    ]
    assert {(r.type, r.target.slug) for r in high.relations_out.all()} == {
        ("look-alike", "rate-too-low"),
        ("masks", "rate-too-low"),
    }
    assert models.Symptom.objects.get(slug="loss-diverges").phrasings.count() == 9
    assert models.Signal.objects.get(kind="metric", name="train_loss").aliases == [
        "loss",
        "train/loss_epoch",
    ]


def test_chapters_without_entries_are_not_loaded(folder):
    run(folder)
    assert [chapter.slug for chapter in models.Chapter.objects.all()] == ["optimization"]


def test_the_edition_has_the_hash_of_the_files(folder):
    run(folder)
    current = edition_in_force()
    assert current.content_hash == current.files_hash == hash_files(small_files())
    assert (current.name, current.entries, current.is_edited) == ("2026.11", 2, False)


def test_the_database_holds_what_the_files_say(folder):
    run(folder)
    assert content_of_database() == small_content()


def test_a_second_load_does_nothing(folder, django_assert_max_num_queries):
    run(folder)
    before = counts()
    asked = 2 + (connection.vendor == "postgresql")  # for the lock that other loads wait for
    with django_assert_max_num_queries(asked):
        assert "is up to date" in run(folder)
    assert counts() == before


def test_unchanged_rows_are_not_written_again(folder):
    run(folder)
    with CaptureQueriesContext(connection) as queries:
        load.load(small_content(), hash_files(small_files()))
    changing = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "DELETE"))]
    assert changing == []


def test_rows_that_stay_keep_their_keys(folder):
    run(folder)
    keys = dict(models.FailureMode.objects.values_list("code", "pk"))
    fixes = set(models.Fix.objects.values_list("failure_mode__code", "title", "pk"))
    files = edited(small_files(), HIGH, "severity: 4", "severity: 5")
    files = edited(files, HIGH, "term: Rate too high", "term: Learning rate too high")
    files = edited(
        files, HIGH, "verify: The loss falls for 3 epochs.", "verify: The loss falls for 4 epochs."
    )
    write_files(files, folder)
    assert "loaded" in run(folder)
    assert dict(models.FailureMode.objects.values_list("code", "pk")) == keys
    assert set(models.Fix.objects.values_list("failure_mode__code", "title", "pk")) == fixes
    high = models.FailureMode.objects.get(code="LY-0050")
    assert (high.severity, high.term) == (5, "Learning rate too high")
    assert high.fixes.get(kind="root").verify == "The loss falls for 4 epochs."


def test_a_renamed_entry_keeps_its_row(folder):
    run(folder)
    key = models.FailureMode.objects.get(slug="rate-too-high").pk
    renamed = Content(
        **{
            **vars(small_content()),
            "specimens": {},
            "failure_modes": (
                entry("rate-far-too-high", 50, "rate-too-low", example=None),
                entry("rate-too-low", 51, "rate-far-too-high", example=None),
            ),
        }
    )
    load.load(renamed, "f" * 64)
    assert models.FailureMode.objects.get(slug="rate-far-too-high").pk == key
    assert content_of_database() == renamed


def test_vanished_rows_are_deleted(folder):
    run(folder)
    low = entry("rate-too-low", 51, "nobody", example=None, contra_indications=[])
    parts = {"look_alikes": [], "confirmations": [], "indications": low.indications[:2]}
    smaller = small_content(
        failure_modes=(low.model_copy(update=parts),),
        symptoms=(symptom("loss-oscillates"), symptom("loss-diverges")),
        specimens={},
        checks=(),
    )
    load.load(smaller, "f" * 64)
    assert content_of_database() == smaller
    assert models.Outcome.objects.count() == models.Confirmation.objects.count() == 0


def test_quizzes_are_loaded_in_their_order(folder):
    run(folder)
    quizzes = Quiz.objects.values_list("slug", "kinds", "status", "mode", "position")
    assert list(quizzes) == [
        ("mixed", ["symptoms-to-term", "term-to-fix"], "live", "practice", 0),
        ("old-one", ["term-to-fix"], "retired", "practice", 1),
    ]


def attempt_at(slug):
    learner, _ = Learner.objects.get_or_create(key_hash="a" * 64)
    return Attempt.objects.create(
        quiz=Quiz.objects.get(slug=slug), learner=learner, seed=1, edition=""
    )


def test_a_quiz_that_changes_keeps_its_attempts(folder):
    run(folder)
    attempt = attempt_at("mixed")
    write_files(edited(small_files(), "quizzes.yaml", "title: Mixed", "title: All of it"), folder)

    run(folder)

    attempt.refresh_from_db()
    assert (attempt.quiz.slug, attempt.quiz.title) == ("mixed", "All of it")


def test_a_vanished_quiz_is_retired_if_it_has_attempts_and_else_deleted(folder):
    run(folder)
    attempt = attempt_at("mixed")
    write_files(small_files(quizzes=(quiz("new"),)), folder)

    run(folder)

    assert set(Quiz.objects.values_list("slug", "status")) == {
        ("new", "live"),
        ("mixed", "retired"),
    }
    assert Attempt.objects.get() == attempt


def test_an_unknown_kind_of_question_is_told_with_its_line(folder):
    write_files(edited(small_files(), "quizzes.yaml", "- term-to-fix", "- term-to-fx"), folder)
    out = StringIO()

    with pytest.raises(CommandError, match="1 problems, nothing was loaded"):
        call_command("load_dictionary", folder=folder, stdout=out, stderr=out, check=True)

    assert (
        "quizzes.yaml:6: there is no kind of question 'term-to-fx'; there are definition-to-term"
        in out.getvalue()
    )


def test_a_problem_leaves_the_old_content(folder):
    run(folder)
    before, old = content_of_database(), edition_in_force()
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 9"), folder)
    out = StringIO()
    with pytest.raises(CommandError, match="1 problems, nothing was loaded"):
        call_command("load_dictionary", folder=folder, stdout=out, stderr=out)
    assert f"{HIGH}:26: severity: Input should be less than or equal to 5" in out.getvalue()
    assert content_of_database() == before
    assert edition_in_force() == old


def test_a_failure_halfway_leaves_the_old_content(folder, monkeypatch):
    run(folder)
    before = content_of_database()
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 5"), folder)

    def fails(_):
        raise IntegrityError("the index is broken")

    monkeypatch.setattr("dictionary.management.commands.load_dictionary.write_index", fails)
    with pytest.raises(IntegrityError):
        run(folder)
    assert content_of_database() == before
    assert edition_in_force().content_hash == hash_files(small_files())


def test_check_writes_nothing(folder):
    assert "no problems" in run(folder, check=True)
    assert models.FailureMode.objects.count() == 0


def test_check_tells_problems_and_fails(folder):
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 9"), folder)
    with pytest.raises(CommandError):
        run(folder, check=True)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="no content files"):
        run(tmp_path)


def edit_in_admin():
    models.FailureMode.objects.filter(slug="rate-too-high").update(severity=1)
    return edition.mark_edited()


def test_edits_are_not_overwritten_by_the_files_they_came_from(folder):
    run(folder)
    edit_in_admin()
    assert "kept: it was edited in the admin" in run(folder)
    assert models.FailureMode.objects.get(slug="rate-too-high").severity == 1


def test_edits_and_new_files_are_a_conflict(folder):
    run(folder)
    edit_in_admin()
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 5"), folder)
    with pytest.raises(CommandError, match="--discard-edits"):
        run(folder)
    assert models.FailureMode.objects.get(slug="rate-too-high").severity == 1
    run(folder, discard_edits=True)
    assert models.FailureMode.objects.get(slug="rate-too-high").severity == 5
    assert not edition_in_force().is_edited


def test_an_edit_makes_a_new_edition_in_force(folder):
    run(folder)
    loaded = edition_in_force()
    first = edit_in_admin()
    assert edition_in_force() == first != loaded
    assert first.is_edited
    assert first.files_hash == loaded.files_hash
    models.FailureMode.objects.filter(slug="rate-too-high").update(severity=2)
    second = edition.mark_edited()
    assert second.content_hash not in {first.content_hash, loaded.content_hash}
    assert models.Edition.objects.count() == 2
