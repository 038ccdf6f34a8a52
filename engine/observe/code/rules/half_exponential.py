"""A softmax written by hand in half precision, whose exponentials pass the largest number."""

from __future__ import annotations

from ast import Assign, BinOp, Call, Div, Name, Sub, UnaryOp, USub, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, receiver
from engine.read.code.program import descendants

SOURCE = "https://docs.pytorch.org/docs/stable/amp.html"
_HALF = frozenset({"float16", "half"})
_SENTENCE = (
    "Exponentials are summed in float16, which ends at 65,504: scores above 11 overflow. Take the "
    "largest score off, or use softmax."
)


def find(code: Code) -> Iterator[Found]:
    if not _is_half(code):
        return
    for call in code.calls_of("exp"):
        scores = _operand(call)
        if scores is None or _is_bounded(code, scores):
            continue
        if _is_divided_by_own_sum(code, call):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )


def _is_half(code: Code) -> bool:
    """Return whether the program computes in float16: by autocast, or by casting the model."""
    for call in code.calls_of("autocast", "to", "half"):
        if called(call) == "half":
            return True
        place = 0 if called(call) == "to" else -1
        given = argument(call, "dtype", place)
        value = code.resolved(given)
        if dotted(value).rpartition(".")[2] in _HALF:
            return True
    return False


def _operand(call: Call) -> expr | None:
    target = receiver(call)
    if isinstance(target, Name) and target.id in ("torch", "np", "tf", "math"):
        return call.args[0] if call.args else None
    return target


def _is_bounded(
    code: Code,
    scores: expr,
) -> bool:
    """Return whether something is taken off the scores, or they are cut or negative."""
    value = code.resolved(scores)
    if value is None or isinstance(value, UnaryOp):
        return True
    for node in descendants(value):
        if isinstance(node, Sub | USub) or called(node) in ("clamp", "clip", "float"):
            return True
    return False


def _is_divided_by_own_sum(
    code: Code,
    call: Call,
) -> bool:
    """Return whether the exponentials are divided by their sum in the same function."""
    statement = code.statement(call)
    name = dotted(statement.targets[0]) if isinstance(statement, Assign) else ""
    scope = code.scope(call)
    for node in code.of(BinOp):
        if not isinstance(node.op, Div):
            continue
        if code.scope(node) is scope and called(node.right) == "sum":
            total = receiver(node.right)
            if total is not None and (called(total) == "exp" or (name and dotted(total) == name)):
                return True
    return False


RULE = Rule("half-exponential", "mixed-precision-overflow", find)
