"""Text to a unit vector of the features of `words.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.words_model.features import (
    features,
    features_of_letters,
    features_of_words,
    words,
)
from engine.words_model.positions import Positions
from engine.words_model.progress import Report, silent, watched

# How much each family of features counts in the length of a text's vector.
FAMILY_WEIGHTS: Mapping[str, float] = {
    "w": 1.0,
    "m": 0.0,
    "p": 0.5,
    "c": 0.7,
    "s": 0.0,
}
# The same for scoped vectorizers, that is, for the text model. With one plain hand of each entry
# held out, 74.1 % of the reports of written entries are accepted first (cross-entropy 1.014 nats);
# without meanings and with 1.2 for characters 72.1 % (1.053), with 1.55 for them 72.9 % (1.037).
SCOPED_WEIGHTS: Mapping[str, float] = {
    "w": 1.0,
    "m": 1.0,
    "p": 1.04,
    "c": 1.3,
    "s": 1.04,
}

MINIMUM_DOCUMENTS = 2  # a feature of one document only cannot generalize

WORDS_REMEMBERED = 20_000

Vector = tuple[NDArray[np.intp], NDArray[np.float32]]


@dataclass(frozen=True, eq=False)
class Vectorizer:
    """Sublinear term frequency times inverse document frequency, each family scaled apart."""

    positions: Mapping[str, int]  # feature -> column
    idf: NDArray[np.float32]
    scoped: bool = False  # see `features`

    def __getstate__(self) -> dict[str, object]:
        """Keep the fields alone: what is remembered between calls cannot be written to disk."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __call__(self, text: str) -> Vector:
        """Return the non-zero columns and their values; both empty without a known feature."""
        spelled = words(text)
        of_words = self._known(features_of_words(spelled, self.scoped))
        of_letters = map(self._columns_of_letters, spelled)
        every = (of_words, *of_letters)
        found = np.concatenate(every)
        if not len(found):
            nothing = np.empty(0, np.float32)
            return found, nothing
        columns, counts = counted(found)
        return columns, self.values(columns, counts)

    def values(self, columns: NDArray[np.intp], counts: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the vector of length 1 of a text that has each of the columns so many times."""
        frequencies = counts.astype(np.float32)
        values = (1 + np.log(frequencies)) * self.idf[columns]
        families = self._families[columns]
        squares = np.bincount(families, weights=values**2, minlength=len(FAMILY_WEIGHTS))
        lengths = np.sqrt(np.where(squares > 0, squares, 1))
        scaled = values * (self._weights / lengths)[families]
        return (scaled / np.linalg.norm(scaled)).astype(np.float32)

    def _known(self, names: Iterable[str]) -> NDArray[np.intp]:
        found = map(self.by_name.get, names)
        known = [column for column in found if column is not None]
        return np.array(
            known,
            dtype=np.intp,
        )

    @cached_property
    def rarest(self) -> float:
        """The largest inverse document frequency, 0 without features."""
        return float(self.idf.max(initial=0.0))

    @cached_property
    def by_name(self) -> Mapping[str, int]:
        """The positions as a dictionary, which answers ten times as fast."""
        positions = self.positions
        return positions.by_name if isinstance(positions, Positions) else positions

    @cached_property
    def _columns_of_letters(self) -> Callable[[str], NDArray[np.intp]]:
        """Remember the columns of the letters of a word: they are two thirds of all features."""

        @lru_cache(maxsize=WORDS_REMEMBERED)
        def columns(word: str) -> NDArray[np.intp]:
            return self._known(features_of_letters(word))

        return columns

    @cached_property
    def _families(self) -> NDArray[np.intp]:
        """The place of the family of each column among FAMILY_WEIGHTS."""
        places = {family: place for place, family in enumerate(FAMILY_WEIGHTS)}
        families = np.empty(len(self.idf), dtype=np.intp)
        for name, column in self.positions.items():
            families[column] = places[name[0]]
        return families

    @cached_property
    def _weights(self) -> NDArray[np.float64]:
        weights = SCOPED_WEIGHTS if self.scoped else FAMILY_WEIGHTS
        return np.array([weights[family] for family in FAMILY_WEIGHTS])


def counted(found: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return what `np.unique` does of one column at least, without its checks: they take longer."""
    count = len(found)
    ordered = np.sort(found)
    is_first = np.ones(count, dtype=np.bool_)
    np.not_equal(
        ordered[1:],
        ordered[:-1],
        out=is_first[1:],
    )
    starts = np.flatnonzero(is_first)
    ends = np.append(starts[1:], count)
    columns = ordered[starts]
    return columns, ends - starts


def fit_vectorizer(
    texts: Sequence[str],
    minimum_documents: int = MINIMUM_DOCUMENTS,
    scoped: bool = False,
    report: Report = silent,
) -> Vectorizer:
    """Return a vectorizer of the features that at least `minimum_documents` texts have."""
    documents: Counter[str] = Counter()
    for text in watched(texts, "Counting features of texts", report):
        documents.update(set(features(text, scoped)))

    names = sorted(name for name, count in documents.items() if count >= minimum_documents)
    counts = np.array([documents[name] for name in names], dtype=np.float64)
    idf = np.log((1 + len(texts)) / (1 + counts)) + 1
    positions = {name: column for column, name in enumerate(names)}
    return Vectorizer(positions, idf.astype(np.float32), scoped)
