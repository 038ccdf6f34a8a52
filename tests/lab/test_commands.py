import json
import sys
from types import SimpleNamespace

import pytest

from lab import commands
from lab.faults import ALL
from lab.plan import Run, from_lines
from lab.store import create_store, stored
from lab.train.lazy import HOW_TO_INSTALL

NAN = Run("nan-loss", "bad-batch", 0)


@pytest.fixture
def fake_torch(monkeypatch):
    monkeypatch.setattr(commands, "require", lambda: SimpleNamespace(set_num_threads=int))


def fake_make(run):
    return stored(run, ("shows",))


def fill(folder, *runs):
    with create_store(folder, print).writer() as writer:
        for run in runs:
            writer.add(stored(run, ("shows",)))


def run_command(folder, *more):
    return commands.main(["run", "--store", str(folder), "--fault", "nan-loss", *more])


def test_plan_prints_runs_that_can_be_read_again(capsys):
    assert commands.main(["plan", "--fault", "nan-loss", "--seeds", "2"]) == 0

    plan = from_lines(capsys.readouterr().out)
    assert [run.name for run in plan] == [
        "nan-loss/bad-batch/0",
        "nan-loss/log-of-zero/0",
        "nan-loss/bad-batch/1",
        "nan-loss/log-of-zero/1",
    ]


def test_plan_refuses_a_fault_that_does_not_exist(capsys):
    assert commands.main(["plan", "--fault", "bad-luck"]) == 1

    assert "error: no fault is called bad-luck" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--part", "x"], ["--seeds", "0"], ["--seeds", "many"]])
def test_plan_refuses_senseless_options(options, capsys):
    with pytest.raises(SystemExit):
        commands.main(["plan", *options])

    assert options[0] in capsys.readouterr().err


def test_run_without_torch_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "torch", None)

    assert run_command(tmp_path / "store") == 1
    assert capsys.readouterr().err == f"error: {HOW_TO_INSTALL}\n"


@pytest.mark.usefixtures("fake_torch")
def test_run_makes_what_the_store_lacks(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(commands, "make_one", fake_make)
    fill(tmp_path, NAN)

    assert run_command(tmp_path) == 0
    out = capsys.readouterr().out
    assert "2 runs planned, 1 in the store, 1 to make now" in out
    assert "[1/1] nan-loss/log-of-zero/0: shows" in out


@pytest.mark.usefixtures("fake_torch")
def test_run_stops_at_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(commands, "make_one", fake_make)

    assert run_command(tmp_path, "--seeds", "3", "--limit", "4") == 0
    assert len(create_store(tmp_path, print).done()) == 4


@pytest.mark.usefixtures("fake_torch")
def test_run_takes_a_plan_from_a_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(commands, "make_one", fake_make)
    commands.main(["plan", "--fault", "nan-loss"])
    path = tmp_path / "plan.jsonl"
    path.write_text(capsys.readouterr().out)

    options = ["--store", str(tmp_path / "store"), "--plan", str(path), "--part", "1/2"]
    assert commands.main(["run", *options]) == 0
    assert create_store(tmp_path / "store", print).done() == {NAN.id}


@pytest.mark.usefixtures("fake_torch")
def test_run_refuses_a_plan_of_setups_that_are_gone(tmp_path, capsys):
    gone = Run("nan-loss", "gone", 0)
    line = {"id": gone.id, "fault": "nan-loss", "setup": "gone", "seed": 0}
    path = tmp_path / "plan.jsonl"
    path.write_text(json.dumps(line))

    assert commands.main(["run", "--store", str(tmp_path), "--plan", str(path)]) == 1
    assert "nan-loss/gone/0: the lab has no such fault and setup" in capsys.readouterr().err


@pytest.mark.usefixtures("fake_torch")
def test_a_failed_run_makes_the_command_fail(tmp_path, monkeypatch, capsys):
    def fail(run):
        raise ValueError("out of luck")

    monkeypatch.setattr(commands, "make_one", fail)

    assert run_command(tmp_path) == 1
    assert "2 runs or workers failed" in capsys.readouterr().err


@pytest.mark.usefixtures("fake_torch")
def test_an_interrupted_run_says_how_to_go_on(tmp_path, monkeypatch, capsys):
    def interrupt(run):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "make_one", interrupt)

    assert run_command(tmp_path) == 130
    assert "the same command goes on" in capsys.readouterr().err


def test_measure_prints_and_writes_only_on_request(tmp_path, capsys):
    fill(tmp_path, NAN)
    path = tmp_path / "likelihoods.yaml"
    assert commands.main(["measure", "--store", str(tmp_path)]) == 0
    assert not path.exists()

    assert commands.main(["measure", "--store", str(tmp_path), "--write", str(path)]) == 0
    assert path.exists()
    assert "False alarms" in capsys.readouterr().out


def test_measure_refuses_a_folder_that_is_no_store(tmp_path, capsys):
    assert commands.main(["measure", "--store", str(tmp_path)]) == 1

    assert "is no store of runs" in capsys.readouterr().err


def test_check_finds_no_problem_in_the_faults(capsys):
    assert commands.main(["check"]) == 0

    assert f"{len(ALL)} faults checked, 0 problems" in capsys.readouterr().out


def test_check_reads_every_line_of_a_store(tmp_path, capsys):
    fill(tmp_path, NAN)
    (tmp_path / "runs-001.jsonl").write_text("{}\n")

    assert commands.main(["check", "--store", str(tmp_path)]) == 1
    assert "runs-001.jsonl, line 1: damaged" in capsys.readouterr().err
