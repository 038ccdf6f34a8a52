"""The lock files install with the oldest pip that the project supports.

Before version 24 pip looks for `coverage[toml]` under just this name. A lock that holds `coverage`
alone fails as soon as a newer release is published: pip takes the newest one and finds no hash for
it.
"""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-dev.lock")
LINE = re.compile(r"^(?P<name>[a-z0-9-]+)(?:\[(?P<extras>[^\]]*)\])?==", re.MULTILINE)


def locked_extras(lock: str) -> dict[str, set[str]]:
    return {
        match["name"]: {extra.strip() for extra in (match["extras"] or "").split(",")} - {""}
        for match in LINE.finditer(lock)
    }


def wanted_extras(package: str) -> Iterator[tuple[str, set[str]]]:
    """(name, extras) of each package that an installed one asks for with extras, on this
    machine.
    """
    for line in requires(package) or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name), requirement.extras


def missing_extras(lock: str) -> list[str]:
    locked = locked_extras(lock)
    missing = []
    for package in locked:
        try:
            wanted = list(wanted_extras(package))
        except PackageNotFoundError:
            continue  # for another system, or of a lock that is not installed here
        missing += [
            f"{package} needs {name}{sorted(extras)}"
            for name, extras in wanted
            if extras - locked[name]
        ]
    return missing


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_extras(name):
    lock = (ROOT / name).read_text()
    assert len(locked_extras(lock)) > 30
    assert missing_extras(lock) == []


def test_lock_without_extras_is_found():
    stripped = (
        (ROOT / "requirements-test.lock").read_text().replace("coverage[toml]==", "coverage==")
    )
    assert missing_extras(stripped) == ["pytest-cov needs coverage['toml']"]


@pytest.mark.parametrize("name", LOCKS)
def test_direct_requirements_keep_their_extras(name):
    assert locked_extras((ROOT / name).read_text())["psycopg"] == {"binary", "pool"}
