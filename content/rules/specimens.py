"""A specimen is a bad and a good program that parse, and an entry that explains them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from content import schema
from content.problems import Problem
from content.tree import Tree

PAIR = ("bad.py", "good.py")


def specimens_are_whole(tree: Tree) -> Iterator[Problem]:
    entries = tree.slugs(schema.FailureMode)
    folders = {path.split("/")[1] for path in tree.sources}
    for folder in sorted(folders):
        if folder not in entries:
            yield Problem(f"specimens/{folder}", 1, f"no entry {folder}")
        for name in PAIR:
            if f"specimens/{folder}/{name}" not in tree.sources:
                yield Problem(f"specimens/{folder}", 1, f"{name} is missing")
    for record in tree.failure_modes:
        slug = record.value.slug
        if record.value.example and slug not in folders:
            yield record.problem(f"there is no specimens/{slug} to explain", "example")
        if slug in folders and not record.value.example:
            yield record.problem(f"specimens/{slug} is not explained: the example is missing")


def specimens_parse(tree: Tree) -> Iterator[Problem]:
    for path, source in tree.sources.items():
        try:
            ast.parse(source)
        except (SyntaxError, ValueError) as error:
            yield Problem(path, getattr(error, "lineno", None) or 1, f"not Python: {error.args[0]}")
