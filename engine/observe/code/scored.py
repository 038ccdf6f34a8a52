"""The inputs that a fitted model is evaluated on."""

from __future__ import annotations

import math
from ast import Call, Tuple, expr
from collections.abc import Iterator

from engine.read.code.code import Code
from engine.read.code.names import argument, dotted, receiver

_SCORING = (
    "predict",
    "evaluate",
    "score",
    "predict_proba",
    "predict_classes",
)


def evaluation_inputs(
    code: Code,
    fit: Call,
) -> Iterator[expr]:
    """Yield the inputs of the validation in a fit and of each score of the model behind it.

    A model that is made or fitted again is another one.
    """
    validation = argument(
        fit,
        "validation_data",
    )
    if isinstance(validation, Tuple) and validation.elts:
        yield validation.elts[0]
    model = dotted(receiver(fit))
    if not model:
        return
    first = code.order[fit]
    last = _end(code, fit, model)
    for call in code.calls_of(*_SCORING):
        is_of_model = dotted(receiver(call)) == model
        if call.args and is_of_model and first < code.order[call] < last:
            yield call.args[0]


def _end(
    code: Code,
    fit: Call,
    model: str,
) -> float:
    """Return the place behind a fit where the model is made or fitted again; inf for none."""
    fits = [call for call in code.calls_of("fit") if dotted(receiver(call)) == model]
    made = [assigned.statement for assigned in code.all_of(code.scope(fit), model)]
    places = [code.order[node] for node in (*fits, *made)]
    later = [place for place in places if place > code.order[fit]]
    return min(later, default=math.inf)
