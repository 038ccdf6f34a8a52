"""Keep runs on disk, append only: a folder with a header and a file of JSON lines per writer.

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
    """Refuse a store that cannot be read or written; the message names the file and the line."""


@dataclass(frozen=True)
class StoredRun:
    """A planned run with its result.

    tries: the outcome of each attempt, in words.
    record, twin: None if no attempt qualified.
    """

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


def stored(
    run: Run,
    tries: tuple[str, ...],
    record: Any = None,
    twin: Any = None,
) -> StoredRun:
    return StoredRun(
        id=run.id,
        fault=run.fault,
        setup=run.setup,
        seed=run.seed,
        tries=tries,
        record=record,
        twin=twin,
    )


@dataclass(frozen=True)
class Store:
    """A folder of runs. `notice` is called with a sentence for each half line."""

    folder: Path
    notice: Notice

    def runs(self) -> Iterator[StoredRun]:
        """Read all files in order, each run once. Raises StoreError for a damaged line."""
        seen: set[str] = set()
        for path in self.shards():
            for run in self._runs_of(path):
                if run.id in seen:
                    continue
                seen.add(run.id)
                yield run

    def done(self) -> frozenset[str]:
        """Return the ids of all stored runs."""
        ids = [run.id for run in self.runs()]
        return frozenset(ids)

    def shards(self) -> list[Path]:
        """Return the files of runs in order."""
        paths = self.folder.glob(SHARDS)
        return sorted(paths)

    def _runs_of(self, path: Path) -> Iterator[StoredRun]:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                place = f"{path}, line {number}"
                if line.endswith(b"\n"):
                    yield _parsed(line, place)
                else:
                    self.notice(f"{place}: skipped half a line")

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
        """Cut the file after its last line break."""
        file.seek(0)
        content = file.read()
        complete = content.rfind(b"\n") + 1
        if complete == len(content):
            return
        file.truncate(complete)
        line = content.count(b"\n") + 1
        self.notice(f"{path}, line {line}: dropped half a line; its run will be made again")


@dataclass(frozen=True)
class Writer:
    file: BinaryIO

    def add(self, run: StoredRun) -> None:
        """Append a run. Once this returns, killing the process does not lose it.

        Raises ValueError for a number that is not finite: JSON has none.
        """
        text = json.dumps(asdict(run), allow_nan=False)
        line = f"{text}\n"
        self.file.write(line.encode())
        self.file.flush()


def create_store(folder: Path, notice: Notice) -> Store:
    """Open a store, and make it first where the folder has none. Raises StoreError."""
    folder.mkdir(parents=True, exist_ok=True)
    header = folder / HEADER
    if header.exists():
        return open_store(folder, notice)
    # A process that starts at the same time may have made the store since the line above.
    if any(folder.glob(SHARDS)) and not header.exists():
        raise StoreError(f"{header} is missing, but the folder has runs")
    _write_header(header)
    return open_store(folder, notice)


def _write_header(header: Path) -> None:
    """Write the whole file or nothing: another process may read it at the same time."""
    content = {"format": FORMAT, "lab": VERSION}
    text = json.dumps(content)
    draft = header.with_name(f"{HEADER}.{os.getpid()}")
    draft.write_text(f"{text}\n", encoding="utf-8")
    draft.replace(header)


def open_store(folder: Path, notice: Notice) -> Store:
    """Open a store that exists and was made by this version of the lab. Raises StoreError."""
    path = folder / HEADER
    try:
        text = path.read_text(encoding="utf-8")
        header = json.loads(text)
        file_format = header["format"]
        version = header["lab"]
    except FileNotFoundError as error:
        raise StoreError(f"{folder} is no store of runs: it has no {HEADER}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}, line 1: no header of a store ({error})") from error
    if (file_format, version) != (FORMAT, VERSION):
        raise StoreError(
            f"{path}: format {file_format}, version {version} of the lab, but this is format "
            f"{FORMAT}, version {VERSION}; their runs must not mix: use another folder"
        )
    return Store(folder, notice)


def _parsed(line: bytes, place: str) -> StoredRun:
    """Read one stored run. Raises StoreError, which starts with the place."""
    try:
        fields = json.loads(line)
        fields["tries"] = tuple(fields["tries"])
        stored_run = StoredRun(**fields)
    except (ValueError, KeyError, TypeError) as error:
        advice = "delete the line, and its run will be made again"
        raise StoreError(f"{place}: damaged ({error}); {advice}") from error
    run = stored_run.run
    if stored_run.id != run.id:
        raise StoreError(f"{place}: damaged (the id does not belong to {run.name})")
    return stored_run


def _locked(file: BinaryIO) -> bool:
    """Lock the file for this process. Return False when another process has locked it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
