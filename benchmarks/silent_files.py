"""Files that show no run and report nothing: silent texts, this project's, those of a system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.items import HEALTHY, Item
from engine.read import Inputs, NamedFile

ROOT = Path(__file__).parents[1]
HARMLESS = "not-a-training-failure"
RUN = "other"  # the kind of silent texts that may hold a finished run
SUFFIXES = (".txt", ".md", ".log", "")
PROJECT = (
    "README.md",
    "CHANGELOG.md",
    "LICENSE*",
    "pyproject.toml",
    "scripts/*",
    "benchmarks/*.md",
)
# Folders of code; the specimens of the content hold faults by intent.
CODE = (
    "benchmarks", "charts", "config", "content", "diagnostics_api", "dictionary", "engine", "lab",
    "quizzes", "scripts", "tests", "web",
)  # fmt: skip
SYSTEM = ("/etc", "/usr/share/doc", "/usr/lib/python3", "/usr/share")
OF_EACH = 25  # files of a folder of the system, spread over it
LARGEST = 300_000  # bytes


def silent_files(
    items: Iterable[Item],
) -> Iterator[Item]:
    """Yield each silent text as a file under every suffix."""
    for item in items:
        text = item.inputs.description or item.inputs.log
        for suffix in SUFFIXES:
            file = NamedFile(f"{item.id}{suffix}", text.encode())
            inputs = Inputs(files=(file,))
            yield replace(item, id=file.name, inputs=inputs)


def project_files(
    root: Path = ROOT,
) -> Iterator[Item]:
    """Yield the documents, the scripts and the programs of this project."""
    patterns = [*PROJECT, *(f"{folder}/**/*.py" for folder in CODE)]
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if path.is_file():
                yield _item(path, path.relative_to(root).as_posix())


def system_files(
    folders: Iterable[str] = SYSTEM,
) -> Iterator[Item]:
    """Yield files of any kind; a folder that is not there has none."""
    for folder in folders:
        found = [path for path in sorted(Path(folder).rglob("*")) if _is_readable(path)]
        step = max(1, len(found) // OF_EACH)
        for path in found[::step][:OF_EACH]:
            yield _item(path, str(path))


def _is_readable(
    path: Path,
) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return 0 < len(file.read(LARGEST + 1)) <= LARGEST
    except PermissionError:
        return False


def _item(
    path: Path,
    name: str,
) -> Item:
    inputs = Inputs(files=(NamedFile(name, path.read_bytes()),))
    labels = frozenset(
        {HEALTHY, HARMLESS},
    )
    return Item(
        name,
        "files",
        path.suffix,
        HARMLESS,
        labels,
        inputs,
    )
