"""The content in force, and what is made from it: once per edition, in memory and on disk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from django.conf import settings

from content.content import HashedContent
from content.derived import MISSING, folder_of, hash_sources, read_derived, write_derived
from dictionary.editions import edition_in_force
from dictionary.loading.from_database import content_of_database

Value = TypeVar("Value")
Made = tuple[tuple[str, Any], ...]  # (hash of the edition, value), the one made last first

ROOT = Path(__file__).resolve().parent.parent.parent
MAKERS = ("content", "diagnostics_api", "dictionary", "engine", "quizzes", "requirements.lock")
# Read once at the start: the files may change under a running process, its code does not.
CODE = hash_sources(ROOT / name for name in MAKERS)
ATTEMPTS = 3
CONTENT = "content"

KEPT = 2  # editions: while a new one comes into force, requests that began before see the old one

_making = threading.RLock()
_made: dict[str, Made] = {}


class ContentChangedError(RuntimeError):
    """The content was changed again and again while it was read."""


@dataclass(frozen=True)
class Derived(Generic[Value]):
    """Something that is made from a content, of our own frozen records."""

    name: str
    make: Callable[[HashedContent], Value]


def content_in_force() -> HashedContent | None:
    """Return the content of the database, read once per edition. None when nothing is loaded."""
    edition = edition_in_force()
    if edition is None:
        return None
    with _making:
        content = remembered(CONTENT, edition.content_hash)
        if content is MISSING:
            content = _read_content()
        return cast(HashedContent, content)


def derived_in_force(derived: Derived[Value]) -> Value | None:
    """Return what is made from the content in force. None when nothing is loaded.

    Threads that ask at once wait for one of them. Processes that ask at once each make their own.
    """
    edition = edition_in_force()
    if edition is None:
        return None
    value = remembered(derived.name, edition.content_hash)
    if value is MISSING:
        with _making:
            value = _kept_or_made(derived, edition.content_hash)
    return cast(Value, value)


def keep_for_all(deriveds: Iterable[Derived[Any]], hashed: HashedContent) -> None:
    """Make values of a content that is not in force yet, for every process to read from disk."""
    if settings.DERIVED_DIR is None:
        return
    for derived in deriveds:
        kept(derived.name, hashed.hash, partial(derived.make, hashed))


def kept(name: str, edition: str, make: Callable[[], Value]) -> Value:
    """Return the value of an edition from disk, else make it and keep it for every process."""
    value = _read_kept(name, edition)
    if value is MISSING:
        value = make()
        _keep(name, edition, value)
    return cast(Value, value)


def forget() -> None:
    """Forget what this process has made, for tests that write rows without a new edition."""
    with _making:
        _made.clear()


def remembered(name: str, edition: str) -> Any:
    """Return what was made under the name from an edition, or MISSING."""
    for made_for, value in _made.get(name, ()):
        if made_for == edition:
            return value
    return MISSING


def remember(name: str, edition: str, value: object) -> None:
    """Keep the value of an edition in memory, and that of the edition before."""
    with _making:
        kept = dict(_made.get(name, ()))
        kept.pop(edition, None)
        newest_first = [
            (edition, value),
            *kept.items(),
        ]
        _made[name] = tuple(newest_first[:KEPT])


def newest(name: str) -> Any:
    """Return what was made last under the name, of whatever edition, or MISSING."""
    for _, value in _made.get(name, ()):
        return value
    return MISSING


def _kept_or_made(derived: Derived[Value], edition: str) -> Any:
    """Look again in memory, since another thread was first, then on disk; else make the value."""
    value = remembered(derived.name, edition)
    if value is not MISSING:
        return value
    value = _read_kept(derived.name, edition)
    if value is MISSING:
        hashed = content_in_force()
        if hashed is None:
            return None
        edition = hashed.hash
        value = derived.make(hashed)
        _keep(derived.name, edition, value)
    remember(derived.name, edition, value)
    return value


def _read_kept(name: str, edition: str) -> Any:
    root: Path | None = settings.DERIVED_DIR
    if root is None:
        return MISSING
    return read_derived(folder_of(root, edition, CODE), name)


def _keep(name: str, edition: str, value: object) -> None:
    root: Path | None = settings.DERIVED_DIR
    if root is not None:
        write_derived(folder_of(root, edition, CODE), name, value)


def _read_content() -> HashedContent | None:
    """Read the rows until no other edition came into force meanwhile: a hash names one content."""
    for _ in range(ATTEMPTS):
        before = edition_in_force()
        if before is None:
            return None
        content = content_of_database()
        after = edition_in_force()
        if after == before and after.loaded_at == before.loaded_at:
            hashed = HashedContent(content, before.content_hash)
            remember(CONTENT, hashed.hash, hashed)
            return hashed
    raise ContentChangedError("The content was changed while it was read. Try again.")
