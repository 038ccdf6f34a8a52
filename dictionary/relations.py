"""How the links between entries read from one entry's side. Inverses are derived, never stored.

The page of an entry and its exports show them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dictionary.models import FailureMode, PlannedRelation, Relation

OUTWARD = {
    "parent-of": "Kinds of it",
    "causes": "Causes",
    "masks": "Hides",
    "often-with": "Often comes with",
}
INWARD = {
    "parent-of": "Part of",
    "causes": "Caused by",
    "masks": "Hidden by",
    "often-with": "Often comes with",
}
ORDER = ("Part of", "Kinds of it", "Caused by", "Causes", "Hides", "Hidden by", "Often comes with")


@dataclass(frozen=True, slots=True)
class Link:
    """How another entry stands to this one. A planned entry has no address: it is plain words."""

    title: str
    slug: str
    term: str
    url: str
    note: str
    position: int = 0


def related_links(entry: FailureMode) -> list[Link]:
    """Return all typed links of an entry except look-alikes, in reading order and each once.

    Links go both ways. Of two that read the same, the entry's own goes before the other side's.
    """
    links = each_once(all_links(entry))
    return sorted(links, key=lambda link: ORDER.index(link.title))


def all_links(entry: FailureMode) -> Iterator[Link]:
    for link in outward(entry):
        if link.title in OUTWARD:
            yield replace(link, title=OUTWARD[link.title])
    for relation in entry.relations_in.all():
        if relation.type in INWARD:
            yield to_written(relation, relation.source, INWARD[relation.type])


def outward(entry: FailureMode) -> list[Link]:
    """Return the links that the entry states, in its order; their titles are their types."""
    written = [
        to_written(relation, relation.target, relation.type)
        for relation in entry.relations_out.all()
    ]
    planned = [to_planned(relation) for relation in entry.planned_relations.all()]
    return sorted((*written, *planned), key=lambda link: link.position)


def to_written(relation: Relation, other: FailureMode, title: str) -> Link:
    return Link(
        title,
        other.slug,
        other.term,
        other.get_absolute_url(),
        relation.note,
        relation.position,
    )


def to_planned(relation: PlannedRelation) -> Link:
    planned = relation.planned
    return Link(
        relation.type,
        planned.slug,
        planned.term,
        url="",
        note=relation.note,
        position=relation.position,
    )


def each_once(links: Iterable[Link]) -> list[Link]:
    first: dict[tuple[str, str], Link] = {}
    for link in links:
        first.setdefault((link.title, link.slug), link)
    return list(first.values())


def look_alikes(entry: FailureMode) -> list[Link]:
    links = outward(entry)
    return [link for link in links if link.title == Relation.Type.LOOK_ALIKE]
