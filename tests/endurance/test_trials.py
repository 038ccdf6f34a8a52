"""Every long trial is a command."""

import subprocess
import sys

import pytest

from tests.endurance.server import ROOT


@pytest.mark.parametrize("name", ["changes", "faults", "full_disk", "kills", "load"])
def test_a_trial_tells_how_it_is_called(name):
    told = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", f"tests.endurance.{name}", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert f"python -m tests.endurance.{name}" in told.stdout
