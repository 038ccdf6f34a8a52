"""Names and arguments of syntax nodes, as the rules ask for them."""

from __future__ import annotations

from ast import AST, Attribute, Call, Constant, Name, Starred, Subscript, expr

_DEEPEST = 20  # parts of a dotted name


def dotted(node: AST | None) -> str:
    """Return `a.b.c` of a name or a chain of attributes, empty for any other node."""
    parts: list[str] = []
    while isinstance(node, Attribute) and len(parts) < _DEEPEST:
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, Name):
        return ""
    parts.append(node.id)
    return ".".join(reversed(parts))


def root(node: AST | None) -> str:
    """Return the first name of a chain of attributes, calls and indices: `x` of `x.a(1)[0]`."""
    while node is not None:
        if isinstance(node, Name):
            return node.id
        if isinstance(node, Attribute | Subscript | Starred):
            node = node.value
        elif isinstance(node, Call):
            node = node.func
        else:
            return ""
    return ""


def called(node: AST | None) -> str:
    """Return the last name of what a call calls: `Linear` of `nn.Linear(2, 3)`; else empty."""
    if not isinstance(node, Call):
        return ""
    if isinstance(node.func, Attribute):
        return node.func.attr
    if isinstance(node.func, Name):
        return node.func.id
    return ""


def receiver(node: AST | None) -> expr | None:
    """Return the object whose method a call calls: `x` of `x.step()`."""
    if isinstance(node, Call) and isinstance(node.func, Attribute):
        return node.func.value
    return None


def argument(call: Call, name: str, place: int = -1) -> expr | None:
    """Return an argument by its name, or by its place among those without one."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if 0 <= place < len(call.args) and not has_stars(call):
        return call.args[place]
    return None


def has_stars(call: Call) -> bool:
    """Return whether a call takes `*args` or `**more`, whose content is not known."""
    if any(isinstance(value, Starred) for value in call.args):
        return True
    return any(keyword.arg is None for keyword in call.keywords)


def literal(node: AST | None) -> object:
    """Return the value of a constant; None for any other node."""
    return (
        node.value
        if isinstance(
            node,
            Constant,
        )
        else None
    )


def is_false(node: AST | None) -> bool:
    return isinstance(node, Constant) and node.value is False


def is_true(node: AST | None) -> bool:
    return isinstance(node, Constant) and node.value is True


def words(name: str) -> frozenset[str]:
    """Return the words of a name in lower case: `X_train` has x and train."""
    spaced = ""
    before = ""
    for character in name:
        is_next = character.isupper() and (before.islower() or before.isdigit())
        spaced += f"_{character}" if is_next else character
        before = character
    parts = (
        spaced.replace(
            ".",
            "_",
        )
        .lower()
        .split("_")
    )
    return frozenset(part for part in parts if part)
