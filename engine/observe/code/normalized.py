"""By which numbers each `Compose` of torchvision normalizes, in training and in evaluation.

Numbers are compared as they are meant: `Normalize(0.5, 0.5)` and `Normalize([0.5] * 3, [0.5] * 3)`
do the same. Where the text does not show the numbers, nothing is said to differ.
"""

from __future__ import annotations

from ast import Assign, BinOp, Call, List, Mult, Tuple, expr
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.observe.code.tables import shape
from engine.observe.code.training import TRAINING, VALIDATION, name_words
from engine.read.code.code import Code
from engine.read.code.names import argument
from engine.read.code.program import calls_in

_MOST_CHANNELS = 16


class _Normalized(NamedTuple):
    """Mean and standard deviation of each channel; written: the call, as it is written.

    None where the text does not show the numbers. One number stands for every channel.
    """

    mean: tuple[float, ...] | None
    std: tuple[float, ...] | None
    written: str


def normalized_otherwise(code: Code) -> Iterator[Call]:
    """Yield each `Compose` named for evaluation that surely normalizes otherwise than the only one
    named for training.
    """
    sides: dict[bool, list[Call]] = {True: [], False: []}
    for call in code.calls_of("Compose"):
        statement = code.statement(call)
        if not isinstance(statement, Assign) or statement.value is not call:
            continue
        name = name_words(statement.targets[0])
        is_of_training = bool(name & TRAINING)
        is_of_either = is_of_training or bool(name & VALIDATION)
        if is_of_either and not code.is_elided(call):
            sides[is_of_training].append(call)
    if len(sides[True]) != 1:
        return
    [training] = sides[True]
    trained = _normalized(code, training)
    for call in sides[False]:
        evaluated = _normalized(code, call)
        makes_tensors = "ToTensor" in shape(call)
        if makes_tensors and _differ(trained, evaluated):
            yield call


def _normalized(
    code: Code,
    compose: Call,
) -> list[_Normalized] | None:
    """Return each normalization among the steps; None where the text does not show every step."""
    given = argument(
        compose,
        "transforms",
        0,
    )
    steps = code.resolved(given)
    if not isinstance(steps, List | Tuple):
        return None
    found: list[_Normalized] = []
    for step in map(code.resolved, steps.elts):
        if not isinstance(step, Call):
            return None
        found.extend(_normalizations(code, step))
    return found


def _differ(
    one: Sequence[_Normalized] | None,
    other: Sequence[_Normalized] | None,
) -> bool:
    """Return whether two pipelines surely normalize otherwise."""
    if one is None or other is None:
        return False
    if len(one) != len(other):
        return True
    pairs = zip(one, other, strict=True)
    return any(_is_other(first, second) for first, second in pairs)


def _normalizations(
    code: Code,
    step: Call,
) -> Iterator[_Normalized]:
    for call in calls_in(step, "Normalize"):
        mean = argument(
            call,
            "mean",
            0,
        )
        std = argument(
            call,
            "std",
            1,
        )
        yield _Normalized(
            _channels(code, mean),
            _channels(code, std),
            shape(call),
        )


def _channels(
    code: Code,
    node: expr | None,
) -> tuple[float, ...] | None:
    """Return the numbers of a tuple, a list, a repeated list or a single number."""
    node = code.resolved(node)
    if isinstance(node, BinOp) and isinstance(node.op, Mult):
        return _repeated(code, node)
    if not isinstance(node, List | Tuple):
        number = code.number(node)
        return None if number is None else (number,)
    known = []
    for item in node.elts:
        number = code.number(item)
        if number is None:
            return None
        known.append(number)
    return tuple(known)


def _repeated(
    code: Code,
    node: BinOp,
) -> tuple[float, ...] | None:
    """Return the numbers of a product, which repeats a list or is a number itself."""
    number = code.number(node)
    if number is not None:
        return (number,)
    times = code.number(node.right)
    once = code.resolved(node.left)
    if times is None or not 0 < times <= _MOST_CHANNELS or not isinstance(once, List | Tuple):
        return None
    numbers = _channels(code, once)
    return None if numbers is None else numbers * int(times)


def _is_other(
    one: _Normalized,
    other: _Normalized,
) -> bool:
    if one.written == other.written:
        return False
    means = _are_other(one.mean, other.mean)
    return means or _are_other(one.std, other.std)


def _are_other(
    one: tuple[float, ...] | None,
    other: tuple[float, ...] | None,
) -> bool:
    """Return whether both are known and differ in a channel."""
    if one is None or other is None:
        return False
    channels = max(len(one), len(other))
    first = _spread(one, channels)
    second = _spread(other, channels)
    return first != second


def _spread(
    numbers: tuple[float, ...],
    channels: int,
) -> tuple[float, ...]:
    """Return one number for each channel."""
    return numbers * channels if len(numbers) == 1 else numbers
