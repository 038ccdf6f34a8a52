"""Recurrent weights start so large that each step through time makes the signal grow."""

from __future__ import annotations

import math
from ast import Attribute, Call, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted

SOURCE = "https://arxiv.org/abs/1211.5063"
_LARGEST_RADIUS = 1.2  # of the recurrent matrix; above 1 the signal grows from step to step
_PLAIN = frozenset({"RNN", "RNNCell"})


def find(code: Code) -> Iterator[Found]:
    for call in code.calls_of("normal_"):
        weight = call.args[0] if call.args else None
        if not isinstance(weight, Attribute) or not weight.attr.startswith("weight_hh"):
            continue
        width = _width(code, weight.value)
        spread = code.number(
            argument(
                call,
                "std",
                2,
            )
        )
        if width is None:
            continue
        radius = (1.0 if spread is None else spread) * math.sqrt(width)
        is_known = spread is not None or len(call.args) + len(call.keywords) == 1
        if is_known and radius > _LARGEST_RADIUS:
            yield Found(
                call,
                "The recurrent weights start with a largest eigenvalue of about "
                f"{radius:.1f}, so the gradient grows at each step through time.",
                LIKELY,
            )


def _width(
    code: Code,
    layer: expr,
) -> float | None:
    """Return the hidden size of a plain recurrent layer; None for others, which have gates."""
    made = code.resolved(layer)
    if called(made) not in _PLAIN or not isinstance(made, Call) or not dotted(layer):
        return None
    return code.number(
        argument(
            made,
            "hidden_size",
            1,
        )
    )


RULE = Rule(
    "recurrent-weights-large",
    "exploding-gradients",
    find,
)
