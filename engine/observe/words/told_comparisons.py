"""Comparisons that are stated outright, as evidence beside the figures.

"Validation accuracy is much lower than training accuracy" names both sides and the direction, so it
is parsed and does not merely resemble a phrasing. Only a comparison that stresses its distance is
as sure as a figure; the others count as words.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.observe.words.clauses import Clause, clauses
from engine.observe.words.compared_parts import STRONG, Compared, compared_parts
from engine.observe.words.figures.figure import Stated
from engine.observe.words.intent import judge

SPLITS = frozenset({"generalization-gap", "test-below-validation"})
_STATING = frozenset({"statement", "complaint", "asks-why"})


def told_comparisons(text: str) -> Iterator[Stated]:
    """Yield what the clauses of an English text compare outright."""
    for clause in clauses(text):
        judged = judge(clause)
        if judged.stated is None or judged.kind not in _STATING:
            continue
        comparison = compared_parts(judged.stated)
        if comparison is not None and not comparison.denied:
            yield from _of(comparison, judged.stated)


def _of(
    comparison: Compared,
    said: Clause,
) -> Iterator[Stated]:
    span = (said.start, said.end)
    if comparison.symptom in SPLITS and comparison.strength >= STRONG:
        yield Stated(
            comparison.symptom,
            STRONG,
            "",
            (span,),
            quoted=span,
        )
