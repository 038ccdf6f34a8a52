"""A stack of very many layers without shortcuts around them."""

from __future__ import annotations

from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.stacks import stacks
from engine.read.code.code import Code

SOURCE = "https://arxiv.org/abs/1512.03385"
_LEAST = 24  # the plain networks of the paper lose from some 20 to 34 layers


def find(code: Code) -> Iterator[Found]:
    for stack in stacks(code):
        count = stack.weighted
        if count >= _LEAST and not stack.has_shortcut:
            yield Found(
                stack.node,
                f"{count:.0f} layers follow each other without a shortcut, so the signal has to "
                "pass them all.",
                LIKELY,
            )


RULE = Rule("deep-without-shortcuts", "missing-skip-connections", find)
