"""The loss of equal chances for all choices."""

from __future__ import annotations

import math

from engine.observe.measures.guess import untrained_loss
from engine.observe.measures.stated import is_regression, number
from engine.observe.normal.about import has_word, states
from engine.run import Case

PAIRS = math.log(2)  # of preferences
MARGINS = ("margins", "rewards_margins")
TOKENS = ("language", "translation", "summar", "causal_lm", "masked_lm", "seq2seq")


def log_of_choices(case: Case) -> float | None:
    """Return the natural log of the number of choices; None where it is not known.

    Choices are classes, the tokens of a vocabulary where text is predicted, or the two answers of
    a pair.
    """
    if any(has_word(name, MARGINS) for name in case.series):
        return PAIRS
    if is_regression(case):
        return None
    known = untrained_loss(case)
    size = number(case, "vocab_size") or 0.0
    if known is None and size >= 2 and states(case, *TOKENS):
        return math.log(size)
    return known
