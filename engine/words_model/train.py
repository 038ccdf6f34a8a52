"""Fitting of the text model: ridge regression on one-against-rest targets, solved in its dual form.

With fewer documents than features the dual is small (documents x documents) and exact, and gives
the leave-one-out predictions for free (Rifkin and Lippert, Notes on Regularized Least Squares,
2007), from which the temperature is fitted. No random numbers: the same cases give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.words_model.features import features
from engine.words_model.model import TextModel, Vectorizer

RIDGE = 3.0
MINIMUM_DOCUMENTS = 2  # a feature of one document only cannot generalize
TEMPERATURES = np.geomspace(0.02, 1.0, 60)


@dataclass(frozen=True, slots=True)
class Example:
    """`weight` below 1 is for texts that only lean toward the label, such as a symptom's
    phrasings.
    """

    label: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """The model and how well it names held-out cases of full weight (each predicted by a model that
    did not see it).
    """

    model: TextModel
    top1: float
    top3: float


def fingerprint(examples: Iterable[Example]) -> str:
    """The same for the same examples in any order."""
    lines = sorted(f"{example.label}\t{example.weight}\t{example.text}" for example in examples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def fit(examples: Sequence[Example], ridge: float = RIDGE) -> Fit:
    """Raises ValueError with fewer than two classes."""
    classes = tuple(sorted({example.label for example in examples}))
    if len(classes) < 2:
        raise ValueError("a text model needs cases of at least two failure modes")
    vectorizer = fit_vectorizer([example.text for example in examples], scoped=True)
    matrix = _matrix(vectorizer, [example.text for example in examples])
    answers = np.array([classes.index(example.label) for example in examples])
    targets = np.eye(len(classes))[answers] - 1 / len(classes)
    weights = np.array([example.weight for example in examples])
    inverse = np.linalg.inv(matrix @ matrix.T + ridge * np.diag(1 / weights))
    dual = inverse @ targets
    whole = weights == 1.0
    held_out = (targets - dual / np.diag(inverse)[:, None])[whole]
    right = answers[whole]
    model = TextModel(
        classes=classes,
        vectorizer=vectorizer,
        weights=(matrix.T @ dual).astype(np.float32),
        temperature=best_temperature(held_out, right),
        fingerprint=fingerprint(examples),
    )
    return Fit(model, _top(held_out, right, 1), _top(held_out, right, 3))


def fit_vectorizer(
    texts: Sequence[str], minimum_documents: int = MINIMUM_DOCUMENTS, scoped: bool = False
) -> Vectorizer:
    documents = Counter(feature for text in texts for feature in set(features(text, scoped)))
    names = sorted(name for name, count in documents.items() if count >= minimum_documents)
    counts = np.array([documents[name] for name in names], dtype=np.float64)
    idf = np.log((1 + len(texts)) / (1 + counts)) + 1
    return Vectorizer(
        {name: column for column, name in enumerate(names)}, idf.astype(np.float32), scoped
    )


def _matrix(vectorizer: Vectorizer, texts: Sequence[str]) -> NDArray[np.float64]:
    matrix = np.zeros((len(texts), len(vectorizer.positions)))
    for row, text in enumerate(texts):
        columns, values = vectorizer(text)
        matrix[row, columns] = values
    return matrix


def best_temperature(scores: NDArray[np.float64], answers: NDArray[np.intp]) -> float:
    """The temperature of TEMPERATURES with the least cross-entropy of the softmax on held-out
    scores.
    """

    def cross_entropy(temperature: float) -> float:
        logits = scores / temperature
        logits = logits - logits.max(axis=1, keepdims=True)
        log_probabilities = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return float(-log_probabilities[np.arange(len(answers)), answers].mean())

    return float(min(TEMPERATURES, key=cross_entropy))


def _top(scores: NDArray[np.float64], answers: NDArray[np.intp], count: int) -> float:
    """Share of answers among the first `count`, counting only classes that are an answer
    somewhere.
    """
    possible = np.unique(answers)
    best = possible[np.argsort(-scores[:, possible], axis=1)[:, :count]]
    return float(np.mean([answer in row for answer, row in zip(answers, best, strict=True)]))
