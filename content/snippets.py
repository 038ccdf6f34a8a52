"""The snippets of all fixes, and the lock file that says with which libraries they ran."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from content import schema

LOCK_FILE = "snippets.lock"
CHARACTERS = 16  # of a fingerprint


@dataclass(frozen=True, slots=True)
class PlacedSnippet:
    """A snippet, and the fix that shows it as `entry: title`."""

    place: str
    framework: schema.Framework
    code: str
    apis: tuple[schema.Api, ...]

    @property
    def name(self) -> str:
        return f"{self.place} ({self.framework})"

    @property
    def fingerprint(self) -> str:
        """Name the code: another code has another fingerprint."""
        text = f"{self.framework}\n{self.code}"
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        return digest[:CHARACTERS]


class SnippetLock(schema.Strict):
    """When the snippets last ran without an error or a warning of deprecation, and with what.

    versions: package -> release. snippets: name -> fingerprint of the code that ran.
    """

    date: dt.date
    python: str
    versions: Annotated[Mapping[str, str], Field(min_length=1)]
    snippets: Mapping[str, str]


def snippets_of(entries: Iterable[schema.FailureMode]) -> Iterator[PlacedSnippet]:
    """Yield the snippets in the order of the entries and of their fixes."""
    for entry in entries:
        for fix in entry.fixes:
            place = f"{entry.slug}: {fix.title}"
            yield from _snippets_of_fix(fix, place)


def _snippets_of_fix(fix: schema.Fix, place: str) -> Iterator[PlacedSnippet]:
    apis = tuple(fix.apis)
    for snippet in fix.snippets:
        yield PlacedSnippet(
            place,
            snippet.framework,
            snippet.code,
            apis,
        )


def read_lock(folder: Path) -> SnippetLock:
    """Raises FileNotFoundError, and ValueError for a file that is no lock."""
    path = folder / LOCK_FILE
    text = path.read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return SnippetLock.model_validate(data)


def write_lock(folder: Path, lock: SnippetLock) -> None:
    path = folder / LOCK_FILE
    text = yaml.safe_dump(
        lock.model_dump(),
        sort_keys=False,
        width=120,
    )
    path.write_text(text, encoding="utf-8")


def unchecked(snippets: Iterable[PlacedSnippet], lock: SnippetLock) -> list[str]:
    """Name the snippets that changed since they ran, never ran, or ran and are gone."""
    found = []
    locked = lock.snippets
    present = {snippet.name: snippet.fingerprint for snippet in snippets}
    for name, fingerprint in present.items():
        if name not in locked:
            found.append(f"{name} has never run")
        elif locked[name] != fingerprint:
            found.append(f"{name} has changed since it ran")
    gone = sorted(locked.keys() - present.keys())
    found.extend(f"{name} is locked and gone" for name in gone)
    return found
