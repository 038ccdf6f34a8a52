"""VAR_DIR moves all that the site writes, so that the checkout may be read-only."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = """
from config import settings
print(settings.DATABASES["default"]["NAME"], settings.STATIC_ROOT, settings.DERIVED_DIR)
"""
STAMPED = '. "$0"; python=$1; done_with step requirements.lock; changed step requirements.lock'


def run(*command, **environment):
    return subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "SECRET_KEY": "x", **environment},
        check=False,
        capture_output=True,
        text=True,
    )


def test_settings_keep_everything_below_it(tmp_path):
    ran = run(sys.executable, "-c", SETTINGS, VAR_DIR=str(tmp_path))

    names = ("lossary.sqlite3", "static", "derived")
    assert ran.stdout.split() == [str(tmp_path / name) for name in names]


def test_static_files_may_lie_in_an_image():
    ran = run(sys.executable, "-c", SETTINGS, STATIC_ROOT="/app/static-files")

    assert "/app/static-files" in ran.stdout.split()


def test_key_is_read_from_there(tmp_path):
    (tmp_path / "secret-key").write_text("kept\n")
    code = "from config import settings; print(settings.SECRET_KEY)"

    assert run(sys.executable, "-c", code, VAR_DIR=str(tmp_path), SECRET_KEY="").stdout == "kept\n"


@pytest.mark.parametrize("name", ["var", "with space"])
def test_stamps_are_kept_there(tmp_path, name):
    """A step that is done has changed nothing since: exit code 1."""
    place = tmp_path / name

    ran = run("sh", "-c", STAMPED, "scripts/common.sh", sys.executable, VAR_DIR=str(place))

    assert (ran.returncode, ran.stderr) == (1, "")
    assert (place / "stamps" / "step").exists()


def test_relative_folder_is_taken_from_where_the_command_was_called():
    ran = run("sh", "-c", '. "$0"; printf %s "$VAR_DIR"', "scripts/common.sh", VAR_DIR="else/where")

    assert ran.stdout == str(ROOT / "else" / "where")
