"""Images are mixed with one share and their labels with the other: the mixture is mislabeled."""

from __future__ import annotations

from ast import (
    AST,
    Add,
    Attribute,
    BinOp,
    Call,
    Constant,
    Mult,
    Name,
    Slice,
    Sub,
    Subscript,
    Tuple,
    expr,
)
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from engine.observe.code.rule import SURE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import literal, root
from engine.read.code.program import descendants

SOURCE = "https://arxiv.org/abs/1710.09412"
_SENTENCE = (
    "The inputs are mixed with the share of the first and the labels with that of the second, so "
    "each mixture gets the label of the weaker part."
)


class _Mix(NamedTuple):
    """A sum of two parts with shares that add to 1. first: the part weighted by the share itself.

    permuted_by: the name by which one of the parts is permuted.
    """

    node: AST
    share: str
    permuted_by: str
    is_first_permuted: bool


class _Part(NamedTuple):
    """One part of a mixture. is_rest: its share is 1 minus the other one."""

    share: str
    is_rest: bool
    permuted_by: str


def find(code: Code) -> Iterator[Found]:
    if not code.of(Sub):
        return
    mixes = [mix for mix in (_mix(code, node) for node in code.of(BinOp)) if mix is not None]
    for first, second in pairwise(mixes):
        is_pair = first.share == second.share and first.permuted_by == second.permuted_by
        is_near = code.scope(first.node) is code.scope(second.node)
        if is_pair and is_near and first.is_first_permuted != second.is_first_permuted:
            yield Found(
                second.node,
                _SENTENCE,
                SURE,
            )


def _mix(
    code: Code,
    node: BinOp,
) -> _Mix | None:
    """Return the mixture `s * a + (1 - s) * a[p]`, with the factors in any order."""
    if not isinstance(node.op, Add):
        return None
    for first in _parts(code, node.left):
        for second in _parts(code, node.right):
            indices = {first.permuted_by, second.permuted_by} - {""}
            is_whole = first.is_rest != second.is_rest and first.share == second.share
            if is_whole and len(indices) == 1:
                plain = second if first.is_rest else first
                return _Mix(
                    node,
                    first.share,
                    indices.pop(),
                    bool(plain.permuted_by),
                )
    return None


def _parts(
    code: Code,
    node: expr,
) -> Iterator[_Part]:
    """Yield the readings of `(1 - s) * x[p]`: each factor may be the share."""
    if not isinstance(node, BinOp) or not isinstance(node.op, Mult):
        return
    for share, value in ((node.left, node.right), (node.right, node.left)):
        name, is_rest = _share(code, share)
        if name:
            yield _Part(
                name,
                is_rest,
                _index(value),
            )


def _share(
    code: Code,
    node: expr,
) -> tuple[str, bool]:
    if isinstance(node, BinOp) and isinstance(node.op, Sub) and literal(node.left) == 1:
        return _share_name(code, node.right), True
    if isinstance(node, Name | Subscript | Attribute):
        return _share_name(code, node), False
    return "", False


def _share_name(
    code: Code,
    node: expr,
) -> str:
    """Return the name of a share, behind a view of it: `pixels = share[:, :, None, None]`."""
    name = root(node)
    value = code.reaching(node) if isinstance(node, Name) else None
    if isinstance(value, Subscript) and _is_view(value):
        return root(value)
    is_method = isinstance(value, Call) and isinstance(value.func, Attribute)
    if is_method and isinstance(value, Call):
        is_view = isinstance(value.func, Attribute) and value.func.attr in ("view", "reshape")
        return root(value) if is_view else name
    return name


def _is_view(value: Subscript) -> bool:
    """Return whether an index only adds axes."""
    parts = value.slice.elts if isinstance(value.slice, Tuple) else [value.slice]
    return all(isinstance(part, Slice | Constant) for part in parts)


def _index(value: expr) -> str:
    """Return the name by which a part is permuted, also inside of `one_hot(labels[p], n)`."""
    for node in descendants(value):
        if isinstance(node, Subscript):
            parts = node.slice.elts if isinstance(node.slice, Tuple) else [node.slice]
            if parts and isinstance(parts[0], Name):
                return parts[0].id
    return ""


RULE = Rule(
    "mixed-shares-swapped",
    "inputs-labels-misaligned",
    find,
)
