"""Files and folders that are named at the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.read import NamedFile
from engine.read.parts.limits import MIB
from engine.read.stores.byproducts import is_byproduct
from engine.read.stores.members import clean_path

_PIECE = 4 * MIB


class FileOnDisk(NamedFile):
    """A file that is read when its content is asked for, and not kept: a log may have 100 MB."""

    __slots__ = ("path",)
    path: Path

    def __init__(self, name: str, path: Path) -> None:
        # The base is frozen, and its own start would ask for the content.
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "path", path)

    @property
    def content(self) -> bytes:
        """Raises OSError."""
        return self.path.read_bytes()

    def pieces(self) -> Iterator[bytes]:
        """Raises OSError."""
        with self.path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def files_of(names: Iterable[str]) -> list[NamedFile]:
    """Return the files, each folder with everything below it that may show something of a run.

    Raises OSError for a name that is not there or cannot be opened.
    """
    paths = [Path(name) for name in names]
    common = _common_folder(paths)
    files: list[NamedFile] = []
    for path in paths:
        label = _label(path, common)
        if path.is_dir():
            files.extend(_below(path, label))
        else:
            with path.open("rb"):  # what cannot be opened is told before anything is read
                files.append(FileOnDisk(label, path))
    return files


def _common_folder(paths: list[Path]) -> Path:
    """Return the deepest folder that holds all absolute paths."""
    folders = [path.parent for path in paths if path.is_absolute()]
    if not folders:
        return Path()
    common = os.path.commonpath(folders)
    return Path(common)


def _label(path: Path, common: Path) -> str:
    """Return a relative path as it was typed, an absolute one from the folder of all."""
    shown = path
    if path.is_absolute():
        shown = path.relative_to(common)
    return clean_path(str(shown))


def _below(folder: Path, label: str) -> Iterator[NamedFile]:
    """Yield the files below a folder by their paths, without links and by-products."""
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        name = f"{label}/{below.as_posix()}"
        is_plain = path.is_file() and not path.is_symlink()
        if is_plain and not is_byproduct(name):
            yield FileOnDisk(name, path)
