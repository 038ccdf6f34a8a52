"""Check specimens: a bad and a good program that parse, a recording of each, and an entry that
explains them.
"""

from __future__ import annotations

import ast

from content import schema
from content.problems import Problem, Problems
from content.recordings import recording_fault
from content.tree import Tree

PARTS = ("bad.py", "good.py", "bad.jsonl", "good.jsonl")


def specimens_are_whole(tree: Tree) -> Problems:
    """Name folders without an entry or with a missing part, and entries that do not match them."""
    paths = {*tree.programs, *tree.recordings}
    slugs = {path.split("/")[1] for path in paths}
    yield from _unexplained_or_missing(tree, slugs)

    entries = tree.slugs(schema.FailureMode)
    for slug in sorted(slugs):
        folder = f"specimens/{slug}"
        if slug not in entries:
            yield Problem(
                folder,
                1,
                f"no entry {slug}",
            )
        for name in PARTS:
            if f"{folder}/{name}" not in paths:
                yield Problem(
                    folder,
                    1,
                    f"{name} is missing",
                )


def _unexplained_or_missing(
    tree: Tree,
    slugs: set[str],
) -> Problems:
    """Name entries that have only one of specimen and explanation."""
    for record in tree.failure_modes:
        slug = record.value.slug
        explained = record.value.example is not None
        if explained and slug not in slugs:
            message = f"there is no specimens/{slug} to explain"
            yield record.problem(
                message,
                "example",
            )
        if slug in slugs and not explained:
            message = f"specimens/{slug} is not explained: the example is missing"
            yield record.problem(message)


def specimens_parse(tree: Tree) -> Problems:
    for path, source in tree.programs.items():
        try:
            ast.parse(source)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            reason = error.args[0]
            yield Problem(
                path,
                line,
                f"not Python: {reason}",
            )


def recordings_have_curves(tree: Tree) -> Problems:
    for path, text in tree.recordings.items():
        fault = recording_fault(text)
        if fault:
            yield Problem(
                path,
                1,
                fault,
            )
