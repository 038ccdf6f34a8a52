"""The values that names have: which expression reaches a use, and the number that it is."""

from __future__ import annotations

from ast import (
    AST,
    AnnAssign,
    Assign,
    AsyncFor,
    AsyncFunctionDef,
    AsyncWith,
    Attribute,
    AugAssign,
    ClassDef,
    ExceptHandler,
    For,
    FunctionDef,
    If,
    Lambda,
    List,
    Name,
    NamedExpr,
    Starred,
    Subscript,
    Try,
    Tuple,
    While,
    With,
    expr,
)
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.read.code.names import dotted, literal, root
from engine.read.code.program import Loop, Program

_SCOPES = (FunctionDef, AsyncFunctionDef, Lambda, ClassDef)
_ASSIGNING = (Assign, AnnAssign, AugAssign, NamedExpr, For, AsyncFor, With, AsyncWith)
_BRANCHES = (If, For, AsyncFor, While, Try, ExceptHandler)
_MOST_STEPS = 12  # from name to name


class Assigned(NamedTuple):
    """One assignment: its statement, and the expression; None where it is not known.

    source: the whole right side, which is unpacked where `value` is None: `f()` of `a, b = f()`.
    """

    statement: AST
    value: expr | None

    @property
    def source(self) -> expr | None:
        found = getattr(self.statement, "value", None)
        return found if isinstance(found, expr) else None


@dataclass(eq=False)
class Values(Program):
    """A program with the assignments of its names.

    table: scope and dotted name -> assignments in the order of the text.
    changes: the same -> statements that change a part in place: `x[0] = 1`, `x /= 255`.
    """

    changes: dict[tuple[AST | None, str], list[AST]] = field(default_factory=dict)
    table: dict[tuple[AST | None, str], list[Assigned]] = field(default_factory=dict)

    def all_of(
        self,
        scope: AST | None,
        name: str,
    ) -> list[Assigned]:
        return self.table.get((scope, name), [])

    def reaching(
        self,
        use: expr,
    ) -> expr | None:
        """Return the expression that a name or attribute has where it is used.

        None where it is not known: a parameter, a loop variable, or one of several that differ.
        """
        name = dotted(use)
        if not name:
            return None
        if name.startswith("self."):
            return self._only(self.class_of(use), name)
        scope = self.scope(use)
        here = self._last_before(scope, name, use)
        if here is not None:
            return here.value
        if self.all_of(scope, name) and scope is not None:
            return None
        return self._outside(scope, name)

    def _outside(
        self,
        scope: AST | None,
        name: str,
    ) -> expr | None:
        while scope is not None:
            if name in _parameters(scope):
                return None
            scope = self.scope(scope)
            found = self.all_of(scope, name)
            if found:
                return self._single(found)
        return None

    def _single(
        self,
        found: list[Assigned],
    ) -> expr | None:
        """Return the value of a name that is set once, and in no branch."""
        parents = self.ancestors(found[0].statement)
        is_sure = not any(isinstance(parent, _BRANCHES) for parent in parents)
        return found[0].value if len(found) == 1 and is_sure else None

    def _only(
        self,
        scope: AST | None,
        name: str,
    ) -> expr | None:
        found = self.all_of(scope, name)
        return found[0].value if len(found) == 1 else None

    def _last_before(
        self,
        scope: AST | None,
        name: str,
        use: AST,
    ) -> Assigned | None:
        own = self.statement(use)
        found = self.all_of(scope, name)
        place = bisect_right(
            found,
            self.order.get(use, 0),
            key=lambda assigned: self.order[assigned.statement],
        )
        while place and found[place - 1].statement is own:
            place -= 1
        last = found[place - 1] if place else None
        if last is not None and self._is_conditional(last.statement, use):
            return Assigned(last.statement, None)
        return last

    def _is_conditional(
        self,
        statement: AST,
        use: AST,
    ) -> bool:
        """Return whether an assignment stands in a branch or loop that the use is not in."""
        for parent in self.ancestors(statement):
            if isinstance(parent, _SCOPES):
                return False
            if isinstance(parent, _BRANCHES) and not self._is_beside(statement, use, parent):
                return True
        return False

    def _is_beside(
        self,
        statement: AST,
        use: AST,
        branch: AST,
    ) -> bool:
        """Return whether both stand in the same part of a branch."""
        if not self.is_within(use, branch):
            return False
        if not isinstance(branch, If):
            return True
        sides = [self._is_in_else(node, branch) for node in (statement, use)]
        return sides[0] == sides[1]

    def _is_in_else(
        self,
        node: AST,
        branch: If,
    ) -> bool:
        return any(self.is_within(node, other) for other in branch.orelse)

    def resolved(
        self,
        node: expr | None,
    ) -> expr | None:
        """Follow names to the expression that they stand for, as far as it is known."""
        for _ in range(_MOST_STEPS):
            if not isinstance(node, Name | Attribute):
                return node
            value = self.reaching(node)
            if value is None:
                return node
            node = value
        return node


