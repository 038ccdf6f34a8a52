"""A specimen is a bad and a good program that parse, what each printed, and an entry about them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from content import schema
from content.problems import Problem
from content.recordings import recording_fault
from content.tree import Tree

PARTS = ("bad.py", "good.py", "bad.jsonl", "good.jsonl")


def specimens_are_whole(tree: Tree) -> Iterator[Problem]:
    entries = tree.slugs(schema.FailureMode)
    present = {*tree.sources, *tree.recordings}
    folders = {path.split("/")[1] for path in present}
    for slug in sorted(folders):
        folder = f"specimens/{slug}"
        if slug not in entries:
            yield Problem(folder, 1, f"no entry {slug}")
        for name in PARTS:
            if f"{folder}/{name}" not in present:
                yield Problem(folder, 1, f"{name} is missing")
    for record in tree.failure_modes:
        slug = record.value.slug
        explained = record.value.example is not None
        if explained and slug not in folders:
            yield record.problem(f"there is no specimens/{slug} to explain", "example")
        if slug in folders and not explained:
            yield record.problem(f"specimens/{slug} is not explained: the example is missing")


def specimens_parse(tree: Tree) -> Iterator[Problem]:
    for path, source in tree.sources.items():
        try:
            ast.parse(source)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            yield Problem(path, line, f"not Python: {error.args[0]}")


def recordings_have_curves(tree: Tree) -> Iterator[Problem]:
    for path, text in tree.recordings.items():
        fault = recording_fault(text)
        if fault:
            yield Problem(path, 1, fault)
