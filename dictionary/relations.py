"""How the links between entries read from one entry's side. Inverses are derived here, never
stored.
"""

from __future__ import annotations

from collections.abc import Iterable
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


def related(entry: FailureMode) -> list[Link]:
    """All typed links of an entry except look-alikes, both directions, in reading order and each
    once.
    """
    outward = [
        Link(OUTWARD[row.type], row.target, row.note)
        for row in entry.relations_out.all()
        if row.type in OUTWARD
    ]
    inward = [
        Link(INWARD[row.type], row.source, row.note)
        for row in entry.relations_in.all()
        if row.type in INWARD
    ]
    return sorted(_once([*outward, *inward]), key=lambda link: ORDER.index(link.title))


def _once(links: Iterable[Link]) -> list[Link]:
    return list({(link.title, link.entry.pk): link for link in reversed(list(links))}.values())[
        ::-1
    ]


def look_alikes(entry: FailureMode) -> list[Relation]:
    return [row for row in entry.relations_out.all() if row.type == Relation.Type.LOOK_ALIKE]
