"""Command that prints the figures and lowers the list of exceptions."""

import subprocess

import pytest

from scripts import figures
from scripts.structure import exceptions

# 42 nodes on one line
DENSE = "x = [a + b * c for a, b, c in zip(d, e, f) if a > b or c]\n"

A = ("a.py", "nodes_per_line")
B = ("b.py", "nodes_per_line")


@pytest.fixture
def checkout(tmp_path):
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.name", "Test")
    git(tmp_path, "config", "user.email", "test@example.org")
    git(tmp_path, "config", "commit.gpgsign", "false")
    (tmp_path / "tests").mkdir()
    (tmp_path / "a.py").write_text(DENSE * 10)
    return tmp_path


def git(root, *arguments):
    subprocess.run(["git", *arguments], cwd=root, check=True)  # noqa: S603, S607


def lower(root, *options):
    return figures.main(["--root", str(root), "--exceptions", *options])


def listed(root):
    return exceptions.read_exceptions(root / "tests/density.tsv")


def test_missing_list_is_made_from_today(checkout):
    assert lower(checkout) == 0
    assert listed(checkout) == {A: 42.1}


def test_new_breaches_are_refused(checkout, capsys):
    lower(checkout)
    (checkout / "b.py").write_text(DENSE * 10)

    assert lower(checkout) == 1
    assert listed(checkout) == {A: 42.1}
    assert "refused: b.py nodes_per_line 42.1" in capsys.readouterr().err


def test_unknown_renames_lose_no_exception(checkout):
    lower(checkout)
    (checkout / "a.py").rename(checkout / "b.py")

    assert lower(checkout) == 1
    assert listed(checkout) == {A: 42.1}


def test_files_that_got_better_are_lowered(checkout):
    lower(checkout)
    (checkout / "a.py").write_text(DENSE * 10 + "y = 1\n" * 10)

    assert lower(checkout) == 0
    assert listed(checkout) == {A: 23.1}


def test_renames_of_git_take_exceptions_along(checkout):
    lower(checkout)
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "Add a")
    (checkout / "c").mkdir()
    git(checkout, "mv", "a.py", "c/b.py")

    assert lower(checkout) == 0
    assert listed(checkout) == {("c/b.py", "nodes_per_line"): 42.1}


def test_named_renames_take_exceptions_along(checkout):
    lower(checkout)
    (checkout / "a.py").rename(checkout / "b.py")

    assert lower(checkout, "--renamed", "a.py=b.py") == 0
    assert listed(checkout) == {B: 42.1}


def test_bad_options_stop_with_usage(tmp_path, capsys):
    with pytest.raises(SystemExit):
        figures.main(["--root", str(tmp_path / "none")])
    assert "is not a folder" in capsys.readouterr().err

    with pytest.raises(SystemExit):
        figures.main(["--renamed", "a.py"])
    assert "is not OLD=NEW" in capsys.readouterr().err


def test_bad_source_ends_with_an_error(tmp_path, capsys):
    (tmp_path / "a.py").write_text("def\n")

    assert figures.main(["--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("error: a.py:1: ")


def test_tables_are_printed_as_text_and_json(tmp_path, capsys):
    (tmp_path / "a.py").write_text("x = 1\n")

    assert figures.main(["--root", str(tmp_path)]) == 0
    assert "code files / lines" in capsys.readouterr().out
    assert figures.main(["--root", str(tmp_path), "--json"]) == 0
    assert capsys.readouterr().out.startswith("{")
