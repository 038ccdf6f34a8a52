"""Each row is divided by its own standard deviation, which is 0 for a constant row."""

from __future__ import annotations

from ast import BinOp, Call, Div, Name, Sub, UnaryOp, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, is_true, literal, receiver, root

_SENTENCE = (
    "Each row is divided by its own standard deviation, which is 0 for a constant row and makes "
    "the row NaN."
)
_ROW_AXES = (1, -1)


def find(code: Code) -> Iterator[Found]:
    for node in code.of(BinOp):
        if not isinstance(node.op, Div) or not _is_centered(code, node.left):
            continue
        if _is_own_spread(code, node.right, node.left):
            yield Found(
                node,
                _SENTENCE,
                LIKELY,
            )


def _is_centered(
    code: Code,
    node: expr,
) -> bool:
    """Return whether a mean is taken off: `x - x.mean(1, keepdim=True)`."""
    node = code.resolved(node) or node
    if not isinstance(node, BinOp) or not isinstance(node.op, Sub):
        return False
    return called(code.resolved(node.right)) in ("mean", "amin", "min")


def _is_own_spread(
    code: Code,
    node: expr,
    centered: expr,
) -> bool:
    """Return whether a value is the spread of each row of the same table, with nothing added."""
    spread = code.resolved(node)
    if called(spread) != "std" or not isinstance(spread, Call):
        return False
    target = receiver(spread)
    is_module = isinstance(target, Name) and target.id in ("np", "torch")
    table = spread.args[0] if is_module and spread.args else target
    axis = _axis(
        spread,
        is_module,
    )
    keeps = argument(spread, "keepdim") or argument(spread, "keepdims")
    centered = code.resolved(centered) or centered
    is_same = bool(root(table)) and root(table) == root(_left(centered))
    return is_same and axis in _ROW_AXES and is_true(keeps) and bool(dotted(table))


def _left(node: expr) -> expr:
    return (
        node.left
        if isinstance(
            node,
            BinOp,
        )
        else node
    )


def _axis(
    call: Call,
    is_module: bool,
) -> object:
    place = 1 if is_module else 0
    given = argument(call, "dim", place) or argument(call, "axis")
    if isinstance(given, UnaryOp) and literal(given.operand) == 1:
        return -1
    return literal(given)


RULE = Rule(
    "division-by-spread",
    "zero-variance-normalization",
    find,
)
