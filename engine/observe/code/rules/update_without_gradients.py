"""Gradients are computed and never used: no update follows, or they are cleared before it."""

from __future__ import annotations

from ast import AST, Assign, Attribute, Call, Expr, If, Load, Name, With, stmt
from collections.abc import Iterator, Sequence

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import backward_passes, optimizers, updates_in
from engine.read.code.code import Code
from engine.read.code.names import called
from engine.read.code.program import Loop, calls_in

_UPDATES = ("step", "minimize", "apply_gradients", "optimizer_step", "apply")
_CLEARED = "The gradients are cleared after the backward pass and before the update."
_NEVER = "An optimizer is made and gradients are computed, and no update is ever made."


def find(code: Code) -> Iterator[Found]:
    for backward in backward_passes(code):
        cleared = _cleared_before_update(code, backward)
        if cleared is not None:
            yield Found(cleared, _CLEARED)
    yield from _never_updated(code)


def _cleared_before_update(
    code: Code,
    backward: Call,
) -> AST | None:
    statement = code.statement(backward)
    if statement is None or isinstance(statement, Loop | If | With):
        return None
    for later in _after(code, statement):
        if updates_in(code, later) or any(calls_in(later, "backward")):
            return None
        if _clears(later):
            return later if _is_updated_after(code, later) else None
    return None


def _clears(statement: stmt) -> bool:
    return isinstance(statement, Expr) and called(statement.value) == "zero_grad"


def _is_updated_after(
    code: Code,
    cleared: stmt,
) -> bool:
    for later in _after(code, cleared):
        if any(calls_in(later, "backward")):
            return False
        if updates_in(code, later):
            return True
    return False


def _after(
    code: Code,
    statement: stmt,
) -> Sequence[stmt]:
    """Return the statements below one in the same block."""
    parent = code.parents.get(statement)
    block = getattr(parent, "body", None)
    if not isinstance(block, list) or statement not in block:
        return ()
    return block[block.index(statement) + 1 :]


def _never_updated(code: Code) -> Iterator[Found]:
    program = code
    if not program.whole or not program.names.isdisjoint(_UPDATES):
        return
    made = list(optimizers(code))
    for backward in backward_passes(code):
        loops = program.loops(backward)
        if made and loops and not program.is_elided(loops[-1]):
            if not _hands_optimizer_on(code, made):
                yield Found(backward, _NEVER, LIKELY)
            return


def _hands_optimizer_on(
    code: Code,
    made: list[Call],
) -> bool:
    """Return whether an optimizer may be used elsewhere: returned, or kept by an object."""
    for call in made:
        statement = code.statement(call)
        if not isinstance(statement, Assign) or statement.value is not call:
            return True
        target = statement.targets[0]
        if not isinstance(target, Name) or _is_read_as_value(code, target.id):
            return True
    return False


def _is_read_as_value(
    code: Code,
    name: str,
) -> bool:
    """Return whether a name is handed on as a whole, not only asked for a method."""
    for node in code.of(Name):
        if node.id == name and isinstance(node.ctx, Load):
            parent = code.parents.get(node)
            if not isinstance(parent, Attribute):
                return True
    return False


RULE = Rule("update-without-gradients", "frozen-parameters", find)
