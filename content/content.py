"""The published content as one value: from files, from the database, back to either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content import rules, schema
from content.files import Files, hash_files, read_files
from content.problems import ContentError
from content.tree import Model, Record, Tree, parse


@dataclass(frozen=True)
class Specimen:
    bad: str
    good: str


@dataclass(frozen=True)
class Content:
    """Chapters with entries in the order of their file, and entries in the order of their ids."""

    chapters: tuple[schema.Chapter, ...] = ()
    signals: tuple[schema.Signal, ...] = ()
    symptoms: tuple[schema.Symptom, ...] = ()
    checks: tuple[schema.Check, ...] = ()
    failure_modes: tuple[schema.FailureMode, ...] = ()
    quizzes: tuple[schema.Quiz, ...] = ()
    specimens: Mapping[str, Specimen] = field(default_factory=dict)  # slug of the entry -> programs

    @property
    def name(self) -> str:
        """The edition's name: year and month of the newest change."""
        newest = max((entry.changed for entry in self.failure_modes), default=None)
        if newest is None:
            return "empty"
        return f"{newest:%Y.%m}"

    @property
    def published(self) -> tuple[schema.FailureMode, ...]:
        """Return the entries without drafts."""
        return tuple(entry for entry in self.failure_modes if entry.status != "draft")


@dataclass(frozen=True)
class HashedContent:
    """A content with the hash of its edition, which names everything that is derived from it."""

    content: Content
    hash: str


def content_of(tree: Tree) -> Content:
    """Raises ContentError with all problems, when there are any."""
    problems = rules.problems(tree)
    if problems:
        raise ContentError(problems)

    entries = _values(tree.failure_modes)
    used = {entry.chapter for entry in entries}
    chapters = _values(tree.chapters)
    return Content(
        chapters=tuple(chapter for chapter in chapters if chapter.slug in used),
        signals=_values(tree.signals),
        symptoms=_values(tree.symptoms),
        checks=_values(tree.checks),
        failure_modes=entries,
        quizzes=_values(tree.quizzes),
        specimens=_specimens(tree.sources),
    )


def _values(records: Iterable[Record[Model]]) -> tuple[Model, ...]:
    return tuple(record.value for record in records)


def _specimens(sources: Mapping[str, str]) -> dict[str, Specimen]:
    slugs = {path.split("/")[1] for path in sources}
    specimens = {}
    for slug in sorted(slugs):
        folder = f"specimens/{slug}"
        bad = sources[f"{folder}/bad.py"]
        good = sources[f"{folder}/good.py"]
        specimens[slug] = Specimen(bad, good)

    return specimens


def content_of_files(files: Files) -> Content:
    """Raises ContentError with all problems."""
    return content_of(parse(files))


def hashed_content_of_folder(root: Path) -> HashedContent:
    """Raises ContentError with all problems."""
    files = read_files(root)
    return HashedContent(content_of_files(files), hash_files(files))


def content_of_folder(root: Path) -> Content:
    """Raises ContentError with all problems."""
    return hashed_content_of_folder(root).content
