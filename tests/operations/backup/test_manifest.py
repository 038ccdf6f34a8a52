"""A backup of other tables is refused by a sentence that says what to do."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from operations.backup.manifest import BackupError
from operations.backup.restore import restore
from tests.operations.site import in_manifest

pytestmark = pytest.mark.django_db(transaction=True)


def test_backup_of_another_version_names_it(backup):
    in_manifest(backup, migrations={"quizzes": ["0001_initial"]}, version="0.1.0")

    with pytest.raises(BackupError, match=r"version 0\.1\.0, with other tables of .*quizzes"):
        restore(backup, overwrite=True)


def test_backup_of_other_models_names_them(backup):
    in_manifest(backup, parts=[])

    with pytest.raises(BackupError, match=r"differ in what they keep: .*quizzes\.attempt"):
        restore(backup, overwrite=True)


def test_database_that_is_not_migrated_is_told_so(backup):
    newest = ("quizzes", "0008_only_json_answers")
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(*newest)
    try:
        with pytest.raises(BackupError, match=r"Run: manage\.py migrate"):
            restore(backup, overwrite=True)
    finally:
        recorder.record_applied(*newest)
