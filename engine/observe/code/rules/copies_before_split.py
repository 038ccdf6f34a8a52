"""Several copies of each original are made, and then the copies are split at random."""

from __future__ import annotations

from ast import AST, Assign, Call, Subscript
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import dotted
from engine.read.code.program import calls_in

_SENTENCE = (
    "Several copies of each original are made and then split at random, so siblings stand on both "
    "sides."
)
_RANDOM = ("rand", "random", "uniform", "randperm", "permutation", "random_split")


def find(code: Code) -> Iterator[Found]:
    """Find an index that repeats each original, which picks rows that are split one by one."""
    for name, statement in _repeated_indices(code):
        if not _picks_rows(code, name):
            continue
        for call in code.calls_of(*_RANDOM):
            if _is_length_of(call, name) and not _is_picked_again(code, call, name):
                yield Found(
                    statement,
                    _SENTENCE,
                    LIKELY,
                )
                break


def _repeated_indices(code: Code) -> Iterator[tuple[str, AST]]:
    for call in code.calls_of("repeat_interleave", "repeat"):
        statement = code.statement(call)
        is_index = any(calls_in(call, "arange", "range"))
        if is_index and isinstance(statement, Assign) and statement.value is call:
            yield dotted(statement.targets[0]), statement


def _picks_rows(
    code: Code,
    name: str,
) -> bool:
    picked = [dotted(node.slice) for node in code.of(Subscript)]
    return name in picked


def _is_length_of(
    call: Call,
    name: str,
) -> bool:
    """Return whether a call draws one number for each row of the index."""
    lengths = [inner for given in call.args for inner in calls_in(given, "len")]
    return any(length.args and dotted(length.args[0]) == name for length in lengths)


def _is_picked_again(
    code: Code,
    call: Call,
    name: str,
) -> bool:
    """Return whether the numbers are drawn for the originals and spread over their copies."""
    for parent in code.ancestors(call):
        if isinstance(parent, Subscript) and dotted(parent.slice) == name:
            return True
    return False


RULE = Rule("copies-before-split", "train-test-contamination", find)
