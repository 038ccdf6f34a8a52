"""What the words of a description say about each failure mode."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from engine.knowledge import Knowledge
from engine.words_model.features import words
from engine.words_model.names import Found, NameIndex, longest_names
from engine.words_model.resembling import Resembling

# The class of texts that report nothing: greetings, thanks, questions, descriptions, notes.
CHATTER = "chatter"
LEAST_WORDS = 2
SURE_NAME = 4  # words of an error string that says by itself what happened
# In a text of more words than this, a shorter name must be supported by the others: its entry has
# so many times a uniform guess, or half of the probability. People name what they only guess.
SHORT_TEXT = 8
SUPPORT = 3.0
SURE_SUPPORT = 0.5


@dataclass(frozen=True, slots=True)
class WordsRead:
    """What a description says.

    log_probabilities: log P(class | words) of the slug of every entry, ranked, normal or planned,
        and of CHATTER; empty without a model and for too few words.
    named: slug -> the words of the description that spell its name, alias or error string.
    resembling: slug -> up to two clauses of the description that speak most for it.
    """

    log_probabilities: Mapping[str, float] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    resembling: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def words_read(description: str, knowledge: Knowledge) -> WordsRead:
    """Look up names, and read the description with the text model of the knowledge."""
    found = longest_names(_names_in(knowledge).found(description))
    model = knowledge.text_model
    length = len(words(description))
    if model is None or length < LEAST_WORDS:
        return WordsRead(named=_quoted(found.values()))

    scores = model.scores(description)
    log_probabilities = model.log_probabilities(description, scores)
    named = list(found.values())
    if length > SHORT_TEXT:
        named = _supported(named, log_probabilities)
    return WordsRead(
        log_probabilities=log_probabilities,
        named=_quoted(named),
        resembling=Resembling(model, description, scores),
    )


@lru_cache(maxsize=4)
def _names_in(knowledge: Knowledge) -> NameIndex:
    return NameIndex(_names_of(knowledge))


def _names_of(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for slug, mode in knowledge.failure_modes.items():
        for name in mode.names:
            yield mode.points_to or slug, name
    yield from knowledge.planned.items()


def _quoted(found: Iterable[Found]) -> dict[str, str]:
    return {name.slug: name.quoted for name in found}


def _supported(
    found: Iterable[Found],
    log_probabilities: Mapping[str, float],
) -> list[Found]:
    """Leave out the short names of entries that the rest of the text does not speak for."""
    uniform = 1 / len(log_probabilities)
    least = math.log(min(SUPPORT * uniform, SURE_SUPPORT))
    return [
        name
        for name in found
        if len(name.stems) >= SURE_NAME or log_probabilities.get(name.slug, least) >= least
    ]
