"""Find the clauses of a text that speak most for an entry, to be quoted as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import TextModel
from engine.words_model.features import MAX_CHARACTERS, words

MOST_CLAUSES = 40  # compared; what comes later in a text is a paste
QUOTED = 2
LEAST_WORDS = 3  # of a clause that is worth a quotation
SHARE = 0.5  # of the best clause's score, for a second one to be quoted
MOST_CHARACTERS = 160

# Ends of sentences, line breaks, and commas in front of a contrast. Case is kept, so a contrast at
# the start of a sentence is behind its end already.
_BOUNDARY = re.compile(r"(?<=[.!?;])\s++|\n++|,\s(?=(?:but|while|whereas|although|however)\b)")


def clauses_of(text: str) -> list[str]:
    """Return the parts of a text that each make one statement, as they are written."""
    parts = (part.strip() for part in _BOUNDARY.split(text[:MAX_CHARACTERS]))
    return [part for part in parts if part][:MOST_CLAUSES]


class _Clause(NamedTuple):
    text: str
    words: list[str]


class Resembling(Mapping[str, tuple[str, ...]]):
    """Class -> up to two clauses that speak for it, in the order of the text.

    The clauses are compared when one is first asked for: most classes are never shown. scores: of
    the whole text, where they are known; those of a clause that has all its words.
    """

    def __init__(
        self,
        model: TextModel,
        text: str,
        scores: NDArray[np.float64] | None = None,
    ) -> None:
        self._model = model
        self._text = text
        self._of_text = scores

    @cached_property
    def _clauses(self) -> Sequence[_Clause]:
        """The clauses that are worth a quotation."""
        kept = []
        for part in clauses_of(self._text):
            spelled = words(part)
            if len(spelled) >= LEAST_WORDS:
                clause = _Clause(part, spelled)
                kept.append(clause)
        return kept

    @cached_property
    def _scores(self) -> NDArray[np.float64]:
        """What each clause says for each class beside the median class, shape (clauses, classes).

        A clause counts as far as the model knows it.
        """
        shape = (
            len(self._clauses),
            len(self),
        )
        rows = np.zeros(shape)
        words_of_text = words(self._text)
        for row, clause in enumerate(self._clauses):
            scores = self._of_text
            if scores is None or clause.words != words_of_text:
                scores = self._model.scores(clause.text)
            beside = scores - median(scores)
            confidence = self._model.confidence(clause.text)
            rows[row] = confidence * beside
        return rows

    def __getitem__(
        self,
        slug: str,
    ) -> tuple[str, ...]:
        """Raise KeyError for what is no class of the model."""
        place = _places(self._model.classes)[slug]
        scores = self._scores[:, place]
        best = scores.max(initial=0.0)
        if best <= 0:
            return ()
        strongest = np.argsort(-scores, kind="stable")[:QUOTED]
        chosen = [row for row in sorted(strongest) if scores[row] >= SHARE * best]
        clauses = [self._clauses[row].text for row in chosen]
        return tuple(map(_shortened, clauses))

    def __iter__(self) -> Iterator[str]:
        """Yield the classes of the model, in their order."""
        return iter(self._model.classes)

    def __len__(self) -> int:
        """Return the number of classes of the model."""
        return len(self._model.classes)


@lru_cache(maxsize=4)
def _places(classes: tuple[str, ...]) -> dict[str, int]:
    """Return the place of each class among the scores."""
    return {name: place for place, name in enumerate(classes)}


def median(scores: NDArray[np.float64]) -> float:
    """Return what `np.median` does of finite numbers, in a quarter of its time."""
    count = len(scores)
    middle = [
        (count - 1) // 2,
        count // 2,
    ]
    ordered = np.partition(scores, middle)
    low, high = ordered[middle].tolist()
    return float((low + high) / 2)


def _shortened(clause: str) -> str:
    """Cut a clause that is too long to be quoted."""
    if len(clause) <= MOST_CHARACTERS:
        return clause
    kept = clause[: MOST_CHARACTERS - 3]
    return f"{kept.rstrip()}..."
