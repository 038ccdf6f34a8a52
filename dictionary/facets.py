"""Facets of the dictionary index: which values there are, how many entries each would leave, and
where it leads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from content.schema import PHASES
from dictionary.models import FailureMode

Values = Callable[[FailureMode], Sequence[str]]
Chosen = Mapping[str, tuple[str, ...]]

SEVERITIES = ("5", "4", "3", "2", "1")


@dataclass(frozen=True, slots=True)
class Facet:
    """`order` lists the values in the order in which they are shown; chapters have their own."""

    name: str
    title: str
    values_of: Values
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    title: str
    count: int
    chosen: bool
    query: str  # the query string that adds this choice, or takes it back


@dataclass(frozen=True, slots=True)
class FacetRow:
    title: str
    name: str
    choices: tuple[Choice, ...]


FACETS = (
    Facet("chapter", "Chapter", lambda entry: [entry.chapter.slug]),
    Facet("kind", "Kind", lambda entry: [entry.kind], tuple(FailureMode.Kind.values)),
    Facet("phase", "Phase", lambda entry: entry.phase, PHASES),
    Facet("silence", "Silence", lambda entry: [entry.silence], tuple(FailureMode.Silence.values)),
    Facet("severity", "Severity", lambda entry: [str(entry.severity)], SEVERITIES),
    Facet(
        "prevalence",
        "How common",
        lambda entry: [entry.prevalence],
        tuple(FailureMode.Prevalence.values),
    ),
)


def chosen_facets(query: QueryDict) -> dict[str, tuple[str, ...]]:
    """What the address asks for; a value named twice counts once, an empty one not at all."""
    asked = {
        facet.name: tuple(dict.fromkeys(filter(None, query.getlist(facet.name))))
        for facet in FACETS
    }
    return {name: values for name, values in asked.items() if values}


def matches(entry: FailureMode, chosen: Chosen, except_for: str = "") -> bool:
    """Values of one facet are alternatives; different facets must all hold."""
    return all(
        facet.name == except_for
        or facet.name not in chosen
        or not set(chosen[facet.name]).isdisjoint(facet.values_of(entry))
        for facet in FACETS
    )


def facet_rows(entries: Sequence[FailureMode], chosen: Chosen, order: str) -> list[FacetRow]:
    return [_row(facet, entries, chosen, order) for facet in FACETS]


def _row(facet: Facet, entries: Sequence[FailureMode], chosen: Chosen, order: str) -> FacetRow:
    counts = Counter(
        value
        for entry in entries
        if matches(entry, chosen, facet.name)
        for value in facet.values_of(entry)
    )
    titles = _chapter_titles(entries) if facet.name == "chapter" else {}
    present = {value for entry in entries for value in facet.values_of(entry)}
    known = facet.order or tuple(titles)
    choices = [
        Choice(
            value=value,
            title=titles.get(value, value),
            count=counts[value],
            chosen=value in chosen.get(facet.name, ()),
            query=_toggled(chosen, facet.name, value, order),
        )
        for value in known
        if value in present
    ]
    return FacetRow(facet.title, facet.name, tuple(choices))


def _chapter_titles(entries: Sequence[FailureMode]) -> dict[str, str]:
    """Slug -> title in the order of the chapters."""
    chapters = sorted({entry.chapter for entry in entries}, key=lambda chapter: chapter.position)
    return {chapter.slug: chapter.title for chapter in chapters}


def _toggled(chosen: Chosen, name: str, value: str, order: str) -> str:
    now = chosen.get(name, ())
    changed = tuple(kept for kept in now if kept != value) if value in now else (*now, value)
    return query_string({**chosen, name: changed}, order)


def query_string(chosen: Chosen, order: str) -> str:
    """The address of a choice in one fixed order, so that the same choice has one address."""
    query = QueryDict(mutable=True)
    for facet in FACETS:
        if chosen.get(facet.name):
            query.setlist(facet.name, sorted(chosen[facet.name]))
    if order != "term":
        query["order"] = order
    return query.urlencode()
