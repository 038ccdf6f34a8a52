"""Fit the text model: naive Bayes on weighted features, exact and deterministic.

The same examples give the same bytes: there are no random numbers, and the temperature is fitted on
exact predictions by models without the writer of a text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine import knowledge
from engine.words_model.calibration import (
    Bin,
    best_temperature,
    brier,
    probabilities_of,
    reliability,
    top_share,
)
from engine.words_model.hands import rows_of_hands
from engine.words_model.likelihoods import held_out_scores, log_weights, masses_of
from engine.words_model.model import TextModel
from engine.words_model.novelty import known_of
from engine.words_model.progress import Report, silent, watched
from engine.words_model.prune import WEIGHTS_PER_CLASS, prune, usage
from engine.words_model.sparse import Dense, SparseMatrix, sparse_matrix
from engine.words_model.vectorizer import Vectorizer, fit_vectorizer

ACCEPTABLE_SHARE = 0.3  # of the target of a text, for its acceptable labels together


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it reports.

    weight: above 0; below 1 for texts that only lean toward the label (phrasings), above 1 for
        those that count more than others.
    acceptable: other labels that fit the text about as well.
    hand: who wrote it; empty where that is not known.
    is_case: a report of a user, not names or phrases. Temperature and figures are those of cases.
    """

    label: str
    text: str
    weight: float = 1.0
    acceptable: tuple[str, ...] = ()
    hand: str = ""
    is_case: bool = True


@dataclass(frozen=True, slots=True)
class Fit:
    """`top1` and `top3`: shares of the cases of full weight, each named by a model that was fitted
    without its hand. `brier` and `reliability` are those of its first class.
    """

    model: TextModel
    top1: float
    top3: float
    brier: float
    reliability: list[Bin]


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """`weights` has the shape (features, classes), `held_out` the shape (examples, classes).

    held_out: scores by a model without the hand of the text, not yet divided by a temperature.
    """

    classes: tuple[str, ...]
    vectorizer: Vectorizer
    weights: Dense
    use: Dense  # (features), see `prune.usage`
    held_out: Dense


def fingerprint(examples: Iterable[Example]) -> str:
    """Return the same digest for the same examples in any order."""
    lines = sorted(map(_line, examples))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _line(example: Example) -> str:
    fields = (example.label, *example.acceptable, str(example.weight), example.hand, example.text)
    return "\t".join(fields)


def is_current(model: knowledge.TextModel, examples: Iterable[Example]) -> bool:
    """Say whether the model was fitted on exactly these examples."""
    return model.fingerprint == fingerprint(examples)


def fit(examples: Sequence[Example], report: Report = silent) -> Fit:
    """Fit weights and temperature.

    Raises ValueError with fewer than two classes, and without an example of full weight.
    """
    whole = np.array([example.is_case and example.weight >= 1.0 for example in examples])
    if not whole.any():
        raise ValueError("a text model needs cases to fit its temperature on, not only phrasings")

    learned = learn(examples, report)
    evidence = held_out_evidence(learned, examples)[whole]
    answers = answers_of(examples, learned.classes)[whole]
    temperature = best_temperature(evidence, answers, report)

    model = TextModel(
        classes=learned.classes,
        vectorizer=learned.vectorizer,
        weights=prune(learned.weights, learned.use, WEIGHTS_PER_CLASS * len(learned.classes)),
        temperature=temperature,
        fingerprint=fingerprint(examples),
    )
    said = probabilities_of(evidence, temperature).max(axis=1)
    right = evidence.argmax(axis=1) == answers
    return Fit(
        model,
        top1=top_share(evidence, answers, 1),
        top3=top_share(evidence, answers, 3),
        brier=brier(said, right),
        reliability=reliability(said, right),
    )


def held_out_evidence(learned: Learned, examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return the held-out scores, shrunk as the model does it with those of a text."""
    known = [known_of(example.text, learned.vectorizer) for example in examples]
    confidence = np.array([each.confidence for each in known])
    scores = learned.held_out.astype(np.float64)
    scores *= confidence[:, None]
    return scores


def learn(examples: Sequence[Example], report: Report = silent) -> Learned:
    """Measure the exact weights. Raises ValueError with fewer than two classes."""
    classes = tuple(sorted({example.label for example in examples}))
    if len(classes) < 2:
        raise ValueError("a text model needs cases of at least two failure modes")

    texts = [example.text for example in examples]
    vectorizer = fit_vectorizer(texts, scoped=True, report=report)
    matrix = vectors(vectorizer, texts, report)

    counts = np.array(
        [example.weight for example in examples],
        np.float32,
    )
    targets = targets_of(examples, classes)
    targets *= counts[:, None]
    masses = masses_of(matrix, targets, report)
    totals = masses.sum(axis=0)
    hands = [example.hand for example in examples]
    return Learned(
        classes,
        vectorizer,
        weights=log_weights(masses, totals, len(masses)),
        use=usage(matrix),
        held_out=held_out_scores(
            matrix,
            targets,
            masses,
            rows_of_hands(hands),
            report,
        ),
    )


def vectors(vectorizer: Vectorizer, texts: Sequence[str], report: Report = silent) -> SparseMatrix:
    """Return one row per text."""
    rows = (vectorizer(text) for text in watched(texts, "Measuring texts", report))
    return sparse_matrix(rows, len(vectorizer.positions))


def targets_of(examples: Sequence[Example], classes: Sequence[str]) -> Dense:
    """Return one row per text, of sum 1: what its labels share.

    Acceptable labels that are no class are passed over.
    """
    places = {label: place for place, label in enumerate(classes)}
    targets = np.zeros((len(examples), len(classes)), np.float32)
    for row, example in enumerate(examples):
        others = [places[name] for name in example.acceptable if name in places]
        shared = ACCEPTABLE_SHARE if others else 0.0
        targets[row, places[example.label]] = 1 - shared
        targets[row, others] = shared / max(len(others), 1)
    return targets


def answers_of(examples: Sequence[Example], classes: Sequence[str]) -> NDArray[np.intp]:
    """Return the place of the label of each example among the classes."""
    places = {label: place for place, label in enumerate(classes)}
    return np.array([places[example.label] for example in examples], dtype=np.intp)
