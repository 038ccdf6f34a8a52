"""Check that names are unique, in the right file, and never used before."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from pathlib import PurePosixPath
from typing import Any

from content.problems import Problems
from content.tree import Record, Tree


def slugs_are_unique(tree: Tree) -> Problems:
    yield from _repeated(tree.chapters, "slug")
    yield from _repeated(tree.checks, "slug")
    yield from _repeated(tree.symptoms, "slug")
    yield from _repeated(tree.failure_modes, "slug")
    yield from _repeated(tree.quizzes, "slug")
    yield from _repeated(tree.sources, "slug")


def titles_are_unique(tree: Tree) -> Problems:
    yield from _repeated(tree.checks, "title")
    yield from _repeated(tree.symptoms, "statement")
    yield from _repeated(tree.failure_modes, "term")
    yield from _repeated(tree.quizzes, "title")


def ids_are_unique_and_never_reused(tree: Tree) -> Problems:
    yield from _repeated(tree.failure_modes, "id")
    retired_ids = {retired.value.id for retired in tree.retired}
    retired_slugs = {retired.value.slug for retired in tree.retired}
    for record in tree.failure_modes:
        entry = record.value
        if entry.id in retired_ids:
            message = f"id {entry.id} belongs to a retired entry"
            yield record.problem(
                message,
                "id",
            )
        if entry.slug in retired_slugs:
            message = f"slug {entry.slug} belongs to a retired entry"
            yield record.problem(
                message,
                "slug",
            )


def former_slugs_are_free(tree: Tree) -> Problems:
    """Name each slug of a merged symptom that a symptom still has, or that two lists name."""
    present = {record.value.slug for record in tree.symptoms}
    owners: dict[str, str] = {}
    for record in tree.symptoms:
        for index, former in enumerate(record.value.formerly):
            if former in present:
                message = f"{former} is the slug of a symptom"
            elif former in owners:
                message = f"{former} is listed by {owners[former]} already"
            else:
                owners[former] = record.value.slug
                continue
            yield record.problem(
                message,
                "formerly",
                index,
            )


def entries_are_in_their_files(tree: Tree) -> Problems:
    """Compare slug and chapter of each entry with its file and folder."""
    for record in tree.failure_modes:
        entry = record.value
        path = PurePosixPath(record.document.path)
        folder = path.parent.name
        if entry.slug != path.stem:
            message = f"slug {entry.slug} differs from the file name {path.name}"
            yield record.problem(
                message,
                "slug",
            )
        if entry.chapter != folder:
            message = f"chapter {entry.chapter} differs from the folder {folder}"
            yield record.problem(
                message,
                "chapter",
            )


def symptoms_are_in_the_file_of_their_group(tree: Tree) -> Problems:
    for record in tree.symptoms:
        group = record.value.group
        path = PurePosixPath(record.document.path)
        if group != path.stem:
            message = f"group {group} differs from the file name {path.name}"
            yield record.problem(
                message,
                "group",
            )


def _repeated(
    records: Iterable[Record[Any]],
    field: str,
) -> Problems:
    """Yield a problem for each record that shares the field's value with an earlier one."""
    first: dict[Hashable, Record[Any]] = {}
    for record in records:
        value = getattr(record.value, field)
        earlier = first.setdefault(value, record)
        if earlier is not record:
            place = earlier.problem("", field)
            message = f"{field} {value!r} is used already at {place.path}:{place.line}"
            yield record.problem(
                message,
                field,
            )
