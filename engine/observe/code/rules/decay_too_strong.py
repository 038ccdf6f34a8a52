"""A weight decay that wipes the weights out, or one of AdamW that Adam gets as an L2 term."""

from __future__ import annotations

from ast import Call
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called

SOURCE = "https://arxiv.org/abs/1711.05101"
_DECOUPLED = frozenset({"AdamW", "Lion", "SGDW"})
_LARGEST_SHARE = 0.005  # of each weight per step: a half is gone after 140 steps
_LARGEST_L2 = 0.01  # the default of AdamW; as an L2 term of Adam it outweighs most gradients


def find(code: Code) -> Iterator[Found]:
    for call in code.calls_of("Adam", *_DECOUPLED):
        decay = code.number(argument(call, "weight_decay"))
        if decay is None:
            continue
        if called(call) in _DECOUPLED:
            rate = _rate(code, call)
            if rate is not None and rate * decay >= _LARGEST_SHARE:
                yield Found(
                    call,
                    _share_sentence(rate * decay),
                    SURE,
                )
        elif decay >= _LARGEST_L2 and argument(call, "decoupled_weight_decay") is None:
            yield Found(
                call,
                _l2_sentence(decay),
                LIKELY,
            )


def _rate(
    code: Code,
    call: Call,
) -> float | None:
    given = argument(call, "lr", 1) or argument(call, "learning_rate", 0)
    return code.number(given)


def _share_sentence(share: float) -> str:
    return f"Each step takes {share:.1%} off every weight, whatever the gradient says."


def _l2_sentence(decay: float) -> str:
    return (
        f"Adam adds a weight decay of {decay:g} to the gradient and scales it like one, which is "
        "far stronger than the same number in AdamW."
    )


RULE = Rule("decay-too-strong", "over-regularization", find)
