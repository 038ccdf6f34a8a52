"""The published content as one value: from files, from the database, back to either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content import rules, schema
from content.problems import ContentError
from content.tree import Files, Model, Record, Tree, parse, read_files


@dataclass(frozen=True)
class Specimen:
    """The two programs of an entry, and what each printed while it trained (JSON lines)."""

    bad: str
    good: str
    bad_recording: str = ""
    good_recording: str = ""


@dataclass(frozen=True)
class Content:
    """Chapters are those with entries, in the order of their file; entries stand in the order of
    their ids.
    """

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
        return f"{newest:%Y.%m}" if newest else "empty"


def content_of(tree: Tree) -> Content:
    """Raises ContentError with all problems, when there are any."""
    problems = rules.problems(tree)
    if problems:
        raise ContentError(problems)
    used = {record.value.chapter for record in tree.failure_modes}
    slugs = sorted({path.split("/")[1] for path in tree.sources})
    return Content(
        chapters=tuple(record.value for record in tree.chapters if record.value.slug in used),
        signals=_values(tree.signals),
        symptoms=_values(tree.symptoms),
        checks=_values(tree.checks),
        failure_modes=_values(tree.failure_modes),
        quizzes=_values(tree.quizzes),
        specimens={slug: _specimen(tree, slug) for slug in slugs},
    )


def _values(records: Iterable[Record[Model]]) -> tuple[Model, ...]:
    return tuple(record.value for record in records)


def _specimen(tree: Tree, slug: str) -> Specimen:
    """Raise KeyError where a part is missing: the rules see to it that none is."""
    folder = f"specimens/{slug}/"
    programs = tree.sources
    recordings = tree.recordings
    return Specimen(
        programs[folder + "bad.py"],
        programs[folder + "good.py"],
        recordings[folder + "bad.jsonl"],
        recordings[folder + "good.jsonl"],
    )


def content_of_files(files: Files) -> Content:
    return content_of(parse(files))


def content_of_folder(root: Path) -> Content:
    return content_of_files(read_files(root))
