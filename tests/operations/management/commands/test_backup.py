"""manage.py backup"""

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db(transaction=True)


def test_file_that_is_there_is_kept(tmp_path):
    path = tmp_path / "site.zip"
    path.write_text("of someone")

    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", path)
    assert path.read_text() == "of someone"


def test_folder_keeps_the_newest(tmp_path):
    for _ in range(3):
        call_command("backup", tmp_path, "--keep", "2")
    (tmp_path / "of-someone.zip").touch()
    before = sorted(path.name for path in tmp_path.glob("lossary-*"))
    call_command("backup", tmp_path, "--keep", "2")
    after = sorted(path.name for path in tmp_path.glob("lossary-*"))

    assert len(before) == len(after) == 2
    assert after[0] == before[1]
    assert (tmp_path / "of-someone.zip").exists()


@pytest.mark.parametrize("keep", ["0", "-1"])
def test_keeping_none_is_refused(tmp_path, keep):
    with pytest.raises(CommandError, match="--keep needs"):
        call_command("backup", tmp_path, f"--keep={keep}")
