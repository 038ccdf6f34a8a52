"""The file of a backup: a zip archive of a manifest and one file of JSON lines for each model."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from pydantic import ValidationError

from operations.backup.manifest import FORMAT, BackupError, Manifest, Part

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 4 * 1024 * 1024
CHUNK = 1024 * 1024
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class WholeTimes(DjangoJSONEncoder):
    """Keep the microseconds, which Django's own encoder cuts to milliseconds."""

    def default(self, o: Any) -> Any:
        if isinstance(o, datetime | time):
            return o.isoformat()
        return super().default(o)


class _Hashing(io.RawIOBase):
    """Pass bytes on, hash them, and count the lines."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self.digest = hashlib.sha256()
        self.lines = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # a memoryview of the buffer
        self.digest.update(data)
        self.lines += data.tobytes().count(b"\n")
        return self._inner.write(data)


class Writer:
    """Writes the parts, then the manifest, which must name their checksums."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.parts: list[Part] = []

    @contextmanager
    def part(self, model: str) -> Iterator[IO[str]]:
        """Open the file of a model for text; each row must end with a line feed."""
        name = f"rows/{model}.jsonl"
        with self._archive.open(name, "w", force_zip64=True) as file:
            hashing = _Hashing(file)
            buffered = io.BufferedWriter(hashing)
            text = io.TextIOWrapper(
                buffered,
                encoding="utf-8",
                newline="\n",
            )
            yield text
            text.flush()
            text.detach()
        part = Part(
            model=model,
            rows=hashing.lines,
            sha256=hashing.digest.hexdigest(),
        )
        self.parts.append(part)

    def manifest(self, manifest: Manifest) -> None:
        text = manifest.model_dump_json(indent=2)
        self._archive.writestr(MANIFEST, text)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Open a new backup that only its owner may read. It appears when it is whole, or never.

    Raises BackupError where the file is there already or cannot be written.
    """
    if path.exists():
        raise BackupError(f"{path} is there already. Name another file.")
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        descriptor = os.open(unfinished, NEW_FILE, mode=0o600)
    except OSError as error:
        raise BackupError(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            archive = zipfile.ZipFile(
                file,
                mode="w",
                compression=zipfile.ZIP_DEFLATED,
            )
            with archive:
                yield Writer(archive)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


class Reader:
    """A backup whose every part has been checked."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._archive = archive
        self.manifest = manifest

    @contextmanager
    def lines(self, part: Part) -> Iterator[IO[str]]:
        with self._archive.open(part.file) as file:
            yield io.TextIOWrapper(
                file,
                encoding="utf-8",
                newline="\n",
            )


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """Open a backup and check all of it. Raises BackupError for one that is not whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            for part in manifest.parts:
                _check(archive, part)
            yield Reader(archive, manifest)
    except OSError as error:
        raise BackupError(f"cannot read {path}: {error.strerror or error}") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
        raise BackupError(f"{path} is no whole backup: {error}") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise BackupError("The manifest is too large to be one.")
    try:
        found = json.loads(archive.read(MANIFEST))
        if isinstance(found, dict) and found.get("format", FORMAT) != FORMAT:
            raise BackupError(
                f"The backup has format {found['format']!r}; this version reads {FORMAT}."
            )
        return Manifest.model_validate(found)
    except (ValidationError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BackupError(f"The manifest cannot be read: {error}") from error


def _check(archive: zipfile.ZipFile, part: Part) -> None:
    with archive.open(part.file) as file:
        digest = _digest(file)
    if digest != part.sha256:
        raise BackupError(f"The rows of {part.model} are not those that were saved.")


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
