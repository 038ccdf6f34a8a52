"""One branch makes the backward pass and the other the update, so updates lack fresh gradients."""

from __future__ import annotations

from ast import Call, If, stmt
from collections.abc import Iterator

from engine.observe.code.rule import Found, Rule
from engine.observe.code.training import backward_passes, updates_in
from engine.read.code.code import Code
from engine.read.code.program import calls_in


def find(code: Code) -> Iterator[Found]:
    passes = set(backward_passes(code))
    if not passes:
        return
    for node in code.of(If):
        if node.orelse and _is_split(code, node, passes):
            yield Found(
                node,
                "One branch computes the gradients and the other makes the update: no update "
                "follows the gradients of its own batch.",
            )


def _is_split(
    code: Code,
    branch: If,
    passes: set[Call],
) -> bool:
    sides = [_kinds(code, side, passes) for side in (branch.body, branch.orelse)]
    apart = [{"backward"}, {"update"}]
    return sides in (apart, apart[::-1]) and not _has_other_update(code, branch)


def _kinds(
    code: Code,
    side: list[stmt],
    passes: set[Call],
) -> set[str]:
    kinds: set[str] = set()
    for statement in side:
        if any(call in passes for call in calls_in(statement, "backward")):
            kinds.add("backward")
        if updates_in(code, statement):
            kinds.add("update")
    return kinds


def _has_other_update(
    code: Code,
    branch: If,
) -> bool:
    """Return whether the loop around makes an update or a pass beside the branch."""
    for loop in code.loops(branch):
        calls = [*updates_in(code, loop), *calls_in(loop, "backward")]
        return any(not code.is_within(call, branch) for call in calls)
    return False


RULE = Rule("update-in-other-branch", "missing-zero-grad", find)
