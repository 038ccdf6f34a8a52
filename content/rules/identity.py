"""Names: unique, in the right file, never used before."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from content.problems import Problem
from content.tree import Record, Tree


def repeated(records: Iterable[Record[Any]], field: str) -> Iterator[Problem]:
    """A problem for every record whose field an earlier record has already used."""
    first: dict[Hashable, Record[Any]] = {}
    for record in records:
        value = getattr(record.value, field)
        earlier = first.setdefault(value, record)
        if earlier is not record:
            place = earlier.problem("", field)
            yield record.problem(
                f"{field} {value!r} is used already at {place.path}:{place.line}", field
            )


def slugs_are_unique(tree: Tree) -> Iterator[Problem]:
    for records in (
        tree.chapters,
        tree.checks,
        tree.symptoms,
        tree.failure_modes,
        tree.quizzes,
    ):
        yield from repeated(records, "slug")


def titles_are_unique(tree: Tree) -> Iterator[Problem]:
    yield from repeated(tree.checks, "title")
    yield from repeated(tree.symptoms, "statement")
    yield from repeated(tree.failure_modes, "term")
    yield from repeated(tree.quizzes, "title")


def ids_are_unique_and_never_reused(tree: Tree) -> Iterator[Problem]:
    yield from repeated(tree.failure_modes, "id")
    retired_ids = {record.value.id for record in tree.retired}
    retired_slugs = {record.value.slug for record in tree.retired}
    for record in tree.failure_modes:
        if record.value.id in retired_ids:
            yield record.problem(f"id {record.value.id} belongs to a retired entry", "id")
        if record.value.slug in retired_slugs:
            yield record.problem(f"slug {record.value.slug} belongs to a retired entry", "slug")


def entries_stand_in_their_files(tree: Tree) -> Iterator[Problem]:
    for record in tree.failure_modes:
        path = PurePosixPath(record.document.path)
        if record.value.slug != path.stem:
            yield record.problem(
                f"slug {record.value.slug} differs from the file name {path.name}", "slug"
            )
        if record.value.chapter != path.parent.name:
            yield record.problem(
                f"chapter {record.value.chapter} differs from the folder {path.parent.name}",
                "chapter",
            )


def symptoms_stand_in_the_file_of_their_group(tree: Tree) -> Iterator[Problem]:
    for record in tree.symptoms:
        path = PurePosixPath(record.document.path)
        if record.value.group != path.stem:
            yield record.problem(
                f"group {record.value.group} differs from the file name {path.name}", "group"
            )
