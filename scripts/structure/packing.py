"""Count two ways to pack several thoughts into one expression.

Ternaries inside the arguments of a call, and comprehensions that filter and assign at once.
"""

import ast

from scripts.structure.syntax import Comprehension


def ternaries_in_arguments(tree: ast.AST) -> int:
    """Count the conditional expressions anywhere inside the arguments of a call."""
    # a set, because the arguments of an outer call contain those of an inner one
    ternaries: set[ast.AST] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        arguments = [*node.args, *node.keywords]
        for argument in arguments:
            inner = ast.walk(argument)
            ternaries.update(filter(is_ternary, inner))
    return len(ternaries)


def is_ternary(node: ast.AST) -> bool:
    """Return whether the node is `a if condition else b`."""
    return isinstance(node, ast.IfExp)


def is_comprehension(node: ast.AST) -> bool:
    """Return whether the node is a comprehension of any kind or a generator expression."""
    return isinstance(node, Comprehension)


def walrus_comprehensions(tree: ast.AST) -> int:
    """Count the comprehensions that have a condition and an assignment expression of their own."""
    packed = 0
    for node in ast.walk(tree):
        if not isinstance(node, Comprehension):
            continue
        conditional = any(loop.ifs for loop in node.generators)
        if conditional and has_walrus(node):
            packed += 1
    return packed


def has_walrus(comprehension: ast.expr) -> bool:
    """Look for an assignment expression; a comprehension further inside answers for itself."""
    waiting = list(ast.iter_child_nodes(comprehension))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.NamedExpr):
            return True
        if not isinstance(node, Comprehension):
            waiting.extend(ast.iter_child_nodes(node))
    return False
