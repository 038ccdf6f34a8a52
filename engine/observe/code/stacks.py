"""Stacks of layers: how many of a kind lie one after another, as far as the text says."""

from __future__ import annotations

from ast import (
    AST,
    Add,
    Assign,
    Attribute,
    BinOp,
    Call,
    ClassDef,
    For,
    GeneratorExp,
    List,
    ListComp,
    Name,
    Starred,
    Tuple,
    expr,
)
from collections.abc import Iterator
from typing import NamedTuple

from engine.observe.code.lengths import length, times_run
from engine.observe.code.outputs import activation_of, returned, returned_by_class
from engine.observe.code.shortcuts import adds
from engine.read.code.code import Code
from engine.read.code.names import called, dotted
from engine.read.code.program import Function, calls_in, descendants

NORMALIZING = frozenset(
    {
        "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "LayerNorm", "GroupNorm", "InstanceNorm2d",
        "RMSNorm", "BatchNormalization", "LayerNormalization", "SyncBatchNorm", "LazyBatchNorm1d",
    }
)  # fmt: skip
WEIGHTED = frozenset({"Linear", "Conv1d", "Conv2d", "Conv3d", "Dense", "Conv2D", "LazyLinear"})
_ACTIVATIONS = frozenset({"sigmoid", "tanh", "relu", "gelu", "elu", "selu", "leakyrelu", "silu"})
_LISTS = (List, ListComp, BinOp, Call)
_MOST = 10_000


class Stack(NamedTuple):
    """node: where it is built. counts: kind of layer in lower case -> how many of them."""

    node: AST
    counts: dict[str, float]
    has_shortcut: bool

    def of(self, *kinds: str) -> float:
        return sum(self.counts.get(kind, 0.0) for kind in kinds)

    @property
    def weighted(self) -> float:
        return sum(self.counts.get(kind.lower(), 0.0) for kind in WEIGHTED)

    @property
    def is_normalized(self) -> bool:
        return any(kind.lower() in self.counts for kind in NORMALIZING)


def stacks(code: Code) -> Iterator[Stack]:
    """Yield the stacks that a program builds: in lists, loops, comprehensions, line by line."""
    for call in code.calls_of("Sequential", "ModuleList"):
        counts: dict[str, float] = {}
        shortcut = [False]
        for given in call.args:
            _count(code, given, 1.0, counts, shortcut)
        if called(call) == "ModuleList":
            _add_forward(code, call, counts, shortcut)
        _add_by_name(code, call, counts)
        if counts:
            yield Stack(
                call,
                counts,
                shortcut[0] or _has_own_forward(code, call),
            )


def _count(
    code: Code,
    node: expr,
    times: float,
    counts: dict[str, float],
    shortcut: list[bool],
) -> None:
    """Add up the layers that an expression holds, `times` as many; iterative, level by level."""
    waiting = [(node, times, 0)]
    while waiting and len(counts) < _MOST:
        current, factor, depth = waiting.pop()
        if depth > 12:
            continue
        for inner, more in _parts(
            code,
            current,
            shortcut,
        ):
            waiting.append((inner, factor * more, depth + 1))
        kinds = _kinds(code, current)
        for kind in kinds:
            counts[kind] = counts.get(kind, 0.0) + factor


def _kinds(
    code: Code,
    node: expr,
) -> list[str]:
    """Return the kinds of one layer: its class, and the activation that it applies."""
    if not isinstance(node, Call) or called(node) in code.classes:
        return []
    kinds = [called(node).lower()]
    if called(node) in ("Dense", "Conv2D", "Activation"):
        activation = activation_of(node)
        if activation in _ACTIVATIONS:
            kinds.append(activation)
    return kinds


def _parts(
    code: Code,
    node: expr,
    shortcut: list[bool],
) -> Iterator[tuple[expr, float]]:
    """Yield what an expression holds, each with the times that it is repeated."""
    if isinstance(node, Starred):
        yield node.value, 1.0
    elif isinstance(node, List | Tuple):
        yield from ((item, 1.0) for item in node.elts)
    elif isinstance(node, ListComp | GeneratorExp):
        times = length(code, node.generators[0].iter)
        if times is not None and len(node.generators) == 1:
            yield node.elt, times
    elif isinstance(node, Name):
        yield from _grown(code, node)
    elif isinstance(node, BinOp) and isinstance(node.op, Add):
        yield node.left, 1.0
        yield node.right, 1.0
    elif isinstance(node, Call):
        yield from _inside(
            code,
            node,
            shortcut,
        )


