"""The command over a small index: what it prints, and which rows it lists."""

import sys

import pytest

from benchmarks import formats
from benchmarks.format_rows import INDEX, read_index
from tests.engine.content import real_knowledge

ROWS = """\
file\ttool\tformat\tseries\tlabel\tacceptable\tnote
good.log\tprints\tepoch lines\ttrain_loss:20,val_loss:20\thealthy\tundecided\t-
short.log\tprints\tepoch lines\ttrain_loss:20,val_loss:20,lr:20\toverfitting\tnan-loss\t-
config.yaml\tPyYAML\tYAML\t-\tundecided\thealthy\tconfig learning_rate=0.1 batch_size=8
model.bin\ttorch\tcheckpoint\t-\tundecided\trefused\t-
"""
EVERY = ["good.log", "short.log", "config.yaml", "model.bin"]


@pytest.fixture
def sets(tmp_path, monkeypatch):
    folder = tmp_path / "golden"
    folder.mkdir()
    (folder / INDEX).write_text(ROWS)
    lines = [
        f"epoch {epoch}: train_loss {1 / epoch:.4f} val_loss {1.1 / epoch:.4f}\n"
        for epoch in range(1, 21)
    ]
    for name in ("good.log", "short.log"):
        (folder / name).write_text("".join(lines))
    (folder / "config.yaml").write_text("learning_rate: 0.1\nbatch_size: 16\n")
    (folder / "model.bin").write_bytes(b"\x00\x01" * 50)
    monkeypatch.setattr(formats, "SETS", tmp_path)
    return tmp_path


@pytest.fixture
def judgements(sets):
    rows = read_index(sets / "golden")
    return formats.judged(sets / "golden", rows, real_knowledge())


def names(lines):
    return [line.partition(":")[0] for line in lines]


def test_table_counts_what_is_read(judgements):
    title, line = formats.table({"golden": judgements}).splitlines()

    assert title.split()[:4] == ["set", "rows", "read", "exact"]
    assert line.startswith("golden       4    3 (75.0%)    2 (50.0%)    0 of 1")


def test_several_sets_are_added_up(judgements):
    lines = formats.table({"golden": judgements, "logs": judgements[:1]}).splitlines()

    assert [line.split()[:2] for line in lines[1:]] == [
        ["golden", "4"],
        ["logs", "1"],
        ["all", "5"],
    ]


def test_empty_selection_has_no_shares():
    assert formats.table({"golden": []}).splitlines()[1].split()[:3] == ["golden", "0", "-"]


def test_rows_that_are_not_exact_are_listed(judgements):
    lines = formats.misses(judgements, formats.READING)

    assert names(lines) == ["short.log", "config.yaml", "model.bin"]
    assert "missing lr:20, found train_loss:20,val_loss:20" in lines[0]
    assert lines[1] == "config.yaml: batch_size=8 read as 16.0"
    assert lines[2].startswith("model.bin: expected -, error model.bin: ")


def test_wrong_verdicts_are_listed_with_what_leads(judgements):
    wrong = formats.misses(judgements, formats.VERDICT)

    assert "model.bin" not in names(wrong)
    assert "verdict healthy, label overfitting,nan-loss, reported -, first " in wrong[0]
    assert len(formats.misses(judgements)) >= len(wrong)


def test_reading_alone_gives_no_verdicts(sets):
    rows = read_index(sets / "golden")

    read = formats.judged(sets / "golden", rows, real_knowledge(), reading_only=True)

    assert {judgement.answer.verdict for judgement in read} == {""}
    assert formats.table({"golden": read}, reading_only=True).split()[-4:] == ["-"] * 4


def test_sets_without_an_index_are_passed_over_unless_they_are_named(sets):
    every = formats.chosen_rows(formats.ALL, "")

    assert {name: [row.file for row in rows] for name, rows in every.items()} == {"golden": EVERY}
    assert [row.file for row in formats.chosen_rows("golden", ".log")["golden"]] == EVERY[:2]
    with pytest.raises(FileNotFoundError):
        formats.chosen_rows("unseen", "")


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["formats", *arguments])
    monkeypatch.setattr(formats, "knowledge_from_files", lambda _: real_knowledge())
    formats.main()


def test_command_prints_table_and_misses(sets, monkeypatch, capsys):
    run(monkeypatch, "--set", "golden", "--row", "short", "--misses", "--kind", "reading")

    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("golden       1")
    assert lines[3] == "golden:"
    assert lines[4].startswith("  short.log: epoch lines read as console, expected ")


def test_command_names_a_set_that_is_not_there(sets, monkeypatch):
    with pytest.raises(SystemExit, match=r"error: .*unseen"):
        run(monkeypatch, "--set", "unseen")


def test_golden_rows_name_files_that_are_there():
    rows = read_index(formats.SETS / "golden")

    assert len(rows) > 250
    parts = [part for row in rows for part in row.parts]
    assert [part for part in parts if not (formats.SETS / "golden" / part).exists()] == []
