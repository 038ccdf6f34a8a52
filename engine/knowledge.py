"""What the engine reads of the content; nothing that is only shown to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

# Two hypotheses beside the failure modes: nothing is wrong, and a failure without an entry.
HEALTHY = "healthy"
SOMETHING_ELSE = "something-else"


class TextModel(Protocol):
    """A classifier of free text."""

    @property
    def fingerprint(self) -> str:
        """Name the examples that the model was fitted on."""
        ...

    @property
    def classes(self) -> tuple[str, ...]:
        """Name the classes: slugs of entries, and others beside them."""
        ...

    def log_probabilities(
        self,
        text: str,
        scores: NDArray[np.float64] | None = None,
    ) -> dict[str, float]:
        """Return log P(class | text) for every class; `scores` of the text, where known."""
        ...

    def scores(self, text: str) -> NDArray[np.float64]:
        """Return the score of each class, before it is shrunk and scaled."""
        ...

    def understood(self, text: str) -> float:
        """Return the share of the words, weighted by rarity, that the model knows."""
        ...

    def confidence(self, text: str) -> float:
        """Return what scores are multiplied by: less for short texts and unknown words."""
        ...


class Phrases(Protocol):
    """Index of the ways in which people say that they see a symptom; one row a phrasing."""

    @property
    def symptom_of(self) -> Sequence[str]:
        """Return the symptom of each row."""
        ...

    @property
    def negated(self) -> Sequence[bool]:
        """Return whether each row denies something."""
        ...

    def similarities(self, text: str) -> NDArray[np.float64]:
        """Return the cosine of a text with each row."""
        ...


@dataclass(frozen=True, slots=True)
class Symptom:
    slug: str
    facet: str | None
    importance: int
    background: float
    phrasings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Recorded runs on which a symptom could be measured, and how many of them show it.

    healthy: runs with nothing wrong. failing: the runs of the entries that list the symptom.
    """

    healthy: int
    healthy_seen: int
    failing: int
    failing_seen: int


@dataclass(frozen=True, slots=True)
class Indication:
    """strength of a contra-indication is a negative `evoking`; frequency is then 0."""

    symptom: str
    frequency: int
    evoking: int


# What competes for an explanation. Normal patterns, habits and pointers never do.
RANKED_CLASSES = ("fault", "family", "finding", "loud")
FINDING = "finding"
FAMILY = "family"
LOUD = "loud"
NORMAL = "normal"  # looks wrong, is fine


@dataclass(frozen=True, slots=True)
class FailureMode:
    """An entry as the ranking needs it.

    causes: the entries that explain it, in the order of the checks that part them.
    consequences: the entries that it brings about.
    children: the narrower entries of a family.
    ranks_as_itself: a family that is named although a child leads.
    points_to: the entry that covers the term of a pointer, empty for others.
    names: its term, other names, error strings and the rules of other tools for it.
    """

    slug: str
    prevalence: str
    indications: tuple[Indication, ...]
    entry_class: str = "fault"
    causes: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    ranks_as_itself: bool = False
    points_to: str = ""
    names: tuple[str, ...] = ()

    @property
    def is_ranked(self) -> bool:
        return self.entry_class in RANKED_CLASSES


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result of a check: the symptom that it reveals."""

    symptom: str


@dataclass(frozen=True, slots=True)
class Check:
    slug: str
    cost: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The whole content as the engine needs it. Built once per edition and passed in.

    planned: slug -> term of the entries that are named and not written yet.
    recorded: symptom -> on how many recorded runs it is seen; without those that nothing measures.

    Hashed by its edition, so that what is compiled from it can be cached.
    """

    edition: str  # hash of the content
    name: str  # year and month, as people cite it
    failure_modes: Mapping[str, FailureMode]
    symptoms: Mapping[str, Symptom]
    checks: Mapping[str, Check]
    metric_names: Mapping[str, str]  # alias, normalized -> canonical
    config_names: Mapping[str, str]
    planned: Mapping[str, str] = field(default_factory=dict)
    recorded: Mapping[str, Recorded] = field(default_factory=dict)
    text_model: TextModel | None = field(default=None, compare=False)
    phrases: Phrases | None = field(default=None, compare=False)  # made by need where it is None

    def __hash__(self) -> int:
        return hash(self.edition)

    @property
    def ranked(self) -> dict[str, FailureMode]:
        """The entries that compete for an explanation, by slug."""
        return _ranked(self)

    @property
    def normal(self) -> tuple[str, ...]:
        """The slugs of the normal patterns."""
        return _normal(self)

    @property
    def settings(self) -> frozenset[str]:
        """The canonical names of the settings."""
        return _settings(self)


@lru_cache(maxsize=8)  # asked for many times in each diagnosis
def _ranked(knowledge: Knowledge) -> dict[str, FailureMode]:
    modes = knowledge.failure_modes
    return {slug: mode for slug, mode in modes.items() if mode.is_ranked}


@lru_cache(maxsize=8)
def _normal(knowledge: Knowledge) -> tuple[str, ...]:
    modes = knowledge.failure_modes.values()
    return tuple(mode.slug for mode in modes if mode.entry_class == NORMAL)


@lru_cache(maxsize=8)
def _settings(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.config_names.values())
