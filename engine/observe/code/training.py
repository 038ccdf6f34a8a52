"""The training steps of a program: optimizers, backward passes, updates, evaluation mode."""

from __future__ import annotations

from ast import AST, Assign, Attribute, Call, List, Name, Subscript, Tuple, expr
from collections.abc import Iterator

from engine.read.code.code import Code
from engine.read.code.names import called, dotted, receiver, words
from engine.read.code.program import Loop, calls_in

OPTIMIZERS = frozenset(
    {
        "SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "Adamax", "NAdam", "RAdam",
        "LBFGS", "Adafactor", "Lion", "LAMB", "AdaBelief",
    }
)  # fmt: skip
ADAPTIVE = frozenset({"Adam", "AdamW", "NAdam", "RAdam", "Adamax", "AdaBelief"})
_OF_OPTIMIZERS = frozenset({"opt", "optim", "optimizer", "optimiser", "optimizers"})
_OF_SCHEDULES = frozenset({"scheduler", "schedule", "sched", "schedulers", "lr"})
_OTHER_LIBRARIES = frozenset({"mxnet", "gluon", "npx", "mx", "chainer", "paddle"})
VALIDATION = frozenset({"val", "valid", "validation", "test", "eval", "dev", "holdout", "testing"})
TRAINING = frozenset({"train", "training", "trn"})


def optimizers(code: Code) -> Iterator[Call]:
    """Yield the calls that make an optimizer."""
    yield from code.calls_of(*OPTIMIZERS)


def is_optimizer(
    code: Code,
    node: expr | None,
) -> bool:
    """Return whether an expression is an optimizer, by what it was made of or by its name."""
    if node is None:
        return False
    if called(code.resolved(node)) in OPTIMIZERS:
        return True
    name = dotted(node).rpartition(".")[2]
    found = words(name)
    return bool(found & _OF_OPTIMIZERS) and not found & _OF_SCHEDULES


def is_update(
    code: Code,
    call: Call,
) -> bool:
    """Return whether a call is `optimizer.step()`, with or without a gradient scaler."""
    if called(call) != "step":
        return False
    given = call.args[0] if call.args else None
    return is_optimizer(code, receiver(call)) or is_optimizer(code, given)


def updates_in(
    code: Code,
    node: AST,
) -> list[Call]:
    return [call for call in calls_in(node, "step") if is_update(code, call)]


def backward_passes(code: Code) -> Iterator[Call]:
    """Yield `loss.backward()` and the same through a scaler; `engine.backward(loss)` is none.

    MXNet writes gradients anew in each pass, so its programs have none of PyTorch's kind.
    """
    if not code.names.isdisjoint(_OTHER_LIBRARIES):
        return
    for call in code.calls_of("backward"):
        target = receiver(call)
        is_of_engine = bool(call.args) and isinstance(target, Name | Attribute)
        if target is not None and not is_of_engine:
            yield call


def loop_of_step(
    code: Code,
    backward: Call,
) -> Loop | None:
    """Return the innermost loop that holds a backward pass and an update."""
    for loop in code.loops(backward):
        if updates_in(code, loop):
            return loop
    return None


def trains(code: Code) -> bool:
    return any(True for _ in backward_passes(code))


def name_words(node: expr | None) -> frozenset[str]:
    """Return the words of the last name of an expression: those of `X_train` in `d.X_train`."""
    if isinstance(node, Call):
        return name_words(receiver(node)) | words(called(node))
    if isinstance(node, Subscript):
        return name_words(node.value)
    return words(dotted(node).rpartition(".")[2])


def is_of_training(node: expr | None) -> bool:
    found = name_words(node)
    return bool(found & TRAINING) and not found & VALIDATION


def is_held_out(node: expr | None) -> bool:
    found = name_words(node)
    return bool(found & VALIDATION) and not found & TRAINING


def words_of_targets(
    code: Code,
    node: AST,
) -> frozenset[str]:
    """Return the words of all names that a statement sets."""
    statement = code.statement(node)
    targets = (
        statement.targets
        if isinstance(
            statement,
            Assign,
        )
        else []
    )
    found: frozenset[str] = frozenset()
    for target in targets:
        parts = (
            target.elts
            if isinstance(
                target,
                Tuple | List,
            )
            else [target]
        )
        for part in parts:
            found |= name_words(part)
    return found
