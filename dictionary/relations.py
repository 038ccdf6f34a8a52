"""How the links between entries read from one entry's side. Inverses are derived, never stored.

The page of an entry and its exports show them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dictionary.models import FailureMode, Relation

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
    title: str
    entry: FailureMode
    note: str


def related_links(entry: FailureMode) -> list[Link]:
    """Return all typed links of an entry except look-alikes, in reading order and each once.

    Links go both ways. Of two that read the same, the entry's own goes before the other side's.
    """
    links = each_once(all_links(entry))
    return sorted(links, key=lambda link: ORDER.index(link.title))


def all_links(entry: FailureMode) -> Iterator[Link]:
    for relation in entry.relations_out.all():
        if relation.type in OUTWARD:
            yield Link(OUTWARD[relation.type], relation.target, relation.note)
    for relation in entry.relations_in.all():
        if relation.type in INWARD:
            yield Link(INWARD[relation.type], relation.source, relation.note)


def each_once(links: Iterable[Link]) -> list[Link]:
    first: dict[tuple[str, int], Link] = {}
    for link in links:
        first.setdefault((link.title, link.entry.pk), link)
    return list(first.values())


def look_alikes(entry: FailureMode) -> list[Relation]:
    relations = entry.relations_out.all()
    return [relation for relation in relations if relation.type == Relation.Type.LOOK_ALIKE]
