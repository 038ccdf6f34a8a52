"""What is saved comes back whole, or nothing changes."""

import hashlib
import zipfile

import pytest
from django.contrib.auth.models import User

from dictionary.editions import edition_in_force
from dictionary.models import Edition, FailureMode
from dictionary.search.find import search
from operations.backup.manifest import BackupError
from operations.backup.restore import restore
from quizzes.models import Attempt, Learner
from tests.operations.site import all_rows, changed, empty, in_manifest, manifest_of
from tests.operations.stored import stored_attempt

pytestmark = pytest.mark.django_db(transaction=True)


def test_everything_comes_back(backup):
    before = all_rows()
    hits = [hit.url for hit in search("overfitting")]
    Attempt.objects.all().delete()
    User.objects.all().delete()
    FailureMode.objects.update(definition="Changed")
    Edition.objects.create(name="2", content_hash="f" * 64, files_hash="f" * 64, entries=1)

    restore(backup, overwrite=True)

    assert all_rows() == before
    assert [hit.url for hit in search("overfitting")] == hits
    assert User.objects.get().check_password("a password of some length")
    assert User.objects.get().has_perm("dictionary.change_failuremode")


def test_rows_that_come_later_get_keys_behind_those_that_came_back(backup):
    restore(backup, overwrite=True)

    attempt = stored_attempt(key="b" * 64)

    assert attempt.pk == Attempt.objects.order_by("pk").last().pk
    assert Learner.objects.count() == 2


def test_backup_restores_into_a_new_database(backup):
    before = all_rows()
    empty()

    restore(backup)

    assert all_rows() == before
    assert edition_in_force() is not None


def test_row_that_the_database_refuses_leaves_everything(backup):
    def twice(text):
        return text + text

    part = "rows/quizzes.learner.jsonl"
    changed(backup, part, twice)
    with zipfile.ZipFile(backup) as archive:
        digest = hashlib.sha256(archive.read(part)).hexdigest()
    parts = manifest_of(backup)["parts"]
    for each in parts:
        if each["model"] == "quizzes.learner":
            each |= {"sha256": digest, "rows": 2}
    in_manifest(backup, parts=parts)
    before = all_rows()

    with pytest.raises(BackupError, match="Nothing was restored"):
        restore(backup, overwrite=True)
    assert all_rows() == before
