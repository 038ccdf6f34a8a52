"""Pixels from 0 to 255 go into a network as they are, or a scaling changes nothing."""

from __future__ import annotations

import re
from ast import Assign, AugAssign, BinOp, Call, Div, List, Mult, Name, Sub, Tuple, stmt
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, POSSIBLE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, root, words

_SETS = frozenset({"mnist", "fashion_mnist", "cifar10", "cifar100"})
_SCALING = frozenset(
    {
        "Rescaling", "Normalization", "preprocess_input", "transform", "fit_transform",
        "normalize", "BatchNormalization", "LayerNormalization", "rescale",
        "per_image_standardization",
    }
)  # fmt: skip
_CENTER = re.compile(r"means?|mu|cent(?:er|re)")
_SPREADS = frozenset({"std", "spread", "sd", "stds", "stdev"})
_PIXELS = "The pixels go into the network as numbers from 0 to 255."
_NOTHING = "This scaling changes nothing: the mean is 0 and the spread is 1 by definition here."


def find(code: Code) -> Iterator[Found]:
    yield from _pixels(code)
    for node in code.of(BinOp):
        if _changes_nothing(code, node):
            yield Found(
                node,
                _NOTHING,
                POSSIBLE,
            )


def _pixels(code: Code) -> Iterator[Found]:
    """Images of a data set of Keras that no statement divides before `fit`."""
    program = code
    if not program.names.isdisjoint(_SCALING) or not program.whole:
        return
    for call in program.calls_of("load_data"):
        if words(dotted(call.func)).isdisjoint(_SETS) and not _SETS & {root(call.func)}:
            continue
        statement = program.statement(call)
        name = _first_target(statement)
        if name and not _is_divided(code, name) and _is_fitted(code, name):
            yield Found(
                call,
                _PIXELS,
                LIKELY,
            )


def _first_target(statement: stmt | None) -> str:
    """Return the name of the training images in `(x, y), (a, b) = mnist.load_data()`."""
    target = statement.targets[0] if isinstance(statement, Assign) else None
    while isinstance(target, Tuple | List) and target.elts:
        target = target.elts[0]
    return dotted(target)


def _is_divided(
    code: Code,
    name: str,
) -> bool:
    """Return whether a statement may scale the images, or hands them to something not shown."""
    for node in (*code.of(BinOp), *code.of(AugAssign), *code.of(Call)):
        is_division = isinstance(node, BinOp | AugAssign) and isinstance(node.op, Div | Mult | Sub)
        if is_division:
            operands = [
                getattr(
                    node,
                    side,
                    None,
                )
                for side in ("left", "right", "target")
            ]
            if name in map(root, operands):
                return True
        if isinstance(node, Call) and called(node) != "fit":
            is_known = called(node) in ("len", "reshape", "astype", "print", "expand_dims")
            if not is_known and name in map(dotted, node.args):
                return True
    return False


def _is_fitted(
    code: Code,
    name: str,
) -> bool:
    fitted = [dotted(call.args[0]) for call in code.calls_of("fit") if call.args]
    return name in fitted


def _changes_nothing(
    code: Code,
    node: BinOp,
) -> bool:
    """Return whether a named mean of 0 is taken off, or a named spread of 1 divides."""
    if not isinstance(node.right, Name):
        return False
    named = words(node.right.id)
    if isinstance(node.op, Sub) and any(map(_CENTER.fullmatch, named)):
        return _is_constant(
            code,
            node.right,
            0.0,
            "zeros",
        )
    if isinstance(node.op, Div) and named & _SPREADS:
        return _is_constant(
            code,
            node.right,
            1.0,
            "ones",
        )
    return False


def _is_constant(
    code: Code,
    node: Name,
    number: float,
    filled: str,
) -> bool:
    value = code.reaching(node)
    is_filled = called(value) == filled
    return is_filled or (value is not None and code.number(value) == number)


RULE = Rule(
    "inputs-unscaled",
    "feature-scale-mismatch",
    find,
)
