"""Many layers with sigmoids and without normalization: each shrinks the gradient to a quarter."""

from __future__ import annotations

from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.stacks import stacks
from engine.read.code.code import Code

SOURCE = "https://proceedings.mlr.press/v9/glorot10a.html"
_LEAST = 5  # layers; the slope of a sigmoid is at most 1/4, so that is a factor below 0.001


def find(code: Code) -> Iterator[Found]:
    if code.names.isdisjoint({"Sigmoid", "sigmoid", "Dense", "Conv2D"}):
        return
    for stack in stacks(code):
        count = stack.of("sigmoid")
        if count >= _LEAST and not stack.is_normalized and not stack.has_shortcut:
            yield Found(
                stack.node,
                f"{count:.0f} layers with sigmoids follow each other without normalization, and "
                "each shrinks the gradient to a quarter or less.",
                LIKELY,
            )


RULE = Rule("deep-sigmoids", "vanishing-gradients", find)
