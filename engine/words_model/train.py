"""Fit the text model: ridge regression on one-against-rest targets, exact and deterministic.

The same examples give the same bytes, whatever the number of BLAS threads: there are no random
numbers, and the temperature is fitted on exact leave-one-out predictions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine import knowledge
from engine.words_model.model import TextModel
from engine.words_model.progress import Report, silent, watched
from engine.words_model.prune import WEIGHTS_PER_CLASS, prune, usage
from engine.words_model.solve import solve_ridge
from engine.words_model.sparse import (
    Dense,
    SparseMatrix,
    sparse_matrix,
    transposed,
    weighted_sums,
)
from engine.words_model.vectorizer import Vectorizer, fit_vectorizer

RIDGE = 3.0

# Four hundredfold, since scores shrink as classes grow in number: the best one is 0.05 for 33
# classes and 0.02 for 296.
TEMPERATURES = np.geomspace(0.0025, 1.0, 91)


@dataclass(frozen=True, slots=True)
class Example:
    """`weight`, above 0, is below 1 for texts that only lean toward the label (phrasings)."""

    label: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """`top1` and `top3`: shares of the cases of full weight, each named by a model without it."""

    model: TextModel
    top1: float
    top3: float


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """`weights` has the shape (features, classes), `held_out` the shape (examples, classes)."""

    classes: tuple[str, ...]
    vectorizer: Vectorizer
    weights: Dense
    use: Dense  # (features), see `prune.usage`
    held_out: Dense


def fingerprint(examples: Iterable[Example]) -> str:
    """Return the same digest for the same examples in any order."""
    lines = sorted(f"{example.label}\t{example.weight}\t{example.text}" for example in examples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_current(model: knowledge.TextModel, examples: Iterable[Example]) -> bool:
    """Say whether the model was fitted on exactly these examples."""
    return model.fingerprint == fingerprint(examples)


def fit(examples: Sequence[Example], ridge: float = RIDGE, report: Report = silent) -> Fit:
    """Fit weights and temperature.

    Raises ValueError with fewer than two classes, and without an example of full weight.
    """
    whole = np.array([example.weight == 1.0 for example in examples])
    if not whole.any():
        raise ValueError("a text model needs cases to fit its temperature on, not only phrasings")

    learned = learn(examples, ridge, report)
    scores = learned.held_out[whole].astype(np.float64)
    answers = _answers(examples, learned.classes)[whole]

    model = TextModel(
        classes=learned.classes,
        vectorizer=learned.vectorizer,
        weights=prune(learned.weights, learned.use, WEIGHTS_PER_CLASS * len(learned.classes)),
        temperature=best_temperature(scores, answers, report),
        fingerprint=fingerprint(examples),
    )
    return Fit(model, top_share(scores, answers, 1), top_share(scores, answers, 3))


def learn(examples: Sequence[Example], ridge: float = RIDGE, report: Report = silent) -> Learned:
    """Solve for the exact weights. Raises ValueError with fewer than two classes."""
    classes = tuple(sorted({example.label for example in examples}))
    if len(classes) < 2:
        raise ValueError("a text model needs cases of at least two failure modes")

    texts = [example.text for example in examples]
    vectorizer = fit_vectorizer(texts, scoped=True, report=report)
    matrix = vectors(vectorizer, texts, report)

    answers = _answers(examples, classes)
    targets = np.eye(len(classes), dtype=np.float32)[answers] - np.float32(1 / len(classes))
    penalties = ridge / np.array([example.weight for example in examples])

    dual = solve_ridge(matrix, targets, penalties, report)
    weights = weighted_sums(transposed(matrix), dual.coefficients, report)
    return Learned(classes, vectorizer, weights, usage(matrix), dual.held_out)


def vectors(vectorizer: Vectorizer, texts: Sequence[str], report: Report = silent) -> SparseMatrix:
    """Return one row per text."""
    rows = (vectorizer(text) for text in watched(texts, "Measuring texts", report))
    return sparse_matrix(rows, len(vectorizer.positions))


def _answers(examples: Sequence[Example], classes: Sequence[str]) -> NDArray[np.intp]:
    places = {label: place for place, label in enumerate(classes)}
    return np.array([places[example.label] for example in examples], dtype=np.intp)


def best_temperature(
    scores: NDArray[np.float64],
    answers: NDArray[np.intp],
    report: Report = silent,
) -> float:
    """Return the temperature of least cross-entropy of the softmax on held-out scores."""
    texts = np.arange(len(answers))
    shifted = scores - scores.max(axis=1, keepdims=True)

    def cross_entropy(temperature: float) -> float:
        logits = shifted / temperature
        log_sums = np.log(np.exp(logits).sum(axis=1))
        return float((log_sums - logits[texts, answers]).mean())

    tried = watched(TEMPERATURES.tolist(), "Trying temperatures", report)
    return float(min(tried, key=cross_entropy))


def top_share(scores: NDArray[np.float64], answers: NDArray[np.intp], count: int) -> float:
    """Return the share of answers among the first `count` classes that are an answer somewhere."""
    possible = np.unique(answers)
    order = np.argsort(-scores[:, possible], axis=1, kind="stable")
    first = possible[order[:, :count]]
    return float((first == answers[:, None]).any(axis=1).mean())
