"""Find the clauses of a text that speak most for an entry, to be quoted as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

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
    def _places(self) -> dict[str, int]:
        """Class -> its place among the scores."""
        classes = enumerate(self._model.classes)
        return {name: place for place, name in classes}

    @cached_property
    def _clauses(self) -> Sequence[str]:
        """The clauses that are worth a quotation."""
        parts = clauses_of(self._text)
        return [part for part in parts if len(words(part)) >= LEAST_WORDS]

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
        for row, clause in enumerate(self._clauses):
            scores = self._of_clause(clause)
            beside = scores - np.median(scores)
            rows[row] = self._model.confidence(clause) * beside
        return rows

    def _of_clause(self, clause: str) -> NDArray[np.float64]:
        given = self._of_text
        is_whole = words(clause) == words(self._text)
        if given is not None and is_whole:
            return given
        return self._model.scores(clause)

    def __getitem__(
        self,
        slug: str,
    ) -> tuple[str, ...]:
        """Raise KeyError for what is no class of the model."""
        place = self._places[slug]
        scores = self._scores[:, place]
        best = scores.max(initial=0.0)
        if best <= 0:
            return ()
        strongest = np.argsort(-scores, kind="stable")[:QUOTED]
        chosen = [row for row in sorted(strongest) if scores[row] >= SHARE * best]
        clauses = [self._clauses[row] for row in chosen]
        return tuple(map(_shortened, clauses))

    def __iter__(self) -> Iterator[str]:
        """Yield the classes of the model, in their order."""
        return iter(self._model.classes)

    def __len__(self) -> int:
        """Return the number of classes of the model."""
        return len(self._model.classes)


def _shortened(clause: str) -> str:
    """Cut a clause that is too long to be quoted."""
    if len(clause) <= MOST_CHARACTERS:
        return clause
    kept = clause[: MOST_CHARACTERS - 3]
    return f"{kept.rstrip()}..."
