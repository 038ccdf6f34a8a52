"""Similarities of vectors to some landmarks, and a ridge regression on them.

The regression is that on a subset of regressors (Williams and Seeger, Using the Nystroem Method to
Speed Up Kernel Machines, 2001): as good as one on all texts when there are many landmarks, and its
model is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.semantic.encoder import Vectors, unit
from engine.words_model.hands import Rows

WIDTH = 0.35  # of the kernel, in units of 1 - cosine; see `Landmarks`
LANDMARKS = 3_000
JITTER = 1e-4  # keeps the system solvable where two landmarks are the same text


Exact = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """Texts that others are compared with.

    mean: of all vectors that were learned from. points: (landmarks, width), less the mean and of
    length 1.
    """

    mean: Vectors
    points: Vectors

    def __call__(self, vectors: Vectors) -> Vectors:
        """Return exp((cosine - 1) / WIDTH) of each vector with each landmark, less the mean."""
        centered = unit(vectors - self.mean)
        return similar(centered, self.points)


def similar(
    some: Vectors,
    others: Vectors,
) -> Vectors:
    """Compare each row with each row; both are of length 1."""
    cosines = some @ others.T
    similarities = np.exp((cosines - 1) / WIDTH)
    return np.asarray(similarities, dtype=np.float32)


def landmarks_of(vectors: Vectors, count: int = LANDMARKS) -> Landmarks:
    """Take vectors at equal distances in their order, so that every class has its share."""
    mean = vectors.mean(axis=0)
    last = len(vectors) - 1
    places = np.linspace(
        0,
        last,
        min(count, len(vectors)),
    )
    chosen = np.unique(places.astype(np.intp))
    centered = vectors[chosen] - mean
    return Landmarks(
        mean,
        unit(centered),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Ridge:
    """A regression of targets on similarities, of which rows can be left out.

    penalty: ridge times the similarities of the landmarks with one another. products: of the
    weighted similarities with themselves, moments: with the targets.
    """

    similarities: Vectors
    targets: Vectors
    weights: Vectors
    penalty: Exact
    products: Exact
    moments: Exact

    def coefficients(self) -> Vectors:
        """Return what each landmark says for each class, in the shape (landmarks, classes)."""
        return self._solved(self.products, self.moments)

    def held_out(self, folds: Sequence[Rows]) -> Vectors:
        """Predict each fold without its rows; rows of no fold are predicted with all of them."""
        predicted = self.similarities @ self.coefficients()
        for rows, coefficients in self._without(folds):
            predicted[rows] = self.similarities[rows] @ coefficients
        return predicted

    def _without(self, folds: Sequence[Rows]) -> Iterator[tuple[Rows, Vectors]]:
        """Yield each fold with the coefficients of all other rows."""
        for rows in folds:
            products, moments = _sums(
                self.similarities[rows],
                self.targets[rows],
                self.weights[rows],
            )
            coefficients = self._solved(
                self.products - products,
                self.moments - moments,
            )
            yield rows, coefficients

    def _solved(
        self,
        products: Exact,
        moments: Exact,
    ) -> Vectors:
        system = products + self.penalty
        solved = np.linalg.solve(system, moments)
        return solved.astype(np.float32)


def ridge_on(
    landmarks: Landmarks,
    vectors: Vectors,
    targets: Vectors,
    weights: Vectors,
    ridge: float,
) -> Ridge:
    """weights: one for each vector. Raises ValueError where ridge is not above zero."""
    if ridge <= 0:
        raise ValueError("the ridge must be above zero")
    similarities = landmarks(vectors)
    products, moments = _sums(similarities, targets, weights)
    points = landmarks.points
    among = similar(points, points)
    jitter = JITTER * np.eye(len(among))
    return Ridge(
        similarities,
        targets,
        weights,
        penalty=ridge * (among + jitter),
        products=products,
        moments=moments,
    )


def _sums(
    similarities: Vectors,
    targets: Vectors,
    weights: Vectors,
) -> tuple[Exact, Exact]:
    """Return the weighted products of similarities with themselves and with targets."""
    weighted = similarities * weights[:, None]
    products = weighted.T @ similarities
    moments = weighted.T @ targets
    return products.astype(np.float64), moments.astype(np.float64)
