"""Whether statements can only be program text, and how much of a text they are."""

from __future__ import annotations

from ast import (
    AST,
    Assign,
    Attribute,
    AugAssign,
    Call,
    ClassDef,
    Constant,
    Expr,
    For,
    FunctionDef,
    If,
    Import,
    ImportFrom,
    Name,
    Return,
    While,
    With,
    stmt,
)
from collections.abc import Sequence

from engine.read.code.program import descendants


def counted(
    statements: Sequence[stmt],
) -> int:
    """Return how many statements there are, those inside of others among them."""
    return sum(1 for each in statements for node in descendants(each) if isinstance(node, stmt))


def height(
    statement: stmt,
) -> int:
    """Return the lines that a statement takes."""
    return (statement.end_lineno or statement.lineno) - statement.lineno + 1


def acts(
    statement: stmt,
) -> bool:
    """Return whether a statement can only be program text."""
    if isinstance(statement, Import | ImportFrom | For | While | With | If | Return):
        return True
    if isinstance(statement, FunctionDef | ClassDef):
        return True
    value = getattr(
        statement,
        "value",
        None,
    )
    if not isinstance(statement, Assign | AugAssign | Expr):
        return False
    if isinstance(value, Call):
        is_method = isinstance(
            value.func,
            Attribute,
        )
        is_small = isinstance(value.func, Name) and value.func.id[:1].islower()
        is_kept = isinstance(
            statement,
            Assign,
        )
        return is_method or (is_small and bool(value.args)) or (is_kept and bool(value.args))
    is_plain = isinstance(value, Constant | Name) or value is None
    return isinstance(statement, Assign) and not is_plain and has_call(value)


def has_call(
    value: object,
) -> bool:
    """Say whether anything is called inside of a piece of program text."""
    if not isinstance(value, AST):
        return False
    return any(
        isinstance(
            node,
            Call,
        )
        for node in descendants(value)
    )
