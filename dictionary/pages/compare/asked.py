"""Which entries an address asks to compare, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dictionary.models import FailureMode
from dictionary.pages.compare.comparison import FEWEST, MOST

LONGEST_SLUG = 60
MOST_NAMED = 20  # in a message: an address may hold thousands


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry of the comparison, and the address of the one without it."""

    entry: FailureMode
    without: str


@dataclass(frozen=True, slots=True)
class Asked:
    """`unknown`: what names no entry. `entries`: those that are known, each once, in order."""

    entries: Sequence[FailureMode]
    unknown: Sequence[str]

    @property
    def is_too_many(self) -> bool:
        return len(self.entries) > MOST

    @property
    def can_be_compared(self) -> bool:
        return FEWEST <= len(self.entries) <= MOST and not self.unknown

    @property
    def has_room(self) -> bool:
        return len(self.entries) < MOST

    @property
    def status(self) -> int:
        """404 where an entry is not known, 400 where there are too many."""
        if self.unknown:
            return 404
        return 400 if self.is_too_many else 200

    @property
    def chosen(self) -> list[Chosen]:
        slugs = [entry.slug for entry in self.entries]
        chosen = []
        for entry in self.entries:
            rest = [slug for slug in slugs if slug != entry.slug]
            address = address_of(rest)
            chosen.append(Chosen(entry, address))
        return chosen


def address_of(slugs: Sequence[str]) -> str:
    query = urlencode({"e": slugs}, doseq=True)
    return f"?{query}"


def asked_for(
    slugs: Sequence[str],
    known: Mapping[str, FailureMode],
) -> Asked:
    """Sort what an address names into entries and what is unknown."""
    named = dict.fromkeys(slug for slug in slugs if slug)
    entries = [known[slug] for slug in named if slug in known]
    unknown = [slug[:LONGEST_SLUG] for slug in named if slug not in known]
    return Asked(entries, unknown[:MOST_NAMED])
