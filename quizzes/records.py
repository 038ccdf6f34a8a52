"""Hold what questions are made from, and what they are made into. All frozen, no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from engine.knowledge import Indication
from engine.rank.compiled import Compiled, compile_modes

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sign:
    """A symptom of an entry. frequency 1 to 5, or 0 where the symptom speaks against the entry."""

    symptom: str
    statement: str
    frequency: int
    evoking: int
    background: float
    facet: str = ""  # symptoms of one facet exclude one another


@dataclass(frozen=True, slots=True)
class Remedy:
    title: str
    kind: str  # stopgap, root, prevention
    text: str
    verify: str


@dataclass(frozen=True)
class Entry:
    slug: str
    term: str
    chapter: str
    summary: str
    definition: str  # Markdown
    names: tuple[str, ...] = ()  # aliases
    signs: tuple[Sign, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    look_alikes: Mapping[str, str] = field(default_factory=dict)  # slug -> how to tell it apart
    relatives: frozenset[str] = frozenset()  # parents, children, causes, effects: may be right too
    telling: frozenset[str] = frozenset()  # stems of its term that hardly any other entry uses

    @cached_property
    def all_names(self) -> tuple[str, ...]:
        return (self.term, *self.names)

    @cached_property
    def frequencies(self) -> Mapping[str, int]:
        """Return the frequencies of the symptoms that the entry explains, by slug."""
        return {sign.symptom: sign.frequency for sign in self.signs if sign.frequency}


@dataclass(frozen=True)
class Bank:
    """All entries that questions are made from."""

    entries: tuple[Entry, ...]

    def others(self, key: Entry) -> list[Entry]:
        return [entry for entry in self.entries if entry.slug != key.slug]

    @cached_property
    def matrices(self) -> Compiled:
        """Return the entries as the arrays of the engine, without priors."""
        signs = [sign for entry in self.entries for sign in entry.signs]
        return compile_modes(
            indications={entry.slug: _indications(entry) for entry in self.entries},
            prevalence={entry.slug: "common" for entry in self.entries},
            symptoms={sign.symptom: sign for sign in signs},
        )


def _indications(entry: Entry) -> list[Indication]:
    return [Indication(sign.symptom, sign.frequency, sign.evoking) for sign in entry.signs]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its kind makes it.

    prompt: what is asked, in one sentence of plain text.
    body: what the learner may see beside it. scoring: what is secret until submission.
    Both are JSON whose shape only the kind knows.
    """

    prompt: str
    body: JsonObject
    scoring: JsonObject


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question in a quiz, with the slugs of its kind and of the entry that it asks for."""

    kind: str
    entry: str
    question: Question
