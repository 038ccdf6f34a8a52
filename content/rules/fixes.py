"""Check fixes: they name causes of their entry, can be verified, and have short snippets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from content import schema
from content.problems import Problems
from content.tree import Record, Tree

CHECKABLE = re.compile(r"[0-9]|`[^`]+`")
FEWEST_LINES = 3
MOST_LINES = 10


def fixes_name_causes_of_their_entry(tree: Tree) -> Problems:
    """Name each key of `for_cause` that no cause has, and each cause whose key repeats."""
    for record in tree.failure_modes:
        keys = [cause.key for cause in record.value.causes]
        yield from _repeated_keys(record, keys)
        yield from _unknown_keys(record, keys)


def _repeated_keys(
    record: Record[schema.FailureMode],
    keys: Sequence[str],
) -> Problems:
    """Name each cause whose key an earlier cause has."""
    earlier = set()
    for index, key in enumerate(keys):
        if key in earlier:
            message = f"{key} is listed twice"
            yield record.problem(
                message,
                "causes",
                index,
                "key",
            )
        earlier.add(key)


def _unknown_keys(
    record: Record[schema.FailureMode],
    keys: Sequence[str],
) -> Problems:
    """Name each key of `for_cause` that is none of the keys."""
    for index, fix in enumerate(record.value.fixes):
        for place, key in enumerate(fix.for_cause):
            if key not in keys:
                message = f"no cause has the key {key}"
                yield record.problem(
                    message,
                    "fixes",
                    index,
                    "for_cause",
                    place,
                )


def root_fixes_name_their_cause(tree: Tree) -> Problems:
    """Name each root fix of a fault that does not say which cause it removes."""
    for record in tree.failure_modes:
        if record.value.entry_class == "finding":
            continue
        for index, fix in enumerate(record.value.fixes):
            is_root = fix.kind == "root"
            if is_root and not fix.for_cause:
                message = "a root fix names the causes that it removes"
                yield record.problem(
                    message,
                    "fixes",
                    index,
                )


def fixes_can_be_verified(tree: Tree) -> Problems:
    """Name each fix whose verification is neither a number nor a command."""
    for record in tree.failure_modes:
        for index, fix in enumerate(record.value.fixes):
            if not CHECKABLE.search(fix.verify):
                message = "give a number or a command in backticks: a hope cannot fail"
                yield record.problem(
                    message,
                    "fixes",
                    index,
                    "verify",
                )


def snippets_are_short_programs(tree: Tree) -> Problems:
    """Name each snippet that is no Python, or not of 3 to 10 lines."""
    for record in tree.failure_modes:
        for index, fix in enumerate(record.value.fixes):
            for place, snippet in enumerate(fix.snippets):
                for message in _faults(snippet.code):
                    yield record.problem(
                        message,
                        "fixes",
                        index,
                        "snippets",
                        place,
                        "code",
                    )


def _faults(code: str) -> Iterator[str]:
    """Say what is wrong with the code of a snippet: its length, its syntax."""
    lines = code.strip().count("\n") + 1
    if not FEWEST_LINES <= lines <= MOST_LINES:
        yield f"{lines} lines, a snippet has {FEWEST_LINES} to {MOST_LINES}"
    try:
        ast.parse(code)
    except (SyntaxError, ValueError) as error:
        reason = error.args[0]
        yield f"not Python: {reason}"
