"""A measured symptom has a record, a module, a place in the tuple and a test. Each is checked
against the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import engine
from content.problems import Problem
from content.tree import Tree
from engine import observe

ENGINE = Path(engine.__file__).parent
TESTS = ENGINE.parent / "tests" / "engine"  # absent where only the product is installed
DETECTOR_FOLDERS = ("observe/curves", "observe/config")
SYMPTOM = re.compile(r'^SYMPTOM = "([^"]*)"', re.MULTILINE)


def records_name_their_detector(tree: Tree) -> Iterator[Problem]:
    """Compare the `detector` of each record with what the engine measures."""
    symptom_of = {address: symptom for symptom, address in observe.MEASURED_BY.items()}
    for record in tree.symptoms:
        slug, named = record.value.slug, record.value.detector
        address = observe.MEASURED_BY.get(slug)
        if named == address:
            continue
        if named is None:
            yield record.problem(f"{address} measures {slug}: add detector: {address}", "slug")
        elif address is not None:
            yield record.problem(f"{slug} is measured by {address}, not by {named}", "detector")
        elif named in symptom_of:
            yield record.problem(f"{named} measures {symptom_of[named]}, not {slug}", "detector")
        else:
            yield record.problem(f"there is no detector {named}", "detector")


def detectors_have_records(tree: Tree) -> Iterator[Problem]:
    """Name the line of the engine whose symptom no record describes."""
    recorded = {record.value.slug for record in tree.symptoms} | {slug for _, slug in tree.faulty}
    for symptom, address in observe.MEASURED_BY.items():
        if symptom not in recorded:
            path, line = _place_in_engine(symptom)
            yield Problem(
                path, line, f"{address} measures {symptom}, which has no record in symptoms/"
            )


def detectors_are_listed(_: Tree) -> Iterator[Problem]:
    """Name each module that defines a symptom and stands in no tuple."""
    listed = {detector.module for detector in observe.DETECTORS}
    for path in _detector_files():
        module = ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts)
        if module not in listed:
            yield Problem(_shown(path), 1, "defines a symptom and stands in no tuple of detectors")


def detectors_have_tests(_: Tree) -> Iterator[Problem]:
    """Name each detector without a test of its name, and each test without a module of its name."""
    if not TESTS.exists():
        return
    for path in _detector_files():
        test = TESTS / path.relative_to(ENGINE).parent / f"test_{path.name}"
        if not test.exists():
            yield Problem(_shown(test), 1, f"is missing: {path.stem} has no test")
    for folder in DETECTOR_FOLDERS:
        for test in sorted((TESTS / folder).rglob("test_*.py")):
            module = ENGINE / test.relative_to(TESTS).parent / test.name.removeprefix("test_")
            if not module.exists():
                yield Problem(_shown(test), 1, f"tests {_shown(module)}, which does not exist")


def _detector_files() -> list[Path]:
    files = [
        path for folder in DETECTOR_FOLDERS for path in sorted((ENGINE / folder).rglob("*.py"))
    ]
    return [path for path in files if SYMPTOM.search(path.read_text(encoding="utf-8"))]


def _place_in_engine(symptom: str) -> tuple[str, int]:
    quoted = f'"{symptom}"'
    for path in sorted((ENGINE / "observe").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if quoted in text:
            return _shown(path), text.count("\n", 0, text.index(quoted)) + 1
    return _shown(ENGINE / "observe"), 1


def _shown(path: Path) -> str:
    return path.relative_to(ENGINE.parent).as_posix()
