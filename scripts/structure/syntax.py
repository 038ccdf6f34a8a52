"""Count the parts of one Python source or one function.

A syntax node is one step of `ast.walk`: a name counts two, itself and its context.
"""

import ast
import io
import tokenize
from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

FORKS = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.comprehension,
    ast.match_case,
)
LAYOUT = (
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
)


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield functions, methods and functions within functions; no lambdas."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def node_count(node: ast.AST) -> int:
    """Count the node and everything below it."""
    return sum(1 for _ in ast.walk(node))


def fork_count(node: ast.AST) -> int:
    """Count the forks below the node, without `and` and `or`."""
    return sum(isinstance(inner, FORKS) for inner in ast.walk(node))


def written_lines(text: str) -> list[str]:
    """Return the lines that are not blank; comments and docstrings count as written."""
    lines = text.splitlines()
    return list(filter(str.strip, lines))


def nodes_per_line(text: str, tree: ast.AST) -> float:
    """Return the density: the nodes of `tree` over the lines of `text` that are not blank."""
    lines = len(written_lines(text))
    if not lines:
        return 0.0
    return node_count(tree) / lines


def line_count(function: Function) -> int:
    """Count the lines from `def` to the end; decorators are left out."""
    first = function.lineno
    last = function.end_lineno or first
    return last - first + 1


def branch_count(function: Function) -> int:
    """Return one more than the number of forks: conditions, loops, handlers, `and`, `or`."""
    branches = 1 + fork_count(function)
    for node in ast.walk(function):
        if isinstance(node, ast.BoolOp):
            operators = len(node.values) - 1
            branches += operators
    return branches


def named_arguments(function: Function) -> list[ast.arg]:
    """Return the arguments without `self`, `cls`, `*args` and `**kwargs`."""
    arguments = function.args
    every = [
        *arguments.posonlyargs,
        *arguments.args,
        *arguments.kwonlyargs,
    ]
    return [argument for argument in every if argument.arg not in ("self", "cls")]


def argument_count(function: Function) -> int:
    """Count the arguments that a caller can pass by name or by place."""
    return len(named_arguments(function))


def is_typed(function: Function) -> bool:
    """Return whether the result and every argument have an annotation."""
    if function.returns is None:
        return False
    arguments = [
        *named_arguments(function),
        function.args.vararg,
        function.args.kwarg,
    ]
    return all(argument is None or argument.annotation for argument in arguments)


def is_private(function: Function) -> bool:
    """Return whether the name starts with one underscore; `__init__` and its like do not."""
    name = function.name
    if name.startswith("__"):
        return False
    return name.startswith("_")


def has_docstring(node: Function | ast.Module) -> bool:
    """Return whether the first statement is a string."""
    docstring = ast.get_docstring(node)
    return docstring is not None


def has_postponed_annotations(tree: ast.Module) -> bool:
    """Look for `from __future__ import annotations`."""
    for statement in tree.body:
        if not isinstance(statement, ast.ImportFrom):
            continue
        if statement.module == "__future__":
            return "annotations" in [alias.name for alias in statement.names]
    return False


def comment_and_code_lines(text: str) -> tuple[int, int]:
    """Count the lines that are only a comment, and the lines with code or a docstring."""
    comments: set[int] = set()
    code: set[int] = set()
    reader = io.StringIO(text).readline
    for token in tokenize.generate_tokens(reader):
        first, _ = token.start
        last, _ = token.end
        if token.type == tokenize.COMMENT:
            comments.add(first)
        elif token.type not in LAYOUT:
            lines = range(first, last + 1)
            code.update(lines)
    alone = comments - code
    return len(alone), len(code)
