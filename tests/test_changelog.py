"""The changelog is ordered by version and kind, one sentence or two for each change."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHANGELOG = (ROOT / "CHANGELOG.md").read_text()
KINDS = ["Added", "Changed", "Fixed", "Recognized now", "No longer alarmed"]
VERSION = re.compile(r"\d+\.\d+\.\d+ \((?:unreleased|\d{4}-\d\d-\d\d)\)")


def parts(text):
    """(version, kinds, bullets) of each version, in the order of the file."""
    for block in text.split("\n## ")[1:]:
        title, _, body = block.partition("\n")
        kinds = [line[4:] for line in body.splitlines() if line.startswith("### ")]
        bullets = [" ".join(bullet.split()) for bullet in re.split(r"\n- ", body)[1:]]
        yield title, kinds, [bullet.partition(" ### ")[0] for bullet in bullets]


def faults(text):
    for version, kinds, bullets in parts(text):
        if not VERSION.fullmatch(version):
            yield f"{version}: not a version"
        if kinds != [kind for kind in KINDS if kind in kinds]:
            yield f"{version}: parts {kinds}"
        yield from (f"{version}: {bullet}" for bullet in bullets if not bullet.endswith("."))


def test_changelog_is_in_order():
    assert list(faults(CHANGELOG)) == []


def test_newest_version_is_the_one_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    newest = next(parts(CHANGELOG))[0]

    assert newest.startswith(f"{project['version']} ")


def test_slips_are_found():
    slips = "# C\n\n## 0.2\n\n### Fixed\n- One.\n- Two\n\n### Added\n- Three.\n"

    assert list(faults(slips)) == [
        "0.2: not a version",
        "0.2: parts ['Fixed', 'Added']",
        "0.2: Two",
    ]
