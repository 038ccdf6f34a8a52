"""Labels lie class after class, and training and held-out rows are cut by position."""

from __future__ import annotations

from ast import Add, Assign, BinOp, Call, List, Mult, Name, Subscript, Tuple, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.tables import both_sides
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, is_false, literal, root
from engine.read.code.program import calls_in, descendants

_SHUFFLING = ("shuffle", "permutation", "randperm", "sample")
_SENTENCE = (
    "The labels lie class after class and the rows are cut by position, so whole classes are "
    "missing on one side."
)


def find(code: Code) -> Iterator[Found]:
    blocks = set(_labels_in_blocks(code))
    if not blocks:
        return
    for name, cut in both_sides(code):
        labels = _labels_cut(
            code,
            name,
            cut,
            blocks,
        )
        if labels and not _is_shuffled(code, {labels, name}):
            yield Found(
                cut,
                _SENTENCE,
                LIKELY,
            )
    for call in code.calls_of("train_test_split"):
        given = {root(each) for each in call.args}
        is_cut = is_false(argument(call, "shuffle")) and bool(given & blocks)
        if is_cut and not _is_shuffled(code, given):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )


def _labels_in_blocks(code: Code) -> Iterator[str]:
    for node in code.of(Assign):
        if _is_in_blocks(node.value):
            yield dotted(node.targets[0])


def _is_in_blocks(value: expr) -> bool:
    """Return whether a value is of the kind `[0] * 50 + [1] * 50`, or repeats each class."""
    while called(value) in ("array", "tensor", "asarray", "LongTensor"):
        if not isinstance(value, Call) or not value.args:
            return False
        value = value.args[0]
    if called(value) in ("repeat_interleave", "repeat"):
        return any(
            calls_in(
                value,
                "arange",
                "range",
            )
        )
    if isinstance(value, BinOp):
        return _is_sum_of_classes(value)
    is_joined = called(value) in ("concatenate", "hstack", "cat", "append")
    if is_joined and isinstance(value, Call) and value.args:
        parts = value.args[0].elts if isinstance(value.args[0], List | Tuple) else []
        constant = {called(part) for part in parts} <= {"zeros", "ones", "full", "full_like"}
        return len(parts) > 1 and constant
    return False


def _is_sum_of_classes(value: expr) -> bool:
    """Return whether a value is of the kind `[0] * 50 + [1] * 50`, of two classes or more."""
    parts = 0
    while isinstance(value, BinOp) and isinstance(value.op, Add):
        if not _is_one_class(value.right):
            return False
        value = value.left
        parts += 1
    return parts > 0 and _is_one_class(value)


def _is_one_class(node: expr) -> bool:
    """Return whether a value is one class many times: `[1] * 50`."""
    if not isinstance(node, BinOp) or not isinstance(node.op, Mult):
        return False
    if not isinstance(node.left, List) or len(node.left.elts) != 1:
        return False
    return literal(node.left.elts[0]) is not None


def _labels_cut(
    code: Code,
    name: str,
    cut: Subscript,
    blocks: set[str],
) -> str:
    """Return the labels that are cut, themselves or through an index in order."""
    if name in blocks:
        return name
    order = code.resolved(cut.value)
    if called(order) not in ("arange", "range"):
        return ""
    for parent in code.of(Subscript):
        is_picked = root(parent.slice) == name
        if is_picked and root(parent.value) in blocks:
            return root(parent.value)
    return ""


def _is_shuffled(
    code: Code,
    names: set[str],
) -> bool:
    for call in code.calls_of(*_SHUFFLING):
        given = {inner.id for inner in descendants(call) if isinstance(inner, Name)}
        if given & names:
            return True
    return False


RULE = Rule(
    "classes-cut-by-position",
    "bad-split",
    find,
)
