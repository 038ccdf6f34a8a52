"""Make one value of the published content: from files, from the database, back to either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content import rules, schema
from content.files import Files, hash_files, read_files
from content.problems import ContentError, Problem
from content.tree import Model, Record, Tree, parse

DRAFT = "draft"


@dataclass(frozen=True)
class Specimen:
    """The two programs of an entry, and the JSON lines that each printed while it trained."""

    bad: str
    good: str
    bad_recording: str = ""
    good_recording: str = ""


@dataclass(frozen=True)
class Content:
    """Chapters with entries in the order of their file, and entries in the order of their ids."""

    chapters: tuple[schema.Chapter, ...] = ()
    signals: tuple[schema.Signal, ...] = ()
    symptoms: tuple[schema.Symptom, ...] = ()
    checks: tuple[schema.Check, ...] = ()
    failure_modes: tuple[schema.FailureMode, ...] = ()
    quizzes: tuple[schema.Quiz, ...] = ()
    sources: tuple[schema.Source, ...] = ()
    planned: tuple[schema.Planned, ...] = ()
    glossary: tuple[schema.GlossaryTerm, ...] = ()
    views: tuple[schema.View, ...] = ()
    retired: tuple[schema.Retired, ...] = ()
    # slug of the entry -> programs
    specimens: Mapping[str, Specimen] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the edition's name: year and month of the newest change."""
        if not self.failure_modes:
            return "empty"
        newest = max(entry.changed for entry in self.failure_modes)
        return f"{newest:%Y.%m}"

    @property
    def published(self) -> tuple[schema.FailureMode, ...]:
        """Return the entries without drafts."""
        entries = self.failure_modes
        return tuple(entry for entry in entries if entry.status != DRAFT)


@dataclass(frozen=True)
class HashedContent:
    """A content with the hash of its edition, which names everything that is derived from it."""

    content: Content
    hash: str


def content_of(tree: Tree) -> Content:
    """Return the content of a tree that keeps all rules.

    Raises ContentError with all problems, when there are any.
    """
    problems = rules.problems(tree)
    if problems:
        raise ContentError(problems)

    return Content(
        chapters=_used_chapters(tree),
        signals=_values(tree.signals),
        symptoms=_values(tree.symptoms),
        checks=_values(tree.checks),
        failure_modes=_values(tree.failure_modes),
        quizzes=_values(tree.quizzes),
        sources=_values(tree.sources),
        planned=_values(tree.planned),
        glossary=_values(tree.glossary),
        views=_values(tree.views),
        retired=_values(tree.retired),
        specimens=_specimens(tree),
    )


def _used_chapters(tree: Tree) -> tuple[schema.Chapter, ...]:
    """Return the chapters that have entries."""
    entries = _values(tree.failure_modes)
    used = {entry.chapter for entry in entries}
    chapters = _values(tree.chapters)
    return tuple(chapter for chapter in chapters if chapter.slug in used)


def _values(records: Iterable[Record[Model]]) -> tuple[Model, ...]:
    """Return the records without their places."""
    return tuple(record.value for record in records)


def _specimens(tree: Tree) -> dict[str, Specimen]:
    """Return the specimens by the slugs of their entries."""
    slugs = set()
    for path in tree.programs:
        _, slug, *_ = path.split("/")
        slugs.add(slug)
    return {slug: _specimen(tree, slug) for slug in sorted(slugs)}


def _specimen(tree: Tree, slug: str) -> Specimen:
    """Raise KeyError where a part is missing: the rules see to it that none is."""
    folder = f"specimens/{slug}/"
    programs = tree.programs
    recordings = tree.recordings
    return Specimen(
        programs[folder + "bad.py"],
        programs[folder + "good.py"],
        recordings[folder + "bad.jsonl"],
        recordings[folder + "good.jsonl"],
    )


def content_of_files(files: Files) -> Content:
    """Parse and check content files.

    Raises ContentError with all problems.
    """
    tree = parse(files)
    return content_of(tree)


def hashed_content_of_folder(root: Path) -> HashedContent:
    """Read and check a content folder.

    Raises ContentError with all problems.
    """
    files = read_files(root)
    if not files:
        problem = Problem(
            root.as_posix(),
            line=1,
            message="no content files are in this folder",
        )
        raise ContentError([problem])
    content = content_of_files(files)
    edition = hash_files(files)
    return HashedContent(content, edition)


def content_of_folder(root: Path) -> Content:
    """Read and check a content folder, without its hash.

    Raises ContentError with all problems.
    """
    hashed = hashed_content_of_folder(root)
    return hashed.content
