import os
import subprocess
import sys
from pathlib import Path

import pytest

from diagnostics_api.terminal import __main__ as terminal
from tests.diagnostics_api.small import small_published
from tests.small_content import edited, small_files, write_files

ROOT = Path(__file__).parents[3]
RUN_AND_NAME_DJANGO = """
import sys
from diagnostics_api.terminal.__main__ import main
code = main(sys.argv[1:])
print(sorted(name for name in sys.modules if "django" in name or "rest_framework" in name))
sys.exit(code)
"""
DJANGO = {"DJANGO_SETTINGS_MODULE", "SECRET_KEY", "DEBUG", "DATABASE_URL"}


@pytest.fixture
def small(monkeypatch):
    """Stand the small content in for the content of any folder."""
    monkeypatch.setattr(terminal, "published_from_folder", lambda folder: small_published())


def run_python(*arguments):
    """Run Python in the project's folder, without any setting of Django's."""
    environment = {name: value for name, value in os.environ.items() if name not in DJANGO}
    return subprocess.run(  # noqa: S603 (our own modules)
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,  # a hang; a busy machine takes a minute
    )


def test_a_diagnosis_imports_no_django():
    done = run_python("-c", RUN_AND_NAME_DJANGO, "--describe", "the training loss became nan")

    assert done.returncode == 0
    assert "failure modes were weighed." in done.stdout
    assert done.stdout.endswith("\n[]\n")


def test_it_is_run_as_a_module():
    done = run_python("-m", "diagnostics_api.terminal", "--help")

    assert done.returncode == 0
    assert done.stdout.startswith("usage: lossary")


def test_the_report_goes_to_standard_output(small, capsys):
    assert terminal.main(["--describe", "it swings"]) == 0

    assert "2 failure modes were weighed." in capsys.readouterr().out


def test_another_content_folder_is_read(tmp_path, monkeypatch):
    folders = []
    monkeypatch.setattr(
        terminal,
        "published_from_folder",
        lambda folder: folders.append(folder) or small_published(),
    )

    terminal.main(["--content", str(tmp_path), "--describe", "it swings"])

    assert folders == [tmp_path]


def test_the_content_of_the_project_is_the_default():
    assert (terminal.CONTENT / "chapters.yaml").exists()


def test_unreadable_input_exits_with_2(small, capsys):
    assert terminal.main(["/no/such/file"]) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "error: /no/such/file: No such file or directory\n"


def test_faulty_content_exits_with_2(tmp_path, capsys):
    high = "failure_modes/optimization/rate-too-high.md"
    write_files(edited(small_files(), high, "severity: 4", "severity: 9"), tmp_path)

    assert terminal.main(["--content", str(tmp_path), "--describe", "x"]) == 2

    assert "rate-too-high.md:" in capsys.readouterr().err


def test_a_folder_without_content_is_named(tmp_path, capsys):
    assert terminal.main(["--content", str(tmp_path), "--describe", "x"]) == 2

    assert capsys.readouterr().err == f"error: {tmp_path}:1: no content files are in this folder\n"


def test_an_unreadable_content_file_is_named(tmp_path, capsys):
    folder = tmp_path / "chapters.yaml"
    folder.mkdir()

    assert terminal.main(["--content", str(tmp_path), "--describe", "x"]) == 2

    assert capsys.readouterr().err == f"error: {folder}: Is a directory\n"


def test_a_closed_standard_input_exits_with_2(small, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", None)

    assert terminal.main(["-"]) == 2

    assert capsys.readouterr().err == "error: standard input is closed\n"


def test_a_closed_standard_output_exits_with_2(small, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout", None)

    assert terminal.main(["--describe", "it swings"]) == 2

    assert capsys.readouterr().err == "error: standard output is closed\n"


def test_an_interrupted_diagnosis_shows_no_traceback(small, monkeypatch):
    def interrupted(options, published):
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal, "output_of", interrupted)

    assert terminal.main(["--describe", "it swings"]) == 130


@pytest.mark.parametrize("arguments", [["--content", "/no/such/folder"], ["--unheard-of"]])
def test_wrong_options_exit_with_2(arguments):
    with pytest.raises(SystemExit) as caught:
        terminal.main(arguments)

    assert caught.value.code == 2
