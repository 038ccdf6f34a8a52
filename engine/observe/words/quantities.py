"""Observe what a description states in figures ("train acc 99 %, val 60 %", "10 % on 10 classes").

A stated number is stronger evidence than words that resemble a phrasing, so it has a channel of
its own. What is not stated speaks against nothing.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from engine.evidence import Observation
from engine.observe.words.clauses import clauses
from engine.observe.words.figures.batch import batch
from engine.observe.words.figures.below_zero import below_zero
from engine.observe.words.figures.bounds import bounds
from engine.observe.words.figures.chance import chance
from engine.observe.words.figures.changes import changes
from engine.observe.words.figures.class_shares import class_shares
from engine.observe.words.figures.classes import classes_of
from engine.observe.words.figures.counts import counts
from engine.observe.words.figures.figure import SOURCE, Figure, Span, Stated
from engine.observe.words.figures.gaps import gaps
from engine.observe.words.figures.least_loss import least_loss
from engine.observe.words.figures.not_finite import not_finite
from engine.observe.words.figures.parse import figures
from engine.observe.words.figures.same_data import validates_on_training_data
from engine.observe.words.intent import judge
from engine.observe.words.languages.translate import to_english
from engine.observe.words.plain import blanked, plain
from engine.observe.words.told_comparisons import told_comparisons
from engine.observe.words.tried import tried

__all__ = [
    "SOURCE",
    "figure_spans",
    "figures_in",
    "observe_quantities",
    "stated_in",
    "without_figures",
]


def observe_quantities(
    text: str, described: Container[str] | None = None
) -> tuple[Observation, ...]:
    """Observe the symptoms that follow from stated numbers, in any language that is read.

    described: the symptoms that are wanted; all without it.
    """
    said = to_english(text)
    return tuple(
        item.observation(said)
        for item in stated_in(said.text)
        if described is None or item.symptom in described
    )


@lru_cache(maxsize=8)
def stated_in(text: str) -> tuple[Stated, ...]:
    """Return the strongest statement of each symptom in an English text, in order."""
    return _strongest((*_of_figures(text), *told_comparisons(text), *_tried(text)))


@lru_cache(maxsize=8)
def _of_figures(text: str) -> tuple[Stated, ...]:
    return _strongest(_stated(text))


@lru_cache(maxsize=8)
def _tried(text: str) -> tuple[Stated, ...]:
    return tuple(tried(text))


def _strongest(every: Iterable[Stated]) -> tuple[Stated, ...]:
    """Return the strongest statement of each symptom, in order."""
    best: dict[str, Stated] = {}
    for item in every:
        known = best.get(item.symptom)
        if known is None or item.strength > known.strength:
            best[item.symptom] = item
    return tuple(best.values())


def _stated(text: str) -> Iterator[Stated]:
    spelled = _without_questions(text)
    read = figures(spelled)
    finite = [figure for figure in read if all(map(math.isfinite, figure.values))]
    if not validates_on_training_data(spelled):
        yield from gaps(finite)
    yield from chance(finite, classes_of(spelled))
    yield from changes(finite)
    yield from bounds(finite, spelled)
    yield from below_zero(spelled)
    yield from least_loss(spelled)
    yield from not_finite(read, spelled)
    yield from batch(spelled)
    yield from counts(spelled)
    yield from class_shares(spelled)


def _without_questions(text: str) -> str:
    """Return the plain text without the clauses that ask and state nothing."""
    spelled = plain(text)
    asked = tuple(
        (clause.start, clause.end)
        for clause in clauses(text)
        if judge(clause).kind in {"question", "request", "guess"}
    )
    return blanked(spelled, asked)


def figure_spans(text: str) -> tuple[Span, ...]:
    """Return the places of an English text that were read as figures, in order, not overlapping.

    They have been weighed, so their words and numbers are no evidence a second time.
    """
    return _joined((*_of_figures(text), *_tried(text)))


def _joined(stated: Iterable[Stated]) -> tuple[Span, ...]:
    spans = sorted({span for item in stated for span in item.spans})
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def without_figures(text: str) -> str:
    """Return an English text with blanks where figures or comparisons were read, for the model of
    words.
    """
    return blanked(text, _joined(stated_in(text)))


def figures_in(text: str) -> tuple[Figure, ...]:
    """Return every figure that a text in any language states, whatever it shows."""
    return tuple(figures(plain(to_english(text).text)))
