"""Whether a forward pass has a way around a layer: something is added or joined to its output."""

from __future__ import annotations

from ast import AST, Add, AugAssign, BinOp

from engine.read.code.names import called
from engine.read.code.program import descendants


def adds(node: AST | None) -> bool:
    """Return whether something is added or joined below a node, as a shortcut does."""
    if node is None:
        return False
    for inner in descendants(node):
        if isinstance(inner, BinOp) and isinstance(inner.op, Add):
            return True
        if isinstance(inner, AugAssign) and isinstance(inner.op, Add):
            return True
        if called(inner) in ("cat", "concat", "add", "concatenate", "add_"):
            return True
    return False
