"""Runs on disk, append only: one folder, with a header and one file of JSON lines per writer.

    store.json        {"format": 1, "lab": "1"}
    runs-001.jsonl    one stored run a line

A writer takes the first file that no other process has locked, so files grow with the number of
writers at a time, not with the number of starts. A line is complete once its line break is
written: half a line at the end of a file, left by a process that was killed, is dropped.
Locks need a POSIX system.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from lab import VERSION
from lab.plan import Run

FORMAT = 1
HEADER = "store.json"
SHARDS = "runs-*.jsonl"
Notice = Callable[[str], None]


class StoreError(ValueError):
    """A store that cannot be read or written; the message names the file and the line."""


@dataclass(frozen=True)
class StoredRun:
    """tries: what happened at each attempt. record and twin: None if no attempt qualified."""

    id: str
    fault: str
    setup: str
    seed: int
    tries: tuple[str, ...]
    record: dict[str, Any] | None
    twin: dict[str, Any] | None

    @property
    def run(self) -> Run:
        return Run(self.fault, self.setup, self.seed)


def stored(run: Run, tries: tuple[str, ...], record: Any = None, twin: Any = None) -> StoredRun:
    return StoredRun(run.id, run.fault, run.setup, run.seed, tries, record, twin)


@dataclass(frozen=True)
class Store:
    """`notice` is told about each half line that is dropped."""

    folder: Path
    notice: Notice

    def runs(self) -> Iterator[StoredRun]:
        """Read all files in order, each run once. Raises StoreError for a damaged line."""
        seen: set[str] = set()
        for path in self.shards():
            for one in self._runs_of(path):
                if one.id not in seen:
                    seen.add(one.id)
                    yield one

    def done(self) -> frozenset[str]:
        """Return the ids of all stored runs."""
        return frozenset(one.id for one in self.runs())

    def shards(self) -> list[Path]:
        return sorted(self.folder.glob(SHARDS))

    def _runs_of(self, path: Path) -> Iterator[StoredRun]:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.endswith(b"\n"):
                    yield _parsed(line, f"{path}, line {number}")
                else:
                    self.notice(f"{path}, line {number}: skipped half a line")

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Lock a file of this store for one process and append to it."""
        number = 1
        while True:
            path = self.folder / f"runs-{number:03}.jsonl"
            with path.open("a+b") as file:
                if _locked(file):
                    self._drop_half_line(file, path)
                    yield Writer(file)
                    return
            number += 1

    def _drop_half_line(self, file: BinaryIO, path: Path) -> None:
        file.seek(0)
        content = file.read()
        complete = content.rfind(b"\n") + 1
        if complete < len(content):
            file.truncate(complete)
            line = content.count(b"\n") + 1
            self.notice(f"{path}, line {line}: dropped half a line; its run will be made again")


@dataclass(frozen=True)
class Writer:
    file: BinaryIO

    def add(self, one: StoredRun) -> None:
        """Append a run; it outlives a kill of this process from here on."""
        line = json.dumps(asdict(one), allow_nan=False)
        self.file.write(line.encode() + b"\n")
        self.file.flush()


def create_store(folder: Path, notice: Notice) -> Store:
    """Open a store, and make it first where the folder has none. Raises StoreError."""
    folder.mkdir(parents=True, exist_ok=True)
    header = folder / HEADER
    if not header.exists():
        if any(folder.glob(SHARDS)):
            raise StoreError(f"{header} is missing, but the folder has runs")
        draft = folder / f"{HEADER}.{os.getpid()}"
        draft.write_text(json.dumps({"format": FORMAT, "lab": VERSION}) + "\n", encoding="utf-8")
        draft.replace(header)
    return open_store(folder, notice)


def open_store(folder: Path, notice: Notice) -> Store:
    """Open a store that exists and was made by this version of the lab. Raises StoreError."""
    path = folder / HEADER
    try:
        header = json.loads(path.read_text(encoding="utf-8"))
        found = (header["format"], header["lab"])
    except FileNotFoundError as error:
        raise StoreError(f"{folder} is no store of runs: it has no {HEADER}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}, line 1: no header of a store ({error})") from error
    if found != (FORMAT, VERSION):
        raise StoreError(
            f"{path}: format {found[0]}, version {found[1]} of the lab, but this is format "
            f"{FORMAT}, version {VERSION}; their runs must not mix: use another folder"
        )
    return Store(folder, notice)


def _parsed(line: bytes, where: str) -> StoredRun:
    try:
        fields = json.loads(line)
        fields["tries"] = tuple(fields["tries"])
        one = StoredRun(**fields)
    except (ValueError, KeyError, TypeError) as error:
        advice = "delete the line, and its run will be made again"
        raise StoreError(f"{where}: damaged ({error}); {advice}") from error
    if one.id != one.run.id:
        raise StoreError(f"{where}: damaged (the id does not belong to {one.run.name})")
    return one


def _locked(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
