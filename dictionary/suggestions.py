"""What a mistyped address may have meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import QuerySet
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
    """Return entries and symptoms that resemble the last part of an address, the nearest first.

    Slugs, terms and aliases are compared.
    """
    asked = last_words(path)
    if not asked:
        return []
    names = suggestions_by_name()
    ranked = process.extract(
        asked,
        list(names),
        scorer=fuzz.WRatio,
        score_cutoff=LEAST_SCORE,
        limit=4 * COUNT,
    )
    if not ranked:
        return []
    _, best, _ = ranked[0]
    near = [names[name] for name, score, _ in ranked if score >= best - BELOW_BEST]
    nearest = list(dict.fromkeys(near))
    return nearest[:COUNT]


def last_words(path: str) -> str:
    """Return the last part of an address as words, without the ending of a format."""
    shortened = path[-LONGEST:].casefold()
    parts = shortened.rstrip("/").split("/")
    name = FORMAT.sub("", parts[-1])
    words = spoken(name)
    return words.replace("_", " ").strip()


def suggestions_by_name() -> dict[str, Suggestion]:
    """Every name in lower case -> its page. Entries replace symptoms of the same name."""
    names: dict[str, Suggestion] = {}
    for symptom in queries.symptoms():
        name = spoken(symptom.slug)
        url = symptom.get_absolute_url()
        names[name] = Suggestion(symptom.statement, url)
    for alias in published_aliases():
        name = alias.text.casefold()
        names[name] = suggestion_of(alias.failure_mode)
    for entry in queries.listed_entries():
        suggestion = suggestion_of(entry)
        for name in (spoken(entry.slug), entry.term.casefold()):
            names[name] = suggestion
    return names


def published_aliases() -> QuerySet[Alias]:
    """Aliases with their entries, without those of drafts."""
    draft = FailureMode.Status.DRAFT
    published = Alias.objects.exclude(failure_mode__status=draft)
    return published.select_related("failure_mode")


def spoken(slug: str) -> str:
    """Return the words of a slug."""
    return slug.replace("-", " ")


def suggestion_of(entry: FailureMode) -> Suggestion:
    url = entry.get_absolute_url()
    return Suggestion(entry.term, url)
