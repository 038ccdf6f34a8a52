"""A loss that is said in words to be below zero: "the loss turned negative", "drops below 0"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.observe.words.figures.figure import Stated
from engine.observe.words.tasks import told_task
from engine.scales import CERTAIN

_LOSS = r"(?:loss(?:es)?|cost|objective|cross[ -]?entropy|criterion)"
_IS = (
    r"(?:is|are|was|were|be|been|goes|go|went|gets?|got|becomes?|became|become|turn(?:s|ed)?"
    r"|falls?|fell|drops?|dropped|ends? up|sinks?|sank|stays?|reaches|comes? out|shows?|returns?)"
)
_BETWEEN = r"(?: (?!not\b|never\b|no\b|non\b)[a-z]{1,12}){0,4}?"
_BELOW = (
    r"(?:negative(?! log| sample| class| example| pair| likelihood)(?: values?| numbers?)?"
    r"|(?:below|under|beneath|less than|smaller than|lower than) (?:zero|0(?![.\d])))"
)
_SAID = re.compile(rf"\b{_LOSS}{_BETWEEN} {_IS}{_BETWEEN} {_BELOW}\b|\bnegative loss(?:es)?\b")


def below_zero(text: str) -> Iterator[Stated]:
    """Yield where a plain text says that a loss is negative, if that means anything in its task."""
    if told_task(text):
        return
    found = _SAID.search(text)
    if found is None:
        return
    span = found.span()
    yield Stated(
        "loss-negative",
        CERTAIN,
        "",
        (span,),
        quoted=span,
    )
