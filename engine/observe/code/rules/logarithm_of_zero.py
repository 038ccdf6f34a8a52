"""A logarithm of a probability, or a root of a squared distance, without a smallest value."""

from __future__ import annotations

from ast import BinOp, Call, Name, Pow, Sub, Subscript, expr
from collections.abc import Iterator

from engine.observe.code.outputs import is_sigmoid, is_softmax, last_call
from engine.observe.code.rule import LIKELY, POSSIBLE, Found, Rule
from engine.observe.code.training import trains
from engine.read.code.code import Code
from engine.read.code.names import called, receiver
from engine.read.code.program import calls_in

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html"
_LOGARITHMS = ("log", "log2", "log10")
_LOGARITHM = (
    "The probability rounds to 0 for sure outputs, and its logarithm is then infinite; use the "
    "loss that takes logits."
)
_ROOT = (
    "The gradient of a root is infinite at 0, which two equal inputs reach; add a small constant."
)


def find(code: Code) -> Iterator[Found]:
    if not trains(code):
        return
    for call in code.calls_of(*_LOGARITHMS):
        value = _operand(call)
        if value is not None and _is_probability(code, value) and _is_of_loss(code, call):
            yield Found(
                call,
                _LOGARITHM,
                LIKELY,
            )
    for call in code.calls_of("sqrt"):
        value = _operand(call)
        if value is not None and _is_squared_distance(code, value):
            yield Found(
                call,
                _ROOT,
                POSSIBLE,
            )


def _operand(call: Call) -> expr | None:
    """Return what a function or method works on: `x` of `torch.log(x)` and of `x.log()`."""
    target = receiver(call)
    is_module = isinstance(target, Name) and target.id in ("torch", "np", "tf", "math", "K")
    if target is not None and not is_module:
        return target
    return call.args[0] if is_module and call.args else None


def _is_probability(
    code: Code,
    value: expr,
) -> bool:
    """Return whether a value is a softmax or sigmoid, or 1 minus it, with nothing added."""
    if isinstance(value, BinOp) and isinstance(value.op, Sub):
        value = value.right
    if isinstance(value, Subscript):
        value = value.value
    made = last_call(code, value)
    return is_softmax(made) or is_sigmoid(made)


def _is_of_loss(
    code: Code,
    call: Call,
) -> bool:
    """Return whether the logarithm goes into a sum or mean, which one infinite value spoils."""
    statement = code.statement(call)
    if statement is None:
        return False
    has_mean = any(calls_in(statement, "mean", "sum", "nll_loss"))
    return has_mean and not any(calls_in(statement, "item", "print", "no_grad"))


def _is_squared_distance(
    code: Code,
    value: expr,
) -> bool:
    """Return whether a value is a plain sum of squares of a difference of two inputs."""
    if called(value) != "sum" or not isinstance(value, Call):
        return False
    inner = _operand(value)
    squared = _square_of(inner)
    if squared is None or not code.scope(value):
        return False
    difference = code.resolved(squared)
    is_difference = isinstance(difference, BinOp) and isinstance(difference.op, Sub)
    if not is_difference or not isinstance(difference, BinOp):
        return False
    sides = (difference.left, difference.right)
    return all(isinstance(side, Name) for side in sides)


def _square_of(node: expr | None) -> expr | None:
    if isinstance(node, BinOp) and isinstance(node.op, Pow):
        return node.left
    if called(node) in ("square", "pow") and isinstance(node, Call):
        return _operand(node)
    return None


RULE = Rule("logarithm-of-zero", "log-of-zero", find)
