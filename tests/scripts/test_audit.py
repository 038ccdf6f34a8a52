import json
import subprocess
from pathlib import Path

import pytest

from scripts import audit

LOCK = Path("requirements.lock")
SOUND = {"name": "a", "version": "1", "vulns": []}
WEAK = {
    "name": "b",
    "version": "2",
    "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}, {"id": "CVE-2", "fix_versions": []}],
}
UNKNOWN = {"name": "c", "skip_reason": "Dependency not found on PyPI"}


@pytest.fixture
def pip_audit(monkeypatch):
    """Lets pip-audit answer with packages, or fail without an answer."""

    def answer(packages):
        def run(command, **_):
            if packages is not None:
                place = command[command.index("--output") + 1]
                Path(place).write_text(json.dumps({"dependencies": packages}))

        monkeypatch.setattr(subprocess, "run", run)
        return audit.audit(LOCK)

    return answer


def test_weaknesses_fail_with_the_version_that_mends_them(pip_audit, capsys):
    assert audit.report(LOCK, pip_audit([SOUND, WEAK, UNKNOWN])) == 1

    out = capsys.readouterr().out
    assert "b 2: CVE-1, fixed in 3" in out
    assert "b 2: CVE-2, fixed in no version yet" in out
    assert "2 weaknesses in 2 packages, 1 not known" in out


def test_sound_packages_pass(pip_audit, capsys):
    assert audit.report(LOCK, pip_audit([SOUND])) == 0
    assert "0 weaknesses in 1 packages" in capsys.readouterr().out


@pytest.mark.parametrize("packages", [None, [], [UNKNOWN]])
def test_an_audit_that_was_none_is_not_called_one(pip_audit, capsys, packages):
    assert audit.report(LOCK, pip_audit(packages)) == 0
    assert "not audited" in capsys.readouterr().out


def test_an_audit_that_takes_too_long_is_none(monkeypatch):
    def run(command, timeout, **_):
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", run)

    assert audit.audit(LOCK) is None
