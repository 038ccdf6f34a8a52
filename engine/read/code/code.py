"""A program of which numbers and lengths are known, as far as its constants say."""

from __future__ import annotations

import operator
from ast import (
    AST,
    Add,
    BinOp,
    Call,
    Constant,
    Div,
    FloorDiv,
    List,
    Mult,
    Pow,
    Set,
    Starred,
    Sub,
    Tuple,
    UnaryOp,
    USub,
    expr,
)
from collections.abc import Callable, Mapping, Sequence

from engine.read.code.names import called
from engine.read.code.program import read_into
from engine.read.code.values import Values, note_assignments
from engine.run import Snippet

_MOST_STEPS = 8  # from expression to expression
_LARGEST = 1e15
_SMALLEST_POWER = 64
_OPERATORS: Mapping[type[AST], Callable[[float, float], float]] = {
    Add: operator.add,
    Sub: operator.sub,
    Mult: operator.mul,
    Div: operator.truediv,
    FloorDiv: operator.floordiv,
}


class Code(Values):
    """A program with the values of its names and the numbers among them."""

    def number(self, node: expr | None, steps: int = _MOST_STEPS) -> float | None:
        """Return the number that an expression is; None where it is not known."""
        if steps <= 0 or node is None:
            return None
        node = self.resolved(node)
        if isinstance(node, Constant):
            return _as_number(node.value)
        if isinstance(node, UnaryOp) and isinstance(node.op, USub):
            value = self.number(node.operand, steps - 1)
            return None if value is None else -value
        if isinstance(node, BinOp):
            return self._computed(node, steps - 1)
        if isinstance(node, Call) and called(node) == "len" and node.args:
            return self.length(node.args[0])
        if isinstance(node, Call) and called(node) in ("int", "float") and node.args:
            return self.number(node.args[0], steps - 1)
        return None

    def _computed(
        self,
        node: BinOp,
        steps: int,
    ) -> float | None:
        left = self.number(node.left, steps)
        right = self.number(node.right, steps)
        if left is None or right is None:
            return None
        if isinstance(node.op, Pow):
            is_small = abs(left) < _LARGEST and abs(right) <= _SMALLEST_POWER
            return float(left**right) if is_small and left > 0 else None
        compute = _OPERATORS.get(type(node.op))
        if compute is None or (right == 0 and compute in (operator.truediv, operator.floordiv)):
            return None
        result = compute(
            left,
            right,
        )
        return result if abs(result) < _LARGEST else None

    def length(self, node: expr | None, steps: int = _MOST_STEPS) -> float | None:
        """Return how many items a list, a range or a text has."""
        node = self.resolved(node)
        if steps <= 0 or node is None:
            return None
        if isinstance(node, List | Tuple | Set):
            has_stars = any(
                isinstance(
                    item,
                    Starred,
                )
                for item in node.elts
            )
            return None if has_stars else float(len(node.elts))
        if isinstance(node, Constant) and isinstance(node.value, str):
            return float(len(node.value))
        if isinstance(node, Call) and called(node) == "range" and node.args:
            return self._length_of_range(node)
        if isinstance(node, BinOp):
            return self._length_of_sum(
                node,
                steps - 1,
            )
        return None

    def _length_of_range(
        self,
        call: Call,
    ) -> float | None:
        bounds = [self.number(bound) for bound in call.args[:2]]
        if len(call.args) > 2 or None in bounds:
            return None
        known = [bound for bound in bounds if bound is not None]
        start = known[0] if len(known) > 1 else 0
        return max(
            0.0,
            known[-1] - start,
        )

    def _length_of_sum(
        self,
        node: BinOp,
        steps: int,
    ) -> float | None:
        left = self.length(
            node.left,
            steps,
        )
        if isinstance(node.op, Mult):
            times = self.number(
                node.right,
                steps,
            )
            return None if left is None or times is None else left * times
        right = self.length(
            node.right,
            steps,
        )
        if not isinstance(node.op, Add) or left is None or right is None:
            return None
        return left + right


def _as_number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _LARGEST else None


def code_of(snippets: Sequence[Snippet]) -> Code:
    """Parse the snippets of one input and note what is assigned."""
    name = snippets[0].name if snippets else ""
    code = Code(name)
    read_into(
        code,
        snippets,
    )
    note_assignments(code)
    return code
