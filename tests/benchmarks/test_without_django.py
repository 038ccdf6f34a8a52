"""The benchmarks of the engine start without Django: content and engine need none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = ["benchmarks.accuracy", "benchmarks.fit", "content.to_knowledge"]
PRINT_DJANGO = "import sys; print(sorted(name for name in sys.modules if 'django' in name))"


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
        timeout=60,
    )


@pytest.mark.parametrize("module", MODULES)
def test_a_module_of_the_engine_imports_no_django(module):
    done = run_python("-c", f"import {module}; {PRINT_DJANGO}")

    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_module_that_imports_django_is_noticed():
    done = run_python("-c", f"import benchmarks.calls; {PRINT_DJANGO}")

    assert "'django'" in done.stdout


def test_accuracy_starts_without_settings_of_django():
    done = run_python("-m", "benchmarks.accuracy", "--help")

    assert done.returncode == 0
    assert done.stdout.startswith("usage:")
