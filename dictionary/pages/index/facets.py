"""Facets of the index: their values, how many entries each value leaves, and where it leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from content.schema import PHASES
from dictionary.models import FailureMode

BY_TERM = "term"
BY_CHAPTER = "chapter"

ValuesOf = Callable[[FailureMode], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """`order` lists the values in the order in which they are shown; chapters have their own."""

    name: str
    title: str
    values_of: ValuesOf
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as the page shows it; `query` is the address that adds it, or takes it back."""

    value: str
    title: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class ShownFacet:
    title: str
    name: str
    choices: tuple[Choice, ...]


CHAPTER = Facet("chapter", "Chapter", lambda entry: [entry.chapter.slug])
FACETS = (
    CHAPTER,
    Facet(
        "kind",
        "Kind",
        lambda entry: [entry.kind],
        tuple(FailureMode.Kind.values),
    ),
    Facet(
        "phase",
        "Phase",
        lambda entry: entry.phase,
        PHASES,
    ),
    Facet(
        "silence",
        "Silence",
        lambda entry: [entry.silence],
        tuple(FailureMode.Silence.values),
    ),
    Facet(
        "severity",
        "Severity",
        lambda entry: [str(entry.severity)],
        ("5", "4", "3", "2", "1"),
    ),
    Facet(
        "prevalence",
        "How common",
        lambda entry: [entry.prevalence],
        tuple(FailureMode.Prevalence.values),
    ),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What an address of the index asks for: values by the name of their facet, and an order."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = BY_TERM

    @classmethod
    def asked_for(cls, query: QueryDict) -> Choices:
        """Count a value that is named twice once, and an empty one not at all."""
        values = {}
        for facet in FACETS:
            named = filter(None, query.getlist(facet.name))
            once = tuple(dict.fromkeys(named))
            if once:
                values[facet.name] = once
        order = BY_TERM
        if query.get("order") == BY_CHAPTER:
            order = BY_CHAPTER
        return cls(values, order)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values)

    @property
    def query_string(self) -> str:
        """The address in one fixed order, so that the same choices have one address."""
        query = QueryDict(mutable=True)
        for facet in FACETS:
            values = self.values.get(facet.name)
            if values:
                query.setlist(facet.name, sorted(values))
        if self.order != BY_TERM:
            query["order"] = self.order
        return query.urlencode()

    def ordered(self, order: str) -> Choices:
        return replace(self, order=order)

    def toggled(self, name: str, value: str) -> Choices:
        """Add a value, or take it back."""
        present = self.values.get(name, ())
        if value in present:
            changed = tuple(other for other in present if other != value)
        else:
            changed = (*present, value)
        return replace(self, values={**self.values, name: changed})

    def match(self, entry: FailureMode, except_for: str = "") -> bool:
        """Take the values of one facet as alternatives; different facets must all fit."""
        for facet in FACETS:
            if facet.name == except_for or facet.name not in self.values:
                continue
            if set(self.values[facet.name]).isdisjoint(facet.values_of(entry)):
                return False
        return True

    def facets(self, entries: Sequence[FailureMode]) -> list[ShownFacet]:
        """Return the facets with those of their values that any of the entries has."""
        return [self.shown(facet, entries) for facet in FACETS]

    def shown(self, facet: Facet, entries: Sequence[FailureMode]) -> ShownFacet:
        """Count for each value what it would leave; a facet does not narrow its own counts."""
        present: set[str] = set()
        counts: Counter[str] = Counter()
        for entry in entries:
            values = facet.values_of(entry)
            present.update(values)
            if self.match(entry, except_for=facet.name):
                counts.update(values)
        choices = []
        for value, title in titles_of(facet, entries).items():
            if value in present:
                choice = self.choice(facet, value, title, counts[value])
                choices.append(choice)
        return ShownFacet(facet.title, facet.name, tuple(choices))

    def choice(self, facet: Facet, value: str, title: str, count: int) -> Choice:
        return Choice(
            value,
            title,
            count,
            chosen=value in self.values.get(facet.name, ()),
            query=self.toggled(facet.name, value).query_string,
        )


def titles_of(facet: Facet, entries: Sequence[FailureMode]) -> dict[str, str]:
    """Value -> title in the order in which they are shown."""
    if facet is not CHAPTER:
        return {value: value for value in facet.order}
    present = {entry.chapter for entry in entries}
    chapters = sorted(present, key=lambda chapter: chapter.position)
    return {chapter.slug: chapter.title for chapter in chapters}
