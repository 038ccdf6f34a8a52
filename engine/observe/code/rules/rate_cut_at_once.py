"""The learning rate is cut at the first epoch without a new best."""

from __future__ import annotations

from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument

SOURCE = (
    "https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html"
)
_PLACE = 3
_SENTENCE = "The rate is cut at the first epoch without a new best: patience is 0."


def find(code: Code) -> Iterator[Found]:
    for call in code.calls_of("ReduceLROnPlateau"):
        patience = code.number(argument(call, "patience", _PLACE))
        if patience == 0:
            yield Found(call, _SENTENCE, LIKELY)


RULE = Rule("rate-cut-at-once", "premature-convergence", find)
