"""The trial with a full disk in short; the long one is in full_disk.py."""

import os
import subprocess
import sys

from tests.endurance.full_disk import flaws_of_full, flaws_of_room, report
from tests.endurance.learner import Memory
from tests.endurance.server import ROOT


def test_a_full_disk_loses_nothing_and_is_told():
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    trial = subprocess.run(
        [sys.executable, "-m", "tests.endurance.full_disk", "--rounds", "1"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert trial.returncode == 0, trial.stdout + trial.stderr
    assert trial.stdout == "acknowledged answers: 6, lost: 0\n"


class Blind:
    """A site that takes nothing, and says that all is well."""

    def ask(self, path):
        return 500, '{"writes": "ok"}', path

    def give(self, attempt, form):
        return 500, "an error"


def test_what_does_not_hold_is_told(monkeypatch, db):
    monkeypatch.setattr("tests.endurance.full_disk.SOON", 0.01)
    form = {"item": "1", "option": "abc"}
    full = list(flaws_of_full(Blind(), "/quiz/1/", form))
    room = list(flaws_of_room(Blind(), "/quiz/1/", form))

    assert full[0] == "/readyz says that a full disk can be written"
    assert full[1].startswith("an answer with a full disk: 500")
    assert "/healthz with a full disk: 500" in full
    assert room == ["an answer with room again: 500"]
    assert report(Memory(), full) == 1
