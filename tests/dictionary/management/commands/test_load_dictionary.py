"""A load holds the lock of a writer while it writes, and leaves decisions to people."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from content.cases import text_model_version
from content.files import hash_files
from dictionary import models
from dictionary.editions import edition_in_force
from dictionary.loading import edition, load, wanted
from dictionary.loading.derived import fill_derived_fields
from dictionary.loading.from_database import content_of_database
from tests.small_content import edited, small_content, small_files, write_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

HIGH = "failure_modes/optimization/rate-too-high.md"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "files"
    write_files(small_files(), folder)
    return folder


def run(folder):
    call_command("load_dictionary", folder=folder, stdout=StringIO(), stderr=StringIO())


def test_rendering_and_drawing_wait_for_no_lock(transactional_db, folder, settings, monkeypatch):
    """A writer of the site waits only while rows are written."""
    settings.MADE_OF_CONTENT = ()
    made = []

    def filled(instance):
        made.append((type(instance).__name__, connection.in_atomic_block))
        return fill_derived_fields(instance)

    monkeypatch.setattr(wanted, "fill_derived_fields", filled)

    run(folder)

    assert {"FailureMode", "Chapter", "Fix"} <= {name for name, _ in made}
    assert not any(in_transaction for _, in_transaction in made)


def test_an_edit_while_the_new_content_is_made_is_replaced_whole(folder):
    run(folder)
    prepared = load.prepared(small_content())
    models.FailureMode.objects.update(mechanism="Edited.", mechanism_html="<p>Edited.</p>")

    load.write(prepared, small_content(), hash_files(small_files()))

    assert content_of_database() == small_content()
    high = models.FailureMode.objects.get(slug="rate-too-high")
    assert "<math" in high.mechanism_html


def test_what_is_made_of_the_content_is_there_before_the_edition(folder, tmp_path, settings):
    settings.DERIVED_DIR = tmp_path / "derived"
    run(folder)

    made = {path.name for path in settings.DERIVED_DIR.glob(f"{hash_files(small_files())}-*/*")}

    model = f"text-model-{text_model_version(folder)}"
    assert made == {"knowledge", "library", "search-lexicon", "suggestions", "quiz-bank", model}


def test_new_files_beside_edits_leave_the_edition_and_ask_for_a_decision(folder):
    run(folder)
    models.FailureMode.objects.filter(slug="rate-too-high").update(severity=1)
    in_force = edition.mark_edited()
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 5"), folder)

    with pytest.raises(CommandError, match=r"dump_dictionary --to DIR") as error:
        run(folder)

    assert error.value.returncode == 3
    assert str(error.value).endswith(f"Until then edition {in_force} stays in force.")
    assert edition_in_force() == in_force
