import subprocess
import sys
from pathlib import Path

import pytest

from lab.train import lazy

ROOT = Path(__file__).parent.parent.parent.parent


def test_a_missing_torch_is_said_with_the_extra_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)

    with pytest.raises(lazy.MissingTorchError, match='extra "lab"'):
        lazy.torch.randn(3)


def test_faults_and_plans_are_read_without_torch():
    code = "import sys, lab.commands; raise SystemExit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)  # noqa: S603
