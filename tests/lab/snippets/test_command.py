"""scripts/check_snippets runs all snippets and writes the lock when all of them ran."""

import pytest

from content.snippets import read_lock
from lab.snippets import command
from tests.small_content import small_files, write_files


@pytest.fixture
def folder(tmp_path, monkeypatch):
    write_files(small_files(), tmp_path)
    monkeypatch.setattr(command, "PACKAGES", ("numpy",))
    monkeypatch.setattr(command, "unresolved", lambda api: ())
    monkeypatch.setattr(command, "run_error", lambda snippet: "")
    return tmp_path


def check(folder, *arguments):
    return command.main(["--folder", str(folder), *arguments])


def test_the_lock_holds_what_ran(folder, capsys):
    assert check(folder) == 0

    lock = read_lock(folder)
    assert set(lock.versions) == {"numpy"}
    assert len(lock.snippets) == 2
    assert "2 snippets of 2 entries, 0 errors" in capsys.readouterr().out


def test_a_snippet_that_fails_is_named_and_leaves_no_lock(folder, monkeypatch, capsys):
    monkeypatch.setattr(command, "run_error", lambda snippet: "line 1: it broke")

    assert check(folder) == 1

    assert "rate-too-high: Divide the rate by ten (python): line 1" in capsys.readouterr().err
    assert not (folder / "snippets.lock").exists()


def test_a_name_that_is_not_there_is_an_error(folder, monkeypatch, capsys):
    monkeypatch.setattr(command, "unresolved", lambda api: [f"{api.name} is gone"])

    assert check(folder, "--names-only") == 1
    assert "torch.optim.SGD is gone" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["rate-too-high"], ["--names-only"]])
def test_a_part_of_the_check_writes_no_lock(folder, arguments):
    assert check(folder, *arguments) == 0

    assert not (folder / "snippets.lock").exists()


def test_an_unknown_entry_is_named(folder, capsys):
    assert check(folder, "nothing") == 1

    assert "no readable entry nothing" in capsys.readouterr().err
