"""What a mistyped address may have meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dictionary import queries
from dictionary.models import Alias, FailureMode

COUNT = 4
LEAST_SCORE = 72
BELOW_BEST = 15  # what is this much further off than the nearest is no suggestion
LONGEST = 200
FORMAT = re.compile(r"\.(json|md|html?)$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    url: str


def suggestions(path: str) -> list[Suggestion]:
    """Entries and symptoms whose slug, term or alias resembles the last part of an address, the
    nearest first.
    """
    asked = last_words(path)
    if not asked:
        return []
    names = _names()
    ranked = process.extract(
        asked, list(names), scorer=fuzz.WRatio, score_cutoff=LEAST_SCORE, limit=4 * COUNT
    )
    near = [name for name, score, _index in ranked if score >= ranked[0][1] - BELOW_BEST]
    nearest = dict.fromkeys(names[name] for name in near)
    return list(nearest)[:COUNT]


def last_words(path: str) -> str:
    parts = [part for part in path[-LONGEST:].casefold().split("/") if part]
    if not parts:
        return ""
    name = FORMAT.sub("", parts[-1])
    return name.replace("-", " ").replace("_", " ").strip()


def _names() -> dict[str, Suggestion]:
    """Every name in lower case -> what it leads to. Names of symptoms give way to names of
    entries.
    """
    names = {
        row.slug.replace("-", " "): Suggestion(row.statement, row.get_absolute_url())
        for row in queries.symptoms()
    }
    aliases = Alias.objects.exclude(failure_mode__status=FailureMode.Status.DRAFT).select_related(
        "failure_mode"
    )
    names |= {alias.text.casefold(): _entry(alias.failure_mode) for alias in aliases}
    for entry in queries.entries():
        names |= {_said(entry.slug): _entry(entry), entry.term.casefold(): _entry(entry)}
    return names


def _said(slug: str) -> str:
    return slug.replace("-", " ")


def _entry(entry: FailureMode) -> Suggestion:
    return Suggestion(entry.term, entry.get_absolute_url())
