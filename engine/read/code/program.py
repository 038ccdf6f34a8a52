"""A program as a tree with parents: its nodes in order, its calls, functions, classes, loops."""

from __future__ import annotations

import re
from ast import (
    AST,
    AsyncFor,
    AsyncFunctionDef,
    Attribute,
    Call,
    ClassDef,
    DictComp,
    For,
    FunctionDef,
    GeneratorExp,
    Lambda,
    ListComp,
    Name,
    SetComp,
    While,
    increment_lineno,
    iter_child_nodes,
    stmt,
)
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from engine.read.code.names import called
from engine.read.code.parse import parse
from engine.run import Snippet

_ELIDED = re.compile(r"\s*+#?\s*+(?:\.\.\.|\u2026|<)|.{0,400}#\s?(?:\.\.\.|\u2026)")
MAX_NODES = 100_000
MAX_CALLS = 2000  # of one name
_Node = TypeVar("_Node", bound=AST)
Function = FunctionDef | AsyncFunctionDef
Loop = For | AsyncFor | While
_COMPREHENSIONS = (ListComp, SetComp, GeneratorExp, DictComp)


@dataclass(eq=False)
class Program:
    """Everything that the rules ask of one input's code.

    nodes: in the order of the text. whole: nothing was left out in parsing. lines: of each snippet,
    by the number that they have in the input.
    """

    name: str
    nodes: list[AST] = field(default_factory=list)
    top: list[stmt] = field(default_factory=list)
    parents: dict[AST, AST] = field(default_factory=dict)
    order: dict[AST, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    by_name: dict[str, list[Call]] = field(default_factory=dict)
    by_type: dict[type[AST], list[AST]] = field(default_factory=dict)
    functions: dict[str, list[Function]] = field(default_factory=dict)
    classes: dict[str, ClassDef] = field(default_factory=dict)
    lines: dict[int, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()  # of everything called, read or set
    whole: bool = True

    def calls_of(self, *names: str) -> Iterator[Call]:
        """Yield the calls of functions, classes or methods of these names."""
        found: list[Call] = []
        for name in dict.fromkeys(names):
            found.extend(self.by_name.get(name, ())[:MAX_CALLS])
        if len(names) > 1:
            found.sort(key=self.order.__getitem__)
        yield from found

    def of(self, kind: type[_Node]) -> list[_Node]:
        """Return the nodes of one type, in the order of the text."""
        return cast("list[_Node]", self.by_type.get(kind, []))

    def ancestors(self, node: AST) -> Iterator[AST]:
        """Yield what a node stands in, the nearest first."""
        parent = self.parents.get(node)
        while parent is not None:
            yield parent
            parent = self.parents.get(parent)

    def scope(self, node: AST) -> AST | None:
        """Return the function that a node stands in, None for the module."""
        for parent in self.ancestors(node):
            if isinstance(parent, Function | Lambda):
                return parent
        return None

    def class_of(
        self,
        node: AST,
    ) -> ClassDef | None:
        for parent in self.ancestors(node):
            if isinstance(parent, ClassDef):
                return parent
        return None

    def loops(
        self,
        node: AST,
    ) -> list[Loop]:
        """Return the loops around a node in its function, the innermost first."""
        found: list[Loop] = []
        for parent in self.ancestors(node):
            if isinstance(parent, Function | Lambda):
                break
            if isinstance(parent, Loop):
                found.append(parent)
        return found

    def statement(
        self,
        node: AST,
    ) -> stmt | None:
        if isinstance(node, stmt):
            return node
        for parent in self.ancestors(node):
            if isinstance(parent, stmt):
                return parent
        return None

    def is_within(
        self,
        node: AST,
        outer: AST,
    ) -> bool:
        return node is outer or any(parent is outer for parent in self.ancestors(node))

    def line(
        self,
        node: AST,
    ) -> int:
        return int(getattr(node, "lineno", 0))

    def quoted(
        self,
        node: AST,
    ) -> str:
        """Return the line of the text on which a node begins."""
        return self.lines.get(self.line(node), "").strip()

    def text(
        self,
        node: AST,
    ) -> str:
        """Return the lines of the text on which a node stands, whatever was parsed of them."""
        last = int(getattr(node, "end_lineno", 0))
        numbers = range(self.line(node), last + 1)
        return "\n".join(self.lines.get(number, "") for number in numbers)

    def is_elided(
        self,
        node: AST,
    ) -> bool:
        """Return whether the text leaves something out inside of a node: `# ... as before`."""
        lines = self.text(node).splitlines()
        return any(_ELIDED.match(line) for line in lines)

    def is_comprehension(
        self,
        node: AST,
    ) -> bool:
        return isinstance(node, _COMPREHENSIONS)


def descendants(node: AST) -> Iterator[AST]:
    """Yield a node and everything below it, in the order of the text."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(iter_child_nodes(current))))


def calls_in(node: AST, *names: str) -> Iterator[Call]:
    """Yield the calls below a node, of these names or of any."""
    for inner in descendants(node):
        if isinstance(inner, Call) and (not names or called(inner) in names):
            yield inner


def read_into(
    program: Program,
    snippets: Iterable[Snippet],
) -> None:
    """Parse the snippets of one input into an empty program."""
    for snippet in snippets:
        parsed = parse(snippet.text)
        program.whole = program.whole and parsed.whole
        if snippet.line > 1:
            for statement in parsed.statements:
                increment_lineno(statement, snippet.line - 1)
        for number, line in enumerate(parsed.lines, start=snippet.line):
            program.lines[number] = line
        _add(program, parsed.statements)
    program.names = frozenset(_names(program.nodes))


def _add(
    program: Program,
    statements: Sequence[stmt],
) -> None:
    program.top.extend(statements)
    waiting: list[AST] = list(reversed(statements))
    while waiting and len(program.nodes) < MAX_NODES:
        node = waiting.pop()
        program.order[node] = len(program.nodes)
        program.nodes.append(node)
        _register(program, node)
        children = list(iter_child_nodes(node))
        for child in children:
            program.parents[child] = node
        waiting.extend(reversed(children))


def _register(
    program: Program,
    node: AST,
) -> None:
    program.by_type.setdefault(type(node), []).append(node)
    if isinstance(node, Call):
        program.calls.append(node)
        program.by_name.setdefault(called(node), []).append(node)
    elif isinstance(node, Function):
        program.functions.setdefault(node.name, []).append(node)
    elif isinstance(node, ClassDef):
        program.classes.setdefault(node.name, node)


def _names(nodes: Iterable[AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Name):
            yield node.id
        elif isinstance(node, Attribute):
            yield node.attr
