"""Check the ways into the book: glossary, views, and chapters that list an entry a second time."""

from __future__ import annotations

from content import schema
from content.problems import Problems
from content.rules.lengths import words
from content.tree import Record, Tree

MOST_IN_DEFINITION = 60  # words
UNKNOWN = "no published or planned entry"


def glossary_terms_are_linked_once(tree: Tree) -> Problems:
    """Name each form of a term that another term has: a text could not link to both."""
    owners: dict[str, str] = {}
    for record in tree.glossary:
        term = record.value
        for form in (term.term, *term.aliases):
            owner = owners.setdefault(form.lower(), term.slug)
            if owner != term.slug:
                message = f"{form!r} leads to {owner} already"
                yield record.problem(
                    message,
                    "aliases",
                )


def glossary_definitions_are_short(tree: Tree) -> Problems:
    for record in tree.glossary:
        count = words(record.value.definition)
        if count > MOST_IN_DEFINITION:
            message = f"{count} words in definition, at most {MOST_IN_DEFINITION}"
            yield record.problem(
                message,
                "definition",
            )


def glossary_and_views_name_entries(tree: Tree) -> Problems:
    """Name each entry of the glossary and the views that is neither published nor planned."""
    known = tree.slugs(schema.FailureMode) | tree.slugs(schema.Planned)
    for record in tree.glossary:
        for index, slug in enumerate(record.value.see):
            if slug not in known:
                message = f"{UNKNOWN} {slug}"
                yield record.problem(
                    message,
                    "see",
                    index,
                )
    for view in tree.views:
        yield from _faults_of_view(view, known)


def _faults_of_view(
    record: Record[schema.View],
    known: set[str],
) -> Problems:
    """Name each entry of a view that is unknown or repeated."""
    earlier: set[str] = set()
    for index, member in enumerate(record.value.entries):
        slug = member.entry
        message = ""
        if slug not in known:
            message = f"{UNKNOWN} {slug}"
        elif slug in earlier:
            message = f"{slug} is listed twice"
        if message:
            yield record.problem(
                message,
                "entries",
                index,
            )
        earlier.add(slug)


def second_chapters_exist(tree: Tree) -> Problems:
    """Name each second chapter of an entry that is unknown or its own."""
    chapters = tree.slugs(schema.Chapter)
    for record in tree.failure_modes:
        entry = record.value
        for index, slug in enumerate(entry.also_in):
            if slug in chapters and slug != entry.chapter:
                continue
            message = f"{slug} is no other chapter"
            yield record.problem(
                message,
                "also_in",
                index,
            )
