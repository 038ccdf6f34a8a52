"""The run is evaluated once, at its end, since the interval is as long as the run."""

from __future__ import annotations

from ast import BinOp, For, Mod, Name, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import dotted, words
from engine.read.code.program import descendants

_LEAST_EPOCHS = 10.0  # of a shorter run one evaluation may do
_EVALUATION = frozenset({"eval", "evaluate", "val", "valid", "validate", "validation"})
_SENTENCE = "The run is evaluated once, after its last epoch, so nobody sees when it got worse."


def find(code: Code) -> Iterator[Found]:
    for node in code.of(BinOp):
        if not isinstance(node.op, Mod):
            continue
        every = code.number(node.right)
        if every is None or not isinstance(node.right, Name):
            continue
        named = words(dotted(node.right))
        epochs = _length_around(code, node)
        if epochs is None or epochs < _LEAST_EPOCHS or not named & _EVALUATION:
            continue
        if every >= epochs:
            yield Found(
                node,
                _SENTENCE,
                LIKELY,
            )


def _length_around(
    code: Code,
    node: BinOp,
) -> float | None:
    """Return how often the loop runs whose counter is divided."""
    for loop in code.loops(node):
        if isinstance(loop, For) and _counts(loop.target, node.left):
            return code.length(loop.iter)
    return None


def _counts(
    target: expr,
    left: expr,
) -> bool:
    names = {each.id for each in descendants(left) if isinstance(each, Name)}
    return dotted(target) in names


RULE = Rule("evaluated-once", "insufficient-monitoring", find)
