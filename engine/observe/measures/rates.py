"""The learning rate and the family of its optimizer."""

from __future__ import annotations

from dataclasses import dataclass

from engine.observe.measures.stated import number, word
from engine.run import Case

# Part of an optimizer's name -> family whose steps have the same size for the same rate.
FAMILIES = (
    ("adagrad", "adagrad"),
    ("adadelta", "adadelta"),
    ("adafactor", "adam"),
    ("adam", "adam"),
    ("rmsprop", "adam"),
    ("lamb", "adam"),
    ("lion", "lion"),
    ("sgd", "sgd"),
    ("momentum", "sgd"),
    ("nesterov", "sgd"),
)


@dataclass(frozen=True, slots=True)
class StatedRate:
    rate: float
    optimizer: str
    family: str


def stated_rate(case: Case) -> StatedRate | None:
    """Return rate and optimizer; None without a positive rate or a family that is known."""
    rate, optimizer = number(case, "learning_rate"), word(case, "optimizer")
    family = _family(optimizer)
    if rate is None or rate <= 0 or family is None:
        return None
    return StatedRate(rate, optimizer, family)


def _family(optimizer: str) -> str | None:
    return next((family for part, family in FAMILIES if part in optimizer), None)
