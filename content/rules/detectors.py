"""Check that each measured symptom has a record, a module, a place in the tuple and a test."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePosixPath

import engine
from content.problems import Problem, Problems
from content.tree import Tree
from engine import observe
from engine.observe.detector import Detector
from engine.observe.log import signatures

ENGINE = Path(engine.__file__).parent
TESTS = ENGINE.parent / "tests" / "engine"  # absent where only the product is installed
DETECTOR_FOLDERS = ("observe/curves", "observe/config")
LOG_ADDRESS = "log.signatures"  # of all signatures, which have many symptoms
LOG_TABLES = "observe/log/tables"
SYMPTOM = re.compile(r"^SYMPTOM\b", re.MULTILINE)
TEST_FUNCTION = re.compile(r"^[ \t]*+def test_", re.MULTILINE)


def records_name_their_detector(tree: Tree) -> Problems:
    """Compare the `detector` of each record with what the engine measures."""
    symptom_of = {address: symptom for symptom, address in observe.MEASURED_BY.items()}
    for record in tree.symptoms:
        slug, named = record.value.slug, record.value.detector
        address = observe.MEASURED_BY.get(slug)
        if named == address:
            continue
        if named is None:
            yield record.problem(
                f"{address} measures {slug}: add detector: {address}",
                "slug",
            )
        elif address is not None:
            yield record.problem(
                f"{slug} is measured by {address}, not by {named}",
                "detector",
            )
        elif named == LOG_ADDRESS:
            yield record.problem(
                f"no log signature has the symptom {slug}",
                "detector",
            )
        elif named in symptom_of:
            yield record.problem(
                f"{named} measures {symptom_of[named]}, not {slug}",
                "detector",
            )
        else:
            yield record.problem(
                f"there is no detector {named}",
                "detector",
            )


def detectors_have_records(tree: Tree) -> Problems:
    """Name the line of the engine whose symptom no record describes."""
    recorded = {record.value.slug for record in tree.symptoms}
    recorded |= {slug for _, slug in tree.faulty}
    for symptom, address in observe.MEASURED_BY.items():
        if symptom not in recorded:
            path, line = _place_in_engine(symptom, address)
            message = f"{address} measures {symptom}, which has no record in symptoms/"
            yield Problem(
                path,
                line,
                message,
            )


def detectors_are_listed(_: Tree) -> Problems:
    """Name each module in a folder of detectors that is in no tuple, or in one twice."""
    listed = Counter(detector.module for detector in observe.DETECTORS)
    for path in _detector_files():
        times = listed[_module(path)]
        if times == 0:
            message = "is in no tuple of detectors; shared code belongs in engine/observe/measures"
            yield Problem(
                _shown(path),
                _symptom_line(path),
                message,
            )
        elif times > 1:
            table = path.parent / "__init__.py"
            line = _line_of_last(f'"{path.stem}"', table)
            yield Problem(
                _shown(table),
                line,
                f"{path.stem} is listed {times} times",
            )


def detectors_measure_one_symptom_each(_: Tree) -> Problems:
    """Name each detector whose symptom or address an earlier one has, or the log signatures have.

    The engine keeps one of them and drops the other without a word.
    """
    measured: dict[str, str] = dict.fromkeys(signatures.SYMPTOMS, LOG_ADDRESS)
    addressed: dict[str, str] = {}
    for detector in dict.fromkeys(observe.DETECTORS):
        path = _file(detector)
        shown, line = _shown(path), _symptom_line(path)
        symptom, address = detector.symptom, detector.address
        if symptom in measured:
            yield Problem(
                shown,
                line,
                f"{symptom} is measured already by {measured[symptom]}",
            )
        if address in addressed:
            message = f"{address} is already the address of {addressed[address]}: rename one file"
            yield Problem(
                shown,
                line,
                message,
            )
        measured.setdefault(symptom, shown)
        addressed.setdefault(address, shown)


def detectors_are_in_the_folder_of_their_group(tree: Tree) -> Problems:
    """Compare the group of each record with the folder of its detector."""
    records = {record.value.slug: record for record in tree.symptoms}
    for detector in observe.DETECTORS:
        record = records.get(detector.symptom)
        if record is None:
            continue
        path = _file(detector)
        folder = _shown(path.parent)
        wanted = _folder(detector, record.value.group)
        if folder != wanted:
            name = PurePosixPath(_shown(path)).name
            message = f"{name} measures this symptom in {folder}; its group belongs in {wanted}"
            yield record.problem(
                message,
                "group",
            )


def detectors_have_tests(_: Tree) -> Problems:
    """Name each detector without a test of its name, and each test without a module of its name."""
    if not TESTS.exists():
        return
    for path in _detector_files():
        test = TESTS / path.relative_to(ENGINE).parent / f"test_{path.name}"
        if not test.exists():
            yield Problem(
                _shown(test),
                1,
                f"is missing: {path.stem} has no test",
            )
        elif not TEST_FUNCTION.search(test.read_text(encoding="utf-8")):
            yield Problem(
                _shown(test),
                1,
                f"has no function test_...: {path.stem} has no test",
            )
    for folder in DETECTOR_FOLDERS:
        for test in sorted((TESTS / folder).rglob("test_*.py")):
            module = ENGINE / test.relative_to(TESTS).parent / test.name.removeprefix("test_")
            if not module.exists():
                yield Problem(
                    _shown(test),
                    1,
                    f"tests {_shown(module)}, which does not exist",
                )


def _detector_files() -> list[Path]:
    """Return every module in the folders of the detectors; each must be a detector."""
    files: list[Path] = []
    for folder in DETECTOR_FOLDERS:
        files += sorted((ENGINE / folder).rglob("*.py"))
    return [path for path in files if path.name != "__init__.py"]


def _folder(
    detector: Detector,
    group: str,
) -> str:
    """Return where the detector of a symptom of this group belongs."""
    if detector.address.startswith("config."):
        return "engine/observe/config"
    return f"engine/observe/curves/{group}"


def _place_in_engine(
    symptom: str,
    address: str,
) -> tuple[str, int]:
    """Return path and line of the module at this address, or of the signature of this symptom."""
    for detector in observe.DETECTORS:
        if detector.address == address:
            path = _file(detector)
            return _shown(path), _symptom_line(path)
    quoted = f'"{symptom}"'
    for path in sorted((ENGINE / LOG_TABLES).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if quoted in text:
            return _shown(path), text.count("\n", 0, text.index(quoted)) + 1
    return _shown(ENGINE / LOG_TABLES), 1


def _line_of_last(
    text: str,
    path: Path,
) -> int:
    """Return the line of the last occurrence of a text in a file, 1 where there is none."""
    source = path.read_text(encoding="utf-8")
    before, separator, _ = source.rpartition(text)
    if not separator:
        return 1
    return before.count("\n") + 1


def _symptom_line(path: Path) -> int:
    """Return the line on which a module names its symptom, 1 where it names none."""
    if not path.exists():
        return 1
    text = path.read_text(encoding="utf-8")
    named = SYMPTOM.search(text)
    return 1 if named is None else text.count("\n", 0, named.start()) + 1


def _file(detector: Detector) -> Path:
    """Return the file of a detector; a package counts as the file of its name."""
    return ENGINE.parent.joinpath(*detector.module.split(".")).with_suffix(".py")


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts)


def _shown(path: Path) -> str:
    return path.relative_to(ENGINE.parent).as_posix()
