"""Members of zip and tar archives, read within bounds; nothing is written to a disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile
from engine.read.parts.limits import (
    MAX_FILE_NAME,
    MAX_LISTED_FILES,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_READ_MEMBERS,
    MAX_UNPACKED,
    RATIO_FREE,
)
from engine.read.stores.byproducts import is_byproduct

ZIP_START = b"PK\x03\x04"
_ZIP_ENTRY = b"PK\x01\x02"  # of the table of contents
_TAR_MARK = b"ustar"
_TAR_MARK_AT = 257
_ENCRYPTED = 0x1
_UPWARD = {"/", "//", ".", ".."}  # parts of a path that lead out of its folder
_BROKEN_MEMBER = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_BROKEN_TAR = (
    tarfile.TarError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
)


def starts_like_tar(content: bytes) -> bool:
    return content.startswith(_TAR_MARK, _TAR_MARK_AT)


def room_for(packed: int) -> int:
    """Return how many bytes an archive of this size may hold."""
    by_ratio = MAX_RATIO * packed
    room = max(RATIO_FREE, by_ratio)
    return min(MAX_UNPACKED, room)


@dataclass
class Members:
    """The members that are read, and the names of the others."""

    name: str
    room: int
    kept: list[NamedFile] = field(default_factory=list)
    byproducts: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def wants(self, path: str) -> bool:
        """Return whether a member is read, and remember one that is not."""
        if is_byproduct(path):
            self.byproducts.append(path)
            return False
        if len(self.kept) >= MAX_READ_MEMBERS:
            self.left_out.append(path)
            return False
        return True

    def take(self, path: str, stream: IO[bytes]) -> None:
        """Keep a member, or remember its name where it does not fit."""
        content = stream.read(self.room + 1)
        if len(content) > self.room:
            self.left_out.append(path)
            return
        self.room -= len(content)
        file = NamedFile(path, content)
        self.kept.append(file)

    def all_warnings(self) -> Iterator[str]:
        yield from self.warnings
        if self.left_out:
            names = listed(self.left_out)
            yield f"{self.name}: too large, broken or too many to be read (left out): {names}"
        if self.byproducts:
            warning = byproduct_warning(self.byproducts)
            yield f"{self.name}: {warning}"


def byproduct_warning(names: list[str]) -> str:
    first = listed(names)
    return f"left out as no metrics, settings or logs: {first}"


def listed(names: list[str]) -> str:
    """Return the first names, and how many more there are."""
    beginning = names[:MAX_LISTED_FILES]
    first = [name[-MAX_FILE_NAME:] for name in beginning]
    more = len(names) - len(first)
    together = ", ".join(first)
    return f"{together} and {more} more" if more else together


def clean_path(path: str) -> str:
    """Return a path that stays below its folder; it only labels what was read."""
    plain = path.replace("\\", "/")
    parts = PurePosixPath(plain).parts
    kept = [part for part in parts if part not in _UPWARD and not part.endswith(":")]
    joined = "/".join(kept)
    printable = joined.replace("\0", "")
    return printable[-MAX_FILE_NAME:] or "file"


def opened_zip(name: str, content: bytes) -> zipfile.ZipFile:
    """Raises ReadError for a zip that is broken or has too many members."""
    if content.count(_ZIP_ENTRY) > MAX_MEMBERS:
        detail = f"holds more than {MAX_MEMBERS} files: pack the run folder alone"
        raise ReadError((name, detail))
    try:
        stream = io.BytesIO(content)
        return zipfile.ZipFile(stream)
    except (*_BROKEN_MEMBER, NotImplementedError) as error:
        detail = "is a broken zip archive: pack it again"
        raise ReadError((name, detail)) from error


def members_of_zip(
    name: str,
    archive: zipfile.ZipFile,
    packed: int,
) -> Members:
    members = Members(name, room_for(packed))
    for info in archive.infolist():
        path = clean_path(info.filename)
        if info.is_dir() or not members.wants(path):
            continue
        if info.flag_bits & _ENCRYPTED:
            warning = f"{name}: {path} is encrypted (left out)"
            members.warnings.append(warning)
            continue
        try:
            with archive.open(info) as stream:
                members.take(path, stream)
        except (*_BROKEN_MEMBER, NotImplementedError):
            members.left_out.append(path)
    return members


def members_of_tar(
    name: str,
    stream: IO[bytes],
    packed: int,
) -> Members:
    """Read a tar from front to end.

    What stands in front of a fault is kept. Raises ReadError where nothing does.
    """
    members = Members(name, room_for(packed))
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            _take_from_tar(archive, members)
    except ReadError as error:
        _refuse_or_warn(members, error.problems[0].detail)
    except _BROKEN_TAR:
        _refuse_or_warn(members, "is a broken tar archive")
    return members


def _take_from_tar(archive: tarfile.TarFile, members: Members) -> None:
    for number, info in enumerate(archive):
        if number >= MAX_MEMBERS:
            warning = f"{members.name}: only its first {MAX_MEMBERS} files are read"
            members.warnings.append(warning)
            return
        path = clean_path(info.name)
        if not info.isreg() or not members.wants(path):
            continue
        stream = archive.extractfile(info)
        if stream is not None:
            members.take(path, stream)


def _refuse_or_warn(members: Members, detail: str) -> None:
    if not members.kept:
        raise ReadError((members.name, detail))
    members.warnings.append(f"{members.name}: {detail}; the files in front of that are read")
