"""Symptoms to tick on the diagnose page, by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from diagnostics_api.service.library import Library

COMMON = "Often named"
MOST_COMMON = 12  # symptoms that come first because most entries name them


class Choice(NamedTuple):
    slug: str
    statement: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class SymptomGroup:
    title: str
    choices: tuple[Choice, ...] = ()

    @property
    def ticked(self) -> int:
        flags = [choice.is_ticked for choice in self.choices]
        return sum(flags)


def symptom_groups(
    library: Library,
    ticked: Iterable[str],
) -> list[SymptomGroup]:
    """Return the symptoms that most entries name, then all others that any names, by group."""
    seen = frozenset(ticked)
    groups = []
    for title, slugs in _grouped(library).items():
        choices = []
        for slug in slugs:
            symptom = library.symptoms[slug]
            is_ticked = slug in seen
            choice = Choice(slug, symptom.statement, is_ticked)
            choices.append(choice)
        choices.sort(key=attrgetter("statement"))
        group = SymptomGroup(title, tuple(choices))
        groups.append(group)
    return groups


def _grouped(library: Library) -> dict[str, list[str]]:
    """Return title -> slugs."""
    times_named = _times_named(library)
    by_times = sorted(times_named)
    by_times.sort(
        key=times_named.__getitem__,
        reverse=True,
    )
    common = by_times[:MOST_COMMON]
    others = set(by_times[MOST_COMMON:])

    grouped: dict[str, list[str]] = {}
    if common:
        grouped[COMMON] = common
    for slug, symptom in library.symptoms.items():
        if slug in others:
            title = symptom.group.capitalize()
            grouped.setdefault(title, []).append(slug)
    return grouped


def _times_named(library: Library) -> Counter[str]:
    times: Counter[str] = Counter()
    for entry in library.entries.values():
        named = [indication.symptom for indication in entry.indications]
        times.update(named)
    return times
