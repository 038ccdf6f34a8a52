"""A backup of one database restores on the other."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from operations.backup.archive import reading
from operations.backup.restore import restore
from operations.backup.save import save
from quizzes.models import Attempt, Response

ROOT = Path(__file__).parents[3]
# Fills a new SQLite database and saves it; or restores a backup there and saves that.
PROGRAM = """
import sys
import django
django.setup()
from django.core.management import call_command
from operations.backup.restore import restore
from operations.backup.save import save
from pathlib import Path
from tests.operations.stored import stored_attempt
from tests.site import make_content
call_command("migrate", verbosity=0)
if len(sys.argv) == 3:
    restore(Path(sys.argv[2]), overwrite=True)
else:
    make_content()
    stored_attempt()
save(Path(sys.argv[1]))
"""

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def on_sqlite(folder, *paths):
    folder.mkdir()
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", PROGRAM, *paths],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SECRET_KEY": "x",
            "VAR_DIR": str(folder),
        },
        check=True,
    )


def rows_of(path):
    """The rows of each model. PostgreSQL does not keep the order of keys in JSON."""
    with reading(path) as backup:
        rows = {}
        for part in backup.manifest.parts:
            with backup.lines(part) as lines:
                rows[part.model] = [json.loads(line) for line in lines]
        return rows


def test_sqlite_to_postgresql_and_back(tmp_path):
    assert connection.vendor == "postgresql"
    there, here, back = (tmp_path / name for name in ("there.zip", "here.zip", "back.zip"))
    on_sqlite(tmp_path / "one", there)

    restore(there, overwrite=True)
    save(here)
    on_sqlite(tmp_path / "two", back, here)

    assert (Attempt.objects.count(), Response.objects.count()) == (1, 2)
    assert rows_of(there) == rows_of(here) == rows_of(back)
