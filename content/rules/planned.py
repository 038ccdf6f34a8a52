"""Check the planned entries: none is published already, and each has a chapter."""

from __future__ import annotations

from content import schema
from content.problems import Problems
from content.tree import Tree


def planned_entries_are_not_written(tree: Tree) -> Problems:
    """Name each planned entry that an entry, a retired entry or another planned one has."""
    taken = tree.slugs(schema.FailureMode)
    for retired in tree.retired:
        taken.add(retired.value.slug)
    for record in tree.planned:
        slug = record.value.slug
        if slug in taken:
            message = f"{slug} is written or planned already"
            yield record.problem(
                message,
                "slug",
            )
        taken.add(slug)


def planned_entries_have_chapters(tree: Tree) -> Problems:
    chapters = tree.slugs(schema.Chapter)
    for record in tree.planned:
        chapter = record.value.chapter
        if chapter not in chapters:
            message = f"no chapter {chapter}"
            yield record.problem(
                message,
                "chapter",
            )