def note_assignments(values: Values) -> None:
    """Fill the tables of assignments, in the order of the text."""
    for node in values.nodes:
        if not isinstance(node, _ASSIGNING):
            continue
        for name, value in _assignments(node):
            key = _key(values, node, name)
            found = values.table.setdefault(key, [])
            found.append(Assigned(node, value))
        changed = _changed(node)
        if changed:
            key = _key(values, node, changed)
            values.changes.setdefault(key, []).append(node)


def _key(
    values: Values,
    node: AST,
    name: str,
) -> tuple[AST | None, str]:
    """Return scope and name: attributes of `self` belong to the class."""
    is_attribute = name.startswith("self.")
    scope = values.class_of(node) if is_attribute else values.scope(node)
    return scope, name


def _changed(node: AST) -> str:
    """Return the name of what a statement changes in place."""
    if isinstance(node, AugAssign):
        return dotted(node.target)
    if isinstance(node, Assign) and isinstance(node.targets[0], Subscript):
        return root(node.targets[0])
    return ""


def _assignments(node: AST) -> Iterator[tuple[str, expr | None]]:
    if isinstance(node, Assign):
        for target in node.targets:
            yield from _pairs(target, node.value)
    elif isinstance(node, AnnAssign) and node.value is not None:
        yield from _pairs(node.target, node.value)
    elif isinstance(node, AugAssign):
        yield from _pairs(node.target, None)
    elif isinstance(node, NamedExpr):
        yield from _pairs(node.target, node.value)
    elif isinstance(node, Loop) and not isinstance(node, While):
        yield from _pairs(node.target, None)
    elif isinstance(node, With | AsyncWith):
        for item in node.items:
            if item.optional_vars is not None:
                yield from _pairs(item.optional_vars, item.context_expr)


def _pairs(
    target: expr,
    value: expr | None,
) -> Iterator[tuple[str, expr | None]]:
    """Yield each name of a target with its own expression: `a, b = 1, 2`."""
    if not isinstance(target, Tuple | List):
        name = dotted(target)
        if name:
            yield name, value
        return
    parts: list[expr | None] = [None] * len(target.elts)
    if isinstance(value, Tuple | List) and len(value.elts) == len(target.elts):
        parts = list(value.elts)
    for inner, part in zip(target.elts, parts, strict=True):
        is_starred = isinstance(inner, Starred) or isinstance(part, Starred)
        plain = inner.value if isinstance(inner, Starred) else inner
        known = None if is_starred else part
        yield from _pairs(plain, known)


def _parameters(scope: AST) -> frozenset[str]:
    if not isinstance(scope, FunctionDef | AsyncFunctionDef | Lambda):
        return frozenset()
    arguments = scope.args
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return frozenset(each.arg for each in every)


def text_of(node: expr | None) -> str:
    """Return the text of a constant text, empty for any other node."""
    value = literal(node)
    return value if isinstance(value, str) else ""
