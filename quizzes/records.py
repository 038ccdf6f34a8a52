"""What questions are made from, and what they are made into. All frozen, no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["definition-to-term", "symptoms-to-term", "term-to-fix"]
KINDS: tuple[Kind, ...] = ("definition-to-term", "symptoms-to-term", "term-to-fix")


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
    look_alikes: Mapping[str, str] = field(
        default_factory=dict
    )  # slug -> how to tell it apart from this entry
    relatives: frozenset[str] = (
        frozenset()
    )  # parents, children, causes and effects: these may be right as well
    telling: frozenset[str] = frozenset()  # stems of its term that hardly any other entry uses

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.term, *self.names)


@dataclass(frozen=True, slots=True)
class Option:
    """`why` is told after submission: why the option is right, or what would be seen if it were."""

    id: str
    text: str
    entry: str
    is_key: bool
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    kind: Kind
    entry: str
    stem: str
    shown: tuple[str, ...]  # what the stem speaks of: a definition, or symptoms
    options: tuple[Option, ...]
