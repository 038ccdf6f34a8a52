"""Keep what is made from a content on disk, so that a new process need not make it again.

A file is a pickle of frozen records of ours behind its SHA-256. A pickle can run code when it is
read, so only a file of this user that nobody else may write is read, and only with its right sum.
Every fault of a file or of the disk means that the value is made again: it costs time, no more.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

logger = logging.getLogger(__name__)

KEPT_FOLDERS = 3  # the one in force and two before it, which another process may still use
SUM_BYTES = hashlib.sha256().digest_size
VERSION_LETTERS = 16
FOLDER = re.compile(r"[0-9a-f]{64}-[0-9a-f]{16}")
OTHERS_MAY_WRITE = 0o022

MISSING: Final = object()

_reported: set[Path] = set()


def folder_of(root: Path, edition: str, code: str) -> Path:
    """Return the folder of an edition. `code` is the version of the code that makes the values."""
    return root / f"{edition}-{code}"


def hash_sources(paths: Iterable[Path]) -> str:
    """Return a version of the code: a hash of Python itself, of files and of modules in folders."""
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        sources = [path]
        if path.is_dir():
            sources = sorted(path.rglob("*.py"))
        for source in sources:
            data = source.read_bytes()
            digest.update(f"{source.relative_to(path.parent)}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:VERSION_LETTERS]


def read_derived(folder: Path, name: str) -> Any:
    """Return the value that was written under the name, or MISSING."""
    try:
        data = _own_bytes(folder / name)
    except FileNotFoundError:
        return MISSING
    except OSError as error:
        _report(folder.parent, error)
        return MISSING

    expected, pickled = data[:SUM_BYTES], data[SUM_BYTES:]
    if hashlib.sha256(pickled).digest() != expected:
        return MISSING
    try:
        return pickle.loads(pickled)  # noqa: S301 (our own file, see above)
    except Exception:  # other code wrote it: pickle raises whatever the records raise
        return MISSING


def _own_bytes(path: Path) -> bytes:
    """Raise PermissionError for a file that another user could have written."""
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        if status.st_uid != os.geteuid() or status.st_mode & OTHERS_MAY_WRITE:
            raise PermissionError(f"{path.name} may be written by other users")
        return file.read()


def write_derived(folder: Path, name: str, value: object) -> None:
    """Write the value in one step, and remove the folders of old editions."""
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    data = hashlib.sha256(pickled).digest() + pickled
    try:
        is_new = not folder.exists()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(folder / name, data)
        if is_new:
            remove_old(folder.parent)
    except OSError as error:
        _report(folder.parent, error)


def _replace(path: Path, data: bytes) -> None:
    """Write a file beside the path, readable by this user only, and rename it to the path."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except OSError:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def remove_old(root: Path) -> None:
    """Remove the folders of editions but the newest ones; nothing else in root is touched."""
    folders = [path for path in root.iterdir() if FOLDER.fullmatch(path.name)]
    folders.sort(key=_written, reverse=True)
    for folder in folders[KEPT_FOLDERS:]:
        shutil.rmtree(folder, ignore_errors=True)


def _written(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:  # another process has removed it
        return 0.0


def _report(root: Path, error: OSError) -> None:
    """Log the first fault of a folder only: every request may meet it again."""
    if root not in _reported:
        _reported.add(root)
        logger.warning("%s is not usable, so each process makes its own: %s", root, error)
