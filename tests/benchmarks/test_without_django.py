"""The benchmarks of the engine start without Django: content and engine need none."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
MODULES = ["benchmarks.accuracy", "benchmarks.fit", "content.to_knowledge"]
IMPORT_AND_NAME_DJANGO = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    print(name, sorted(found for found in sys.modules if "django" in found))
"""


def run_python(*arguments):
    """Run Python in the project's folder, without any setting of Django's."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DJANGO_SETTINGS_MODULE", "SECRET_KEY", "DEBUG", "DATABASE_URL"}
    }
    return subprocess.run(  # noqa: S603 (our own modules)
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,  # a hang; a busy machine takes a minute
    )


def test_no_module_of_the_engine_imports_django():
    """One process imports them all: the first line that names modules tells who imports them."""
    done = run_python("-c", IMPORT_AND_NAME_DJANGO, *MODULES)

    assert done.stdout.splitlines() == [f"{module} []" for module in MODULES]
    assert done.stderr == ""


def test_a_module_that_imports_django_is_noticed():
    done = run_python("-c", IMPORT_AND_NAME_DJANGO, "benchmarks.calls")

    assert "'django'" in done.stdout


def test_accuracy_starts_without_settings_of_django():
    done = run_python("-m", "benchmarks.accuracy", "--help")

    assert done.returncode == 0
    assert done.stdout.startswith("usage:")
