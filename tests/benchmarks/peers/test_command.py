import json

import pytest

from benchmarks.peers import command
from benchmarks.peers.peer import PEERS
from tests.benchmarks.peers.fakes import LOSSLINT, healthy, install, run
from tests.engine.content import real_content, real_knowledge


@pytest.fixture(autouse=True)
def _content_read_once(monkeypatch):
    monkeypatch.setattr(command, "knowledge_from_files", lambda _: real_knowledge())
    monkeypatch.setattr(command, "content_of_folder", lambda _: real_content())


@pytest.fixture
def few_runs(monkeypatch):
    diverged = run("diverge", metrics={"step": [1], "train_loss": [1.0], "diverge": [1.0]})
    monkeypatch.setattr(command, "runs", lambda: [diverged, healthy()])


@pytest.fixture
def losslint(tmp_path, monkeypatch):
    install(tmp_path, "losslint", LOSSLINT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


@pytest.mark.usefixtures("few_runs", "losslint")
def test_a_tool_is_measured_and_kept(tmp_path, capsys):
    path = tmp_path / "peers.json"

    assert command.main(["--tool", "losslint", "--rules", "--misses", "--json", str(path)]) == 0

    out, err = capsys.readouterr()
    assert "divergence                          right on 1 of 1 faulty runs" in out
    assert "losslint 9.9 is installed; 0.4.1 was mapped" in err
    rows = json.loads(path.read_text())["rows"]
    assert [row["input"] for row in rows] == ["epoch table", "step lines"]
    assert {(row["every"]["first"], row["alarms"]) for row in rows} == {(1.0, 0)}


@pytest.mark.usefixtures("few_runs")
def test_missing_tools_are_left_out(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert command.main(["--tool", "trainproof", "bm25"]) == 0

    out, err = capsys.readouterr()
    assert err.startswith("trainproof is left out: No module named")
    assert [line.split()[0] for line in out.splitlines()[1:]] == ["bm25"]


@pytest.mark.usefixtures("few_runs")
def test_the_engine_has_a_row_for_each_input(capsys):
    assert command.main(["--tool", "lossary"]) == 0

    out = capsys.readouterr().out
    assert "all fields" in out
    assert "losses only" in out


def test_every_system_is_measured_unless_some_are_named():
    assert command.options_of([]).tools == [*(peer.name for peer in PEERS), "lossary", "bm25"]


def test_an_unknown_tool_is_refused(capsys):
    with pytest.raises(SystemExit):
        command.options_of(["--tool", "crystal-ball"])

    assert "invalid choice: 'crystal-ball'" in capsys.readouterr().err
