"""Many plain ReLU layers with the default weights of PyTorch, which shrink the signal."""

from __future__ import annotations

from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.stacks import stacks
from engine.read.code.code import Code

SOURCE = "https://arxiv.org/abs/1502.01852"
_LEAST = 10  # layers; the variance falls to a sixth in each, so to 1e-8 of it
_MOST = 24  # more are found as a stack without shortcuts
_STARTING = ("kaiming", "xavier", "orthogonal", "init", "reset_parameters", "normal_", "trunc")


def find(code: Code) -> Iterator[Found]:
    names = code.names
    if any(name.startswith(_STARTING) for name in names):
        return
    if names.isdisjoint({"Linear", "Conv1d", "Conv2d", "Conv3d"}):
        return
    for stack in stacks(code):
        count = min(stack.weighted, stack.of("relu"))
        is_plain = not stack.is_normalized and not stack.has_shortcut
        if is_plain and _LEAST <= count < _MOST:
            yield Found(
                stack.node,
                f"{count:.0f} plain ReLU layers start from PyTorch's default weights, which shrink "
                "the signal in each layer.",
                LIKELY,
            )


RULE = Rule("deep-default-weights", "poor-weight-initialization", find)
