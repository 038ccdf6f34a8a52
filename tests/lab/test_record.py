import json

import pytest

from lab import record, runs


def test_an_unknown_fault_is_refused_with_the_list(tmp_path, capsys):
    with pytest.raises(SystemExit):
        record.main(["--out", str(tmp_path), "--only", "bad-luck"])

    assert "dying-relu" in capsys.readouterr().err


def test_the_numbers_of_the_runs_start_where_asked(tmp_path, monkeypatch):
    asked = []

    def note(fault, number, out):
        asked.append((fault.slug, number))

    monkeypatch.setattr(record, "record_until_kept", note)
    options = ["--only", "dying-relu", "--seeds", "2", "--first", "5"]
    record.main(["--out", str(tmp_path), *options])

    assert asked == [("dying-relu", 5), ("dying-relu", 6)]


def test_the_faulty_run_and_its_twin_are_saved(tmp_path, monkeypatch):
    made = [runs.Attempt(0, "no"), runs.Attempt(1, "yes", {"a": 1}, {"b": 2})]
    monkeypatch.setattr(runs, "fault_attempts", lambda *_: iter(made))
    options = ["--only", "dying-relu", "--seeds", "1"]
    record.main(["--out", str(tmp_path), *options])

    saved = {path.name: json.loads(path.read_text()) for path in tmp_path.iterdir()}
    assert saved == {
        "dying-relu-0.json": {"id": "dying-relu-0", "a": 1},
        "healthy-twin-dying-relu-0.json": {"id": "healthy-twin-dying-relu-0", "b": 2},
    }
