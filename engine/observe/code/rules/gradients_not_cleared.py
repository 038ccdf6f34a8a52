"""A loop makes backward passes and updates and never clears the gradients."""

from __future__ import annotations

from ast import AST, Assign, Attribute, Call, Subscript, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.training import (
    backward_passes,
    is_optimizer,
    is_update,
    loop_of_step,
)
from engine.read.code.code import Code
from engine.read.code.names import called, dotted
from engine.read.code.program import Loop, calls_in, descendants

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.optim.Optimizer.zero_grad.html"
_CLEARING = ("zero_grad", "clear_grad", "cleargrads", "zero_gradients", "zerograd")
_HARMLESS = frozenset({"step", "unscale_", "scale", "state_dict", "print"})


def find(code: Code) -> Iterator[Found]:
    seen: set[AST] = set()
    for backward in backward_passes(code):
        loop = loop_of_step(
            code,
            backward,
        )
        if loop is None or loop in seen:
            continue
        seen.add(loop)
        if _may_clear(code, loop):
            continue
        is_elsewhere = any(
            map(
                _names_clearing,
                code.names,
            )
        )
        where = "only outside of this loop" if is_elsewhere else "nowhere"
        certainty = LIKELY if is_elsewhere else SURE
        yield Found(
            backward,
            f"Each pass of the loop adds to the gradients, which are cleared {where}.",
            certainty,
        )


def _may_clear(
    code: Code,
    loop: Loop,
) -> bool:
    """Return whether something in the loop clears the gradients, or could do so unseen."""
    if code.is_elided(loop) or _names_clearing(code.text(loop)):
        return True
    if any(map(_is_cleared_by_hand, descendants(loop))):
        return True
    return any(
        _hides_clearing(
            code,
            call,
        )
        for call in calls_in(loop)
    )


def _names_clearing(text: str) -> bool:
    return any(name in text for name in _CLEARING)


def _is_cleared_by_hand(node: AST) -> bool:
    """Return whether a node is `p.grad = None` or `p.grad.zero_()`."""
    if isinstance(node, Assign):
        return any(_is_gradient(target) for target in node.targets)
    is_method = isinstance(node, Call) and isinstance(node.func, Attribute)
    return is_method and called(node) == "zero_"


def _is_gradient(target: expr) -> bool:
    while isinstance(target, Subscript):
        target = target.value
    return isinstance(target, Attribute) and target.attr in ("grad", "data")


def _hides_clearing(
    code: Code,
    call: Call,
) -> bool:
    """Return whether a call gets the optimizer, or runs a function of the program that clears."""
    if is_update(code, call) or called(call) in _HARMLESS:
        return False
    if any(is_optimizer(code, given) for given in call.args):
        return True
    if any(is_optimizer(code, keyword.value) for keyword in call.keywords):
        return True
    functions = code.functions.get(
        called(call),
        [],
    )
    if any(_names_clearing(code.text(function)) for function in functions):
        return True
    is_unseen = not functions and dotted(call.func).startswith("self.")
    return is_unseen and _may_prepare(call)


def _may_prepare(call: Call) -> bool:
    """Return whether a method that is not shown may prepare a step: `self.reset()`."""
    name = called(call).lower()
    return any(word in name for word in ("zero", "clear", "reset", "begin", "start", "before"))


RULE = Rule(
    "gradients-not-cleared",
    "missing-zero-grad",
    find,
)
