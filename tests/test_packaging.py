"""The command `lossary`: what is installed with it, and the one that set-up puts beside Python."""

import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

import pytest

from diagnostics_api.terminal import __main__ as terminal
from tests.test_imports import ROOT, imported

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
INCLUDED = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]


def own_packages():
    return {path.parent.name for path in ROOT.glob("*/__init__.py")}


def needed(module, found):
    """Collect the modules of the project that a module imports, at any depth."""
    if module in found:
        return found
    found.add(module)
    path = Path(import_module(module).__file__)
    for name in imported(path):
        if name.split(".")[0] in own_packages():
            for package in _with_parents(_module_of(name)):
                needed(package, found)
    return found


def _with_parents(name):
    """Return a module after the packages that are imported before it."""
    parts = name.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _module_of(name):
    path = ROOT.joinpath(*name.split("."))
    is_module = path.is_dir() or path.with_suffix(".py").exists()
    return name if is_module else name.rpartition(".")[0]


def is_installed(package):
    return any(fnmatch(package, pattern) for pattern in INCLUDED)


def test_the_command_is_the_one_of_the_terminal():
    module, _, function = PROJECT["project"]["scripts"]["lossary"].partition(":")

    assert getattr(import_module(module), function) is terminal.main


def test_every_module_that_the_command_imports_is_installed():
    packages = {name.split(".")[0] for name in needed(terminal.__name__, set())}

    assert {package for package in packages if not is_installed(package)} == set()
    assert {"engine", "content"} <= packages
    assert is_installed(terminal.CONTENT.name)


@pytest.mark.parametrize("package", ["tests", "dictionary", "quizzes", "lab"])
def test_what_the_command_does_not_need_is_not_installed(package):
    assert not is_installed(package)


@pytest.mark.parametrize("name", ["plain", "with space", "o'clock $HOME"])
def test_set_up_puts_the_command_beside_python(tmp_path, name):
    root = tmp_path / name
    package = root / "diagnostics_api"
    package.mkdir(parents=True)
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (package / "terminal.py").write_text("import sys; print(sys.argv[1:]); sys.exit(1)")
    script = '. "$0"; root=$1; venv="$root/.venv"; put_command'

    subprocess.run(["sh", "-c", script, ROOT / "scripts" / "common.sh", root], check=True)  # noqa: S603, S607
    command = [root / ".venv" / "bin" / "lossary", "--exit-code", "a b.log"]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603

    assert (ran.stdout, ran.returncode) == ("['--exit-code', 'a b.log']\n", 1)
