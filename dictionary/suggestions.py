"""What a mistyped address may have meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from rapidfuzz import fuzz, process

from content import schema
from content.content import Content, HashedContent
from dictionary.loading.in_force import Derived, derived_in_force

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


def suggestions_by_name() -> Mapping[str, Suggestion]:
    """Every name in lower case -> its page, made once per edition."""
    names = derived_in_force(NAMES)
    if names is None:
        return {}
    return names


def _made(hashed: HashedContent) -> dict[str, Suggestion]:
    """Entries replace symptoms of the same name."""
    content = hashed.content
    names = _symptoms_by_name(content)
    for entry in content.published:
        suggestion = suggestion_of(entry)
        for alias in entry.aliases:
            names[alias.text.casefold()] = suggestion
    for entry in content.published:
        suggestion = suggestion_of(entry)
        slug = spoken(entry.slug)
        term = entry.term.casefold()
        names[slug] = suggestion
        names[term] = suggestion
    return names


def _symptoms_by_name(content: Content) -> dict[str, Suggestion]:
    """Return the symptoms with a page: those that speak for a published entry."""
    published: set[str] = set()
    for entry in content.published:
        published.update(sign.symptom for sign in entry.indications)

    names = {}
    for symptom in content.symptoms:
        if symptom.slug in published:
            name = spoken(symptom.slug)
            url = reverse("symptom", args=[symptom.slug])
            names[name] = Suggestion(symptom.statement, url)
    return names


NAMES = Derived("suggestions", _made)


def spoken(slug: str) -> str:
    """Return the words of a slug."""
    return slug.replace("-", " ")


def suggestion_of(entry: schema.FailureMode) -> Suggestion:
    url = reverse("entry", args=[entry.slug])
    return Suggestion(entry.term, url)
