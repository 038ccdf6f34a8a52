"""Losses are summed or stored as tensors, and each holds its graph and all activations of it."""

from __future__ import annotations

from ast import AST, Add, Assign, AugAssign, BinOp, Call, GeneratorExp, ListComp, Name, expr
from collections.abc import Iterator

from engine.observe.code.outputs import last_call
from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import backward_passes, is_held_out, trains, updates_in
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, receiver
from engine.read.code.program import Function, Loop, calls_in, descendants

SOURCE = "https://docs.pytorch.org/docs/stable/notes/faq.html"
_NUMBERS = (".item(", ".detach(", "float(", ".data", ".numpy(", "no_grad", "inference_mode")
_LOSSES = ("cross_entropy", "mse_loss", "nll_loss", "l1_loss", "smooth_l1_loss", "kl_div")
_SUMMED = "A sum over all batches keeps the graph of each loss, so memory grows from step to step."
_STORED = "A list keeps each loss with its graph, so memory grows from step to step."
_EVALUATED = "Evaluation keeps the losses of all batches with their graphs, since gradients are on."


def find(code: Code) -> Iterator[Found]:
    for backward in backward_passes(code):
        loops = code.loops(backward)
        loss = receiver(backward)
        if loops and isinstance(loss, Name):
            yield from _kept_in(
                code,
                loops[0],
                loss.id,
            )
    yield from _evaluated(code)


def _kept_in(
    code: Code,
    loop: Loop,
    loss: str,
) -> Iterator[Found]:
    if not updates_in(code, loop):
        return
    for node in descendants(loop):
        if isinstance(node, AugAssign) and isinstance(node.op, Add):
            name = dotted(node.target)
            is_sum = name != loss and _is_plain_sum(node.value, loss)
            if is_sum and not _is_used_as_loss(code, name) and _starts_outside(code, name, loop):
                yield Found(
                    node,
                    _SUMMED,
                    LIKELY,
                )
        elif called(node) == "append" and isinstance(node, Call):
            name = dotted(receiver(node))
            is_loss = len(node.args) == 1 and dotted(node.args[0]) == loss
            if is_loss and not _is_used_as_loss(code, name) and _starts_outside(code, name, loop):
                yield Found(
                    node,
                    _STORED,
                    LIKELY,
                )


def _is_plain_sum(value: expr, loss: str) -> bool:
    """Return whether a value is the loss itself, or its multiple."""
    if not isinstance(value, BinOp | Name):
        return False
    sides: list[expr] = [value]
    if isinstance(value, BinOp):
        sides = [value.left, value.right]
    return any(isinstance(side, Name) and side.id == loss for side in sides)


def _is_used_as_loss(
    code: Code,
    name: str,
) -> bool:
    """Return whether the sum itself gets a backward pass, or is cut from its graph anywhere."""
    for call in code.calls_of(
        "backward",
        "detach",
        "detach_",
        "scale",
    ):
        if name in (dotted(receiver(call)), *map(dotted, call.args)):
            return True
    for call in code.calls_of(
        "sum",
        "stack",
        "mean",
        "cat",
    ):
        if name in map(dotted, call.args) and _has_backward(code, call):
            return True
    return False


def _has_backward(
    code: Code,
    call: Call,
) -> bool:
    statement = code.statement(call)
    return statement is not None and any(calls_in(statement, "backward"))


def _starts_outside(
    code: Code,
    name: str,
    loop: Loop,
) -> bool:
    """Return whether a sum begins before the loop, with a number or an empty list."""
    scope = code.scope(loop)
    starts = [
        assigned for assigned in code.all_of(scope, name) if isinstance(assigned.statement, Assign)
    ]
    if not starts:
        return False
    return not any(code.is_within(each.statement, loop) for each in starts)


def _evaluated(code: Code) -> Iterator[Found]:
    """A function of evaluation returns the sum of its losses over a loader, with gradients on."""
    if not trains(code) or "set_grad_enabled" in code.names:
        return
    for functions in code.functions.values():
        for function in functions:
            own = code.text(function)
            is_free = any(word in own for word in _NUMBERS) or _is_decorated(function)
            if is_free or any(calls_in(function, "backward")):
                continue
            found = _sum_over_loader(code, function)
            if found is not None:
                yield Found(
                    found,
                    _EVALUATED,
                    LIKELY,
                )


def _is_decorated(function: Function) -> bool:
    """Return whether a decorator turns gradients off, or may do so."""
    return bool(function.decorator_list)


def _sum_over_loader(
    code: Code,
    function: AST,
) -> AST | None:
    for call in calls_in(function, "sum"):
        inner = call.args[0] if call.args else None
        if not isinstance(inner, GeneratorExp | ListComp) or not _is_loss(code, inner.elt):
            continue
        if _is_loader(inner.generators[0].iter):
            return call
    return None


def _is_loss(
    code: Code,
    node: expr,
) -> bool:
    made = code.resolved(node)
    if called(made) in _LOSSES or called(last_call(code, made)) in _LOSSES:
        return True
    layer = code.resolved(made.func) if isinstance(made, Call) else None
    return called(layer).endswith("Loss")


def _is_loader(node: expr) -> bool:
    name = dotted(node).lower()
    return "loader" in name or is_held_out(node)


RULE = Rule(
    "graph-kept",
    "gpu-out-of-memory",
    find,
)
