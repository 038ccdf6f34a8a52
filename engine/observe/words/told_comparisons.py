"""Comparisons that are stated outright, as evidence beside the figures.

"Validation accuracy is much lower than training accuracy" and "a learning rate larger than 0.001
gives NaN" name both sides and the direction, so they are parsed and do not merely resemble a
phrasing. Only a comparison that stresses its distance, or names the value of a setting, is as sure
as a figure; the others count as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.observe.words.clauses import Clause, clauses
from engine.observe.words.compared_parts import STRONG, Compared
from engine.observe.words.comparisons import compared
from engine.observe.words.figures.figure import Stated
from engine.observe.words.intent import judge

LIMIT_OF_RATE = "lowering-rate-helps"
SPLITS = frozenset({"generalization-gap", "test-below-validation"})
_VALUE = re.compile(r"(?<![\w.])(?:\d{1,9}(?:\.\d{1,12})?|\.\d{1,12})(?:e-?\d{1,3})?(?![\w.]\w)")
_GIVES_NAN = re.compile(
    r"\b(?:gives?|gave|giving|leads? to|led to|results? in|produces?|causes?|becomes?|became|is"
    r"|goes|went|turns? (?:in)?to|get|gets|got)(?: (?:the|a|my|only|all|loss|losses)){0,3} nans?\b"
)
_STATING = frozenset({"statement", "complaint", "asks-why"})


def told_comparisons(text: str) -> Iterator[Stated]:
    """Yield what the clauses of an English text compare outright."""
    for clause in clauses(text):
        judged = judge(clause)
        if judged.stated is None or judged.kind not in _STATING:
            continue
        comparison = compared(judged.stated)
        if comparison is not None and not comparison.denied:
            yield from _of(comparison, judged.stated)


def _of(comparison: Compared, said: Clause) -> Iterator[Stated]:
    span = (said.start, said.end)
    if comparison.symptom in SPLITS and comparison.strength >= STRONG:
        yield Stated(comparison.symptom, STRONG, "", (span,), quoted=span)
    if comparison.symptom == LIMIT_OF_RATE and _VALUE.search(said.text):
        yield Stated(LIMIT_OF_RATE, STRONG, "", (span,), quoted=span)
        if _GIVES_NAN.search(said.text):
            yield Stated("loss-non-finite", STRONG, "", (span,), quoted=span)
