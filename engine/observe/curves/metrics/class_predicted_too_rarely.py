"""A class is predicted far less often than it occurs.

Measured on the last evaluation as recall over precision, which is the number of predictions of a
class over the number of its examples: the lowest of all classes. Where the examples are counted,
only classes of 20 or more are looked at, since few scatter. A model that guesses often names one
class for all; the accuracy says so: it is measured from that of an even guess to perfect.

With one answer for each example there are as many answers as examples. Detectors and taggers may
give fewer, for all classes alike, which is another matter: there the rate is measured against that
of all classes together.
"""

from typing import NamedTuple

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.evaluated import PRECISION, evaluated_counts, predicted_per_true
from engine.observe.measures.recall import final_recalls, share_right
from engine.run import Case, Floats

SYMPTOM = "class-predicted-too-rarely"
RATE = Band(
    0.7,
    0.3,
    source="judgment",
    note="predictions of a class over its examples; half at 0.5, where they are half as many",
)
SKILL = Band(
    0.08,
    0.25,
    source="judgment",
    note="share right: 0 for an even guess among all classes, 1 for perfect",
)
LEAST_EXAMPLES = 20
EXACT = 1e-6  # distance from a whole number, within which predictions were counted and not rounded


class _Rarest(NamedTuple):
    """The class that is predicted most rarely for its size.

    number: of the class, from 0.
    rate: predictions over examples.
    examples: None where they are not counted.
    """

    number: int
    rate: float
    examples: float | None


def observe(case: Case) -> Finding | None:
    rates = predicted_per_true(case)
    recalls = final_recalls(case)
    if rates is None or recalls is None:
        return None
    rarest = _rarest(case, rates)
    if rarest is None:
        return None
    even = 1 / len(recalls)
    right = share_right(case, recalls)
    skill = (right - even) / (1 - even)
    return Finding.about(
        PRECISION,
        strength=min(RATE.strength(rarest.rate / _overall(case, rates)), SKILL.strength(skill)),
        text=_sentence(rarest),
    )


def _overall(
    case: Case,
    rates: Floats,
) -> float:
    """Return the predictions of all classes over their examples, at most 1, which it is by nature
    with one answer for each example; 1 where it is not known.
    """
    counts = _counts(case, rates)
    if counts is None:
        return 1.0
    predicted = float(rates @ counts)
    if not predicted > 0:
        return 1.0
    return min(predicted / float(counts.sum()), 1.0)


def _rarest(
    case: Case,
    rates: Floats,
) -> _Rarest | None:
    """Return the most rarely predicted class; None without one that can be judged."""
    counts = _counts(case, rates)
    if counts is not None:
        rates = np.where(counts < LEAST_EXAMPLES, np.nan, rates)
    if np.isnan(rates).all():
        return None
    number = int(np.nanargmin(rates))
    examples = None if counts is None else float(counts[number])
    return _Rarest(number, float(rates[number]), examples)


def _counts(
    case: Case,
    rates: Floats,
) -> Floats | None:
    """Return the examples of each class; None where they are not counted."""
    counts = evaluated_counts(case)
    if counts is None or len(counts) != len(rates):
        return None
    return counts


def _sentence(rarest: _Rarest) -> str:
    name = f"Class {rarest.number}"
    if rarest.examples is None:
        return f"{name} is predicted {rarest.rate:.2f} times as often as it occurs."
    predicted = rarest.rate * rarest.examples
    whole = round(predicted)
    about = "" if abs(predicted - whole) < EXACT * max(predicted, 1.0) else "about "
    return f"{name} is predicted {about}{whole:,} times and occurs {rarest.examples:,.0f} times."
