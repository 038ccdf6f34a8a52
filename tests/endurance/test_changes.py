"""Changes under traffic in short; the long mode is in changes.py."""

import os
import subprocess
import sys

import pytest

from tests.endurance.changes import report
from tests.endurance.server import ROOT
from tests.endurance.traffic import Traffic
from tests.held_server import served
from tests.nginx import NGINX


def test_no_request_is_lost_by_a_change():
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    trial = subprocess.run(
        [sys.executable, "-m", "tests.endurance.changes", "--rounds", "1"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert trial.returncode == 0, trial.stdout + trial.stderr
    kinds = ["reloads", "editions", "versions"] if NGINX else ["reloads", "editions"]
    told = [line for line in trial.stdout.splitlines() if line.endswith(" answered, 0 lost")]
    assert [line.partition(":")[0] for line in told] == kinds


@pytest.fixture
def traffic(tmp_path):
    with served(tmp_path) as started:
        yield Traffic(f"127.0.0.1:{started.server.port}", ["/"], 1), started.process


def test_requests_that_break_off_are_told(traffic, capsys):
    asked, process = traffic
    with asked.flowing():
        process.kill()
        process.wait()

    assert report([("a kill", asked)]) == 1
    assert "ConnectionRefusedError" in capsys.readouterr().out


def test_errors_are_told():
    asked = Traffic("127.0.0.1:1", ["/"])
    asked.lost.append("/: 503")

    assert report([("a trial", asked)]) == 1
