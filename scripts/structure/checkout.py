"""Read the files of a checkout and sort them into code, tests and templates."""

import ast
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Content with its specimen programs, and code that Django generates.
LEFT_OUT = ("fixtures", "migrations")
# Files of other tools and people, which the tests read as they are.
DATA = (
    "tests/engine/read/golden/",
    "tests/engine/read/unseen/",
    "tests/engine/read/logs/",
)
# Folders that only the walk without git meets; hidden folders are skipped as well.
NOT_OURS = ("__pycache__", "node_modules", "var", "venv")
TEST_FOLDERS = ("tests", "test")
TEST_FILES = ("conftest.py", "tests.py")
GIT_FILES = (
    "git",
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
)


class UnreadableSourceError(Exception):
    """Name the file that cannot be parsed, and why."""


@dataclass(frozen=True)
class Source:
    """One Python file. `path` is relative to the checkout, with slashes."""

    path: str
    text: str
    tree: ast.Module

    @classmethod
    def parsed(cls, path: str, text: str) -> "Source":
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            raise UnreadableSourceError(f"{path}:{error.lineno}: {error.msg}") from error
        except ValueError as error:  # a null character
            raise UnreadableSourceError(f"{path}: {error}") from error
        return cls(path, text, tree)


@dataclass(frozen=True)
class Template:
    path: str
    text: str


@dataclass(frozen=True)
class Checkout:
    """Files of one checkout. Python files without a character are left out."""

    root: Path
    code: tuple[Source, ...]
    tests: tuple[Source, ...]
    templates: tuple[Template, ...]


def read_checkout(root: Path) -> Checkout:
    """Read the files below `root` that git tracks or would track.

    Raise UnreadableSourceError at the first file that is no UTF-8 or no Python.
    """
    code: list[Source] = []
    tests: list[Source] = []
    templates: list[Template] = []
    for path in sorted(file_paths(root)):
        if is_template(path):
            text = read_text(root, path)
            templates.append(Template(path, text))
        elif is_test(path):
            tests.extend(read_source(root, path))
        elif is_code(path):
            code.extend(read_source(root, path))
    return Checkout(
        root,
        tuple(code),
        tuple(tests),
        tuple(templates),
    )


def read_source(root: Path, path: str) -> list[Source]:
    """Return one source, or none for a file without a character."""
    text = read_text(root, path)
    if not text.strip():
        return []
    return [Source.parsed(path, text)]


def read_text(root: Path, path: str) -> str:
    file = root / path
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(f"{path}: not UTF-8 at byte {error.start}") from error


def is_code(path: str) -> bool:
    """Return whether the file is Python and neither content, nor generated, nor a test."""
    return is_python(path) and not is_test(path)


def is_test(path: str) -> bool:
    """Judge by the names alone, as in any project: a module called test_*.py counts as a test."""
    if not is_python(path):
        return False
    *folders, name = path.split("/")
    if not set(TEST_FOLDERS).isdisjoint(folders):
        return True
    return name in TEST_FILES or name.startswith("test_")


def is_python(path: str) -> bool:
    """Return whether the file is Python and none of LEFT_OUT and DATA."""
    if not path.endswith(".py"):
        return False
    if path.startswith(DATA):
        return False
    folders = path.split("/")[:-1]
    return set(LEFT_OUT).isdisjoint(folders)


def is_template(path: str) -> bool:
    """Return whether the file is HTML below a folder called templates."""
    if not path.endswith(".html"):
        return False
    return "templates" in path.split("/")


def file_paths(root: Path) -> Iterator[str]:
    """Yield the files that git tracks or would track; without git, every file below `root`."""
    try:
        listing = subprocess.run(  # noqa: S603
            GIT_FILES,
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        yield from walked(root)
        return
    for path in set(listing.stdout.split("\0")):
        file = root / path
        if file.is_file():
            yield path


def walked(root: Path) -> Iterator[str]:
    """Yield the files below `root`, without hidden folders and those of NOT_OURS."""
    for folder, subfolders, names in os.walk(root):
        # os.walk goes into the folders that are left in this list
        subfolders[:] = filter(is_ours, subfolders)
        below = Path(folder).relative_to(root)
        for name in names:
            file = below / name
            yield file.as_posix()


def is_ours(folder: str) -> bool:
    if folder.startswith("."):
        return False
    return folder not in NOT_OURS
