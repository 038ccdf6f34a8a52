"""manage.py restore"""

import zipfile

import pytest
from django.core.management import CommandError, call_command

from tests.operations.site import all_rows, make_site, manifest_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_database_in_use_is_not_overwritten(backup):
    before = all_rows()

    with pytest.raises(CommandError, match=r"in use: it has rows of .*--overwrite"):
        call_command("restore", backup)
    assert all_rows() == before


def test_check_says_what_is_in_it(backup, capsys):
    call_command("restore", backup, "--check")

    printed = capsys.readouterr().out
    assert "is whole" in printed
    assert "1 quizzes.attempt" in printed


def test_settings_are_kept_by_name_only(tmp_path, monkeypatch, capsys):
    make_site()
    monkeypatch.setenv("METRICS_TOKEN", "a-secret-of-some-length")
    monkeypatch.setenv("SECRET_KEY", "another-secret")
    path = tmp_path / "site.zip"
    call_command("backup", path)
    monkeypatch.delenv("METRICS_TOKEN")

    call_command("restore", path, "--overwrite")

    assert {"METRICS_TOKEN", "SECRET_KEY"} <= set(manifest_of(path)["settings"])
    with zipfile.ZipFile(path) as archive:
        texts = [archive.read(name).decode() for name in archive.namelist()]
    assert not any("secret-of-some-length" in text or "another-secret" in text for text in texts)
    assert "not here: METRICS_TOKEN" in capsys.readouterr().out
