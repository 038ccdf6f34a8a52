"""The training step runs the module inside of the distributed wrapper: gradients stay apart."""

from __future__ import annotations

from ast import Assign, Attribute, Call
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.training import backward_passes
from engine.read.code.code import Code
from engine.read.code.names import called, dotted
from engine.read.code.program import Function, calls_in

SOURCE = "https://docs.pytorch.org/docs/stable/notes/ddp.html"
_WRAPPERS = ("DistributedDataParallel", "DDP", "FullyShardedDataParallel", "FSDP")
_SENTENCE = (
    "The forward pass goes past the distributed wrapper, so the processes do not average their "
    "gradients."
)


def find(code: Code) -> Iterator[Found]:
    wrapped = _wrapped(code)
    if not wrapped or any(True for _ in code.calls_of("all_reduce", "no_sync")):
        return
    for node in code.of(Attribute):
        if node.attr != "module":
            continue
        if dotted(node.value) not in wrapped:
            continue
        if _is_forward(code, node):
            yield Found(
                node,
                _SENTENCE,
                SURE,
            )
        elif _is_trained_by_function(code, node):
            yield Found(
                node,
                _SENTENCE,
                LIKELY,
            )


def _wrapped(code: Code) -> set[str]:
    names: set[str] = set()
    for call in code.calls_of(*_WRAPPERS):
        statement = code.statement(call)
        if isinstance(statement, Assign) and statement.value is call:
            names.add(dotted(statement.targets[0]))
    return names - {""}


def _is_forward(
    code: Code,
    node: Attribute,
) -> bool:
    """Return whether `model.module(x)` stands in a loop with a backward pass."""
    parent = code.parents.get(node)
    if not isinstance(parent, Call) or parent.func is not node:
        return False
    loops = code.loops(node)
    return bool(loops) and any(calls_in(loops[0], "backward"))


def _is_trained_by_function(
    code: Code,
    node: Attribute,
) -> bool:
    """Return whether the module is handed to a function of the program that trains it."""
    parent = code.parents.get(node)
    if not isinstance(parent, Call) or node not in parent.args:
        return False
    functions = code.functions.get(called(parent), [])
    place = parent.args.index(node)
    return any(_trains_argument(code, function, place) for function in functions)


def _trains_argument(
    code: Code,
    function: Function,
    place: int,
) -> bool:
    """Return whether a function calls its argument and makes a backward pass."""
    arguments = function.args.args
    if place >= len(arguments) or not any(calls_in(function, "backward")):
        return False
    if not any(True for _ in backward_passes(code)):
        return False
    return any(dotted(call.func) == arguments[place].arg for call in calls_in(function))


RULE = Rule("wrapper-bypassed", "rank-divergence", find)
