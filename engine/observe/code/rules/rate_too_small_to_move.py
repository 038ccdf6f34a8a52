"""Adam at a rate so small that no weight can move far in the whole run."""

from __future__ import annotations

from collections.abc import Iterator

from engine.observe.code.rule import POSSIBLE, Found, Rule
from engine.observe.code.rules.layers_frozen_untrained import may_be_trained
from engine.observe.code.training import ADAPTIVE, trains
from engine.read.code.code import Code
from engine.read.code.names import argument, called

SOURCE = "https://arxiv.org/abs/1412.6980"
_SMALLEST = 2e-5  # a step of Adam moves a weight by about the rate, and weights start near 0.05
_FEW_LAYERS = frozenset({"Module", "Sequential"})


def find(code: Code) -> Iterator[Found]:
    if not trains(code) or may_be_trained(code):
        return
    if code.names.isdisjoint(_FEW_LAYERS) or _has_schedule(code):
        return
    for call in code.calls_of(*ADAPTIVE):
        rate = code.number(argument(call, "lr", 1))
        if rate is not None and 0 < rate <= _SMALLEST:
            yield Found(
                call,
                f"{called(call)} moves a weight by about the rate in each step, so a model that "
                f"starts from random weights hardly learns at {rate:g}.",
                POSSIBLE,
            )


def _has_schedule(code: Code) -> bool:
    """Return whether a schedule may raise the rate."""
    raising = [name for name in code.names if name.endswith(("LR", "schedule", "scheduler"))]
    return any(not name.isupper() for name in raising)


RULE = Rule("rate-too-small-to-move", "learning-rate-too-low", find)
