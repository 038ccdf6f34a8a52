"""How often the loops of a program run."""

from __future__ import annotations

from ast import AST, Call, Slice, Subscript, While, expr

from engine.read.code.code import Code
from engine.read.code.names import called


def length(
    code: Code,
    node: expr,
) -> float | None:
    """Return how often a loop over an expression runs."""
    value = code.resolved(node)
    if called(value) == "zip" and isinstance(value, Call):
        known = [length(code, given) for given in value.args]
        numbers = [number for number in known if number is not None]
        return min(numbers) if numbers and len(numbers) == len(known) else None
    if called(value) in ("enumerate", "list", "reversed") and isinstance(value, Call):
        return length(code, value.args[0]) if value.args else None
    if isinstance(value, Subscript) and isinstance(value.slice, Slice):
        return _length_of_rest(
            code,
            value,
        )
    return code.length(value)


def _length_of_rest(
    code: Code,
    value: Subscript,
) -> float | None:
    """Return the length of `x[1:]` and `x[:-1]`."""
    whole = code.length(value.value)
    index = value.slice
    if whole is None or not isinstance(index, Slice) or index.step is not None:
        return None
    lower = code.number(index.lower) if index.lower is not None else 0.0
    upper = code.number(index.upper) if index.upper is not None else whole
    if lower is None or upper is None:
        return None
    end = upper if upper >= 0 else whole + upper
    return max(
        0.0,
        end - lower,
    )


def times_run(
    code: Code,
    node: AST,
    use: AST,
) -> float | None:
    """Return how often a statement runs before the use; None where that is not known."""
    around = code.loops(use)
    times = 1.0
    for loop in code.loops(node):
        if any(loop is outer for outer in around):
            break
        count = (
            None
            if isinstance(
                loop,
                While,
            )
            else length(
                code,
                loop.iter,
            )
        )
        if count is None:
            return None
        times *= count
    return times
