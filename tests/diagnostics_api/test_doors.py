"""Which part of the diagnosis may import which: read from the source."""

from pathlib import Path

import pytest

from tests.test_imports import ROOT, imported, sources

APP = "diagnostics_api"
DOORS = ("rest", "page", "terminal")
# modules of the service that need a web framework or the database
WITH_DJANGO = {"gate.py", "in_force.py", "knowledge.py", "throttle.py", "uploads.py"}
FRAMEWORKS = {"django", "rest_framework", "drf_spectacular", "dictionary", "quizzes"}


def imports_of(folder):
    for path in sources(folder):
        for name in imported(path):
            yield path.relative_to(ROOT).as_posix(), name


def doors_imported(folder):
    for path, name in imports_of(folder):
        for door in DOORS:
            if f"{name}.".startswith(f"{APP}.{door}.") and folder != f"{APP}/{door}":
                yield path, name


@pytest.mark.parametrize("door", DOORS)
def test_no_door_imports_another(door):
    assert list(doors_imported(f"{APP}/{door}")) == []


def test_the_service_imports_no_door():
    assert list(doors_imported(f"{APP}/service")) == []


def test_an_import_of_a_door_is_noticed():
    commands = doors_imported(f"{APP}/management")

    assert {name for _, name in commands} == {
        "diagnostics_api.terminal.command",
        "diagnostics_api.terminal.output",
        "diagnostics_api.terminal.progress",
    }


@pytest.mark.parametrize("folder", ["service", "terminal"])
def test_what_the_terminal_needs_imports_no_framework(folder):
    wrong = [
        (path, name)
        for path, name in imports_of(f"{APP}/{folder}")
        if name.split(".")[0] in FRAMEWORKS and Path(path).name not in WITH_DJANGO
    ]

    assert wrong == []


@pytest.mark.parametrize("name", sorted(WITH_DJANGO))
def test_listed_modules_exist(name):
    assert (ROOT / APP / "service" / name).exists()
