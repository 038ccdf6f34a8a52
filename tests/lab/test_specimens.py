"""The programs of the examples are run, and what they print is kept."""

import pytest

from lab import commands, specimens
from lab.specimens import SpecimenError, keep, output_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(specimens, "require", lambda: None)
    for slug, number in (("first", 1), ("second", 2)):
        (tmp_path / slug).mkdir()
        for name in ("bad", "good"):
            (tmp_path / slug / f"{name}.py").write_text(f"print({number})\n")
    return tmp_path


def run(folder, *slugs):
    return commands.main(["specimens", "--folder", str(folder), *slugs])


def test_all_programs_are_recorded(folder, capsys):
    assert run(folder) == 0

    assert (folder / "second" / "good.jsonl").read_text() == "2\n"
    assert capsys.readouterr().out.count("recorded") == 4


def test_only_what_is_named_is_recorded(folder):
    assert run(folder, "first") == 0

    assert (folder / "first" / "bad.jsonl").exists()
    assert not (folder / "second" / "bad.jsonl").exists()


def test_a_program_that_prints_the_same_is_unchanged(folder):
    recording = folder / "first" / "bad.jsonl"

    assert keep(recording, "1\n") == "recorded"
    assert keep(recording, "1\n") == "unchanged"
    assert keep(recording, "2\n") == "recorded"


def test_programs_run_with_one_thread(folder):
    program = folder / "first" / "bad.py"
    program.write_text("import os\nprint(os.environ['OMP_NUM_THREADS'])\n")

    assert output_of(program) == "1\n"


def test_an_unknown_specimen_is_named(folder, capsys):
    assert run(folder, "third") == 1

    assert "no specimen is called third" in capsys.readouterr().err


def test_a_program_that_fails_is_named_with_its_error(folder):
    program = folder / "first" / "bad.py"
    program.write_text("raise ValueError('no data')\n")

    with pytest.raises(SpecimenError, match="ValueError: no data"):
        output_of(program)


ENTRY = """---
slug: first
example:
  expect:
    - bad.train_loss.last > {bound}
---

It swings.
"""


def with_entry(folder, tmp_path, bound):
    entries = tmp_path / "entries"
    (entries / "optimization").mkdir(parents=True)
    (entries / "optimization" / "first.md").write_text(ENTRY.format(bound=bound))
    for name in ("bad", "good"):
        (folder / "first" / f"{name}.py").write_text("print('{\"train_loss\": 2.5}')\n")
    return entries


def test_runs_that_show_what_the_entry_expects_are_kept(folder, tmp_path_factory):
    entries = with_entry(folder, tmp_path_factory.mktemp("e"), bound=2)

    code = commands.main(["specimens", "--folder", str(folder), "--entries", str(entries), "first"])

    assert code == 0
    assert (folder / "first" / "bad.jsonl").exists()


def test_runs_that_show_something_else_are_refused(folder, tmp_path_factory, capsys):
    entries = with_entry(folder, tmp_path_factory.mktemp("e"), bound=3)

    code = commands.main(["specimens", "--folder", str(folder), "--entries", str(entries), "first"])

    assert code == 1
    assert "bad.train_loss.last > 3 does not hold: it is 2.5" in capsys.readouterr().err
    assert not (folder / "first" / "bad.jsonl").exists()


def test_a_program_that_does_not_end_is_stopped(folder, monkeypatch):
    monkeypatch.setattr(specimens, "SECONDS", 0.2)
    program = folder / "first" / "bad.py"
    program.write_text("while True:\n    pass\n")

    with pytest.raises(SpecimenError, match="still running"):
        output_of(program)
