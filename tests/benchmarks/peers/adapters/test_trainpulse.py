"""The monitor of trainpulse gets the columns that its own command hands on."""

import importlib
import json
import sys
from types import SimpleNamespace

import pytest


@pytest.fixture
def logged(monkeypatch, tmp_path):
    """Return the values that reach the monitor from the given lines."""

    class Monitor:
        def log(self, *values):
            handed.append(values)

        def report(self):
            return SimpleNamespace(alerts=[])

    def read(*rows):
        path = tmp_path / "run.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows))
        assert adapter.findings(path) == []
        return handed

    handed = []
    monkeypatch.setitem(sys.modules, "trainpulse", SimpleNamespace(Monitor=Monitor))
    name = "benchmarks.peers.adapters.trainpulse"
    monkeypatch.delitem(sys.modules, name, raising=False)
    adapter = importlib.import_module(name)
    yield read
    monkeypatch.delitem(sys.modules, name)


def test_lines_are_logged_in_turn(logged):
    rows = [{"step": 0, "loss": 2}, {"step": 1, "loss": 1.5, "grad_norm": 0.5}]

    assert logged(*rows) == [("loss", 0, 2.0), ("loss", 1, 1.5), ("grad_norm", 1, 0.5)]


def test_other_columns_are_not_logged(logged):
    assert logged({"step": 0, "val_loss": 2.0}) == []


def test_a_line_without_a_step_is_refused(logged):
    with pytest.raises(KeyError, match="step"):
        logged({"loss": 2.0})
