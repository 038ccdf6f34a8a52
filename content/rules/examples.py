"""Check that the two programs of an example differ in the one thing that the entry names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from content import schema
from content.expectations import unmet
from content.figures_in_text import FigureError, filled
from content.problems import Problems
from content.tree import Record, Tree

CODE = re.compile(r"`([^`]+)`")
MOST_CHANGED = 8  # lines of either program beside its docstring
MOST_PLACES = 3


@dataclass(frozen=True)
class Difference:
    """The lines that only one of two programs has, without docstrings, and in how many places."""

    bad: Sequence[str]
    good: Sequence[str]
    places: int


def difference(bad: str, good: str) -> Difference:
    """Compare two programs line by line from the first line after their docstrings on."""
    bad_lines = _code_lines(bad)
    good_lines = _code_lines(good)
    matcher = difflib.SequenceMatcher(
        None,
        bad_lines,
        good_lines,
        autojunk=False,
    )
    only_bad: list[str] = []
    only_good: list[str] = []
    places = 0
    for step in matcher.get_opcodes():
        tag, bad_start, bad_end, good_start, good_end = step
        if tag == "equal":
            continue
        places += 1
        only_bad += bad_lines[bad_start:bad_end]
        only_good += good_lines[good_start:good_end]
    return Difference(
        only_bad,
        only_good,
        places,
    )


def _code_lines(program: str) -> list[str]:
    """Return the lines behind the docstring of the module."""
    _, mark, rest = program.partition('"""')
    if mark:
        _, _, rest = rest.partition('"""')
    code = rest or program
    return code.splitlines()


def examples_differ_in_one_thing(tree: Tree) -> Problems:
    """Name each example whose programs differ in more than a few lines, or not as it says."""
    for record in tree.failure_modes:
        example = record.value.example
        if example is None:
            continue
        bad, good = _both_sides(
            tree.programs,
            record.value.slug,
            ".py",
        )
        found = difference(bad, good)
        yield from _large_difference(record, found)
        for message in _misstatements(example.difference, found):
            yield record.problem(
                message,
                "example",
                "difference",
            )


def _large_difference(
    record: Record[schema.FailureMode],
    found: Difference,
) -> Problems:
    """Name an example whose programs differ in too many lines or places."""
    bad = len(found.bad)
    good = len(found.good)
    has_many_lines = max(bad, good) > MOST_CHANGED
    if has_many_lines or found.places > MOST_PLACES:
        counts = f"{bad} and {good} lines in {found.places} places"
        message = f"the programs differ in {counts}: change one thing"
        yield record.problem(
            message,
            "example",
        )


def _misstatements(
    statement: str,
    found: Difference,
) -> Iterator[str]:
    """Say which code in the statement stands in no line that differs, or that it has none."""
    fragments = CODE.findall(statement)
    if not fragments:
        yield "say in one line what differs, with the code of both sides in backticks"
    changed = "\n".join((*found.bad, *found.good))
    for fragment in fragments:
        if fragment not in changed:
            yield f"{fragment} stands in no line that differs"


def figures_of_examples_are_recorded(tree: Tree) -> Problems:
    """Name each figure of an explanation that the recordings cannot fill."""
    for record in tree.failure_modes:
        example = record.value.example
        if example is None:
            continue
        bad, good = _both_sides(
            tree.recordings,
            record.value.slug,
            ".jsonl",
        )
        try:
            filled(example.explanation, bad, good)
        except FigureError as error:
            yield record.problem(
                str(error),
                "example",
                "explanation",
            )


def recordings_show_what_is_expected(tree: Tree) -> Problems:
    """Name each expectation of an example that the recordings do not meet."""
    for record in tree.failure_modes:
        example = record.value.example
        if example is None or not example.expect:
            continue
        bad, good = _both_sides(
            tree.recordings,
            record.value.slug,
            ".jsonl",
        )
        for message in unmet(example.expect, bad, good):
            yield record.problem(
                message,
                "example",
                "expect",
            )


def _both_sides(
    files: Mapping[str, str],
    slug: str,
    suffix: str,
) -> tuple[str, str]:
    """Return the bad and the good file of an entry's specimen; "" for one that is missing."""
    folder = f"specimens/{slug}"
    bad = files.get(f"{folder}/bad{suffix}", "")
    good = files.get(f"{folder}/good{suffix}", "")
    return bad, good