def _grown(
    code: Code,
    name: Name,
) -> Iterator[tuple[expr, float]]:
    """Yield the parts of a list that grows by `+=` and `append`, in loops of known length."""
    scope = code.scope(name)
    order = code.order
    every = code.all_of(scope, name.id)
    if not every or not isinstance(every[0].value, _LISTS):
        return
    own = code.statement(name)
    for assigned in every:
        if (
            assigned.statement is own
            or order[assigned.statement] > order.get(name, 0)
            or assigned.source is None
        ):
            continue
        times = times_run(
            code,
            assigned.statement,
            name,
        )
        if times is not None:
            yield assigned.source, times
    for call in code.calls_of("append", "extend"):
        is_own = isinstance(call.func, Attribute) and dotted(call.func.value) == name.id
        if is_own and call.args and code.scope(call) is scope:
            times = times_run(
                code,
                call,
                name,
            )
            if times is not None and order[call] < order.get(name, 0):
                yield call.args[0], times


def _inside(
    code: Code,
    call: Call,
    shortcut: list[bool],
) -> Iterator[tuple[expr, float]]:
    """Yield the layers of a block that a function or class of the program makes."""
    if called(call) in ("Sequential", "list"):
        yield from ((given, 1.0) for given in call.args)
        return
    functions = code.functions.get(called(call), [])
    if isinstance(call.func, Name) and len(functions) == 1:
        value = returned(functions[0])
        if value is not None:
            yield value, 1.0
        return
    cls = code.classes.get(called(call))
    if cls is not None:
        yield from _layers_of_class(
            code,
            cls,
            shortcut,
        )


def _layers_of_class(
    code: Code,
    cls: ClassDef,
    shortcut: list[bool],
) -> Iterator[tuple[expr, float]]:
    """Yield the layers that a block makes, and the activations of its forward pass."""
    for node in cls.body:
        if not isinstance(node, Function):
            continue
        if node.name == "forward":
            shortcut[0] = shortcut[0] or adds(node)
            yield from ((call, 1.0) for call in calls_in(node) if _is_activation(call))
        elif node.name == "__init__":
            for call in calls_in(node):
                if called(call)[:1].isupper():
                    yield call, 1.0


def _is_activation(call: Call) -> bool:
    return called(call) in _ACTIVATIONS


def _add_forward(
    code: Code,
    call: Call,
    counts: dict[str, float],
    shortcut: list[bool],
) -> None:
    """Add the activation that the forward pass applies to each layer of a list of layers."""
    cls = code.class_of(call)
    if cls is None:
        return
    total = sum(counts.values())
    for node in descendants(cls):
        if isinstance(node, For) and dotted(node.iter).startswith("self."):
            shortcut[0] = shortcut[0] or adds(node)
            for inner in calls_in(node):
                if _is_activation(inner):
                    counts[called(inner)] = counts.get(called(inner), 0.0) + total


def _add_by_name(
    code: Code,
    call: Call,
    counts: dict[str, float],
) -> None:
    """Add the layers that `model.add(...)` of Keras adds, in loops as well."""
    statement = code.statement(call)
    if not isinstance(statement, Assign):
        return
    name = dotted(statement.targets[0])
    for added in code.calls_of("add"):
        is_own = isinstance(added.func, Attribute) and dotted(added.func.value) == name
        times = (
            times_run(
                code,
                added,
                call,
            )
            if is_own and added.args
            else None
        )
        if times is not None:
            _count(
                code,
                added.args[0],
                times,
                counts,
                [False],
            )


def _has_own_forward(
    code: Code,
    call: Call,
) -> bool:
    """Return whether the module that keeps a stack adds something in its forward pass."""
    cls = code.class_of(call)
    return cls is not None and adds(returned_by_class(code, cls))
