"""Name the entries and symptoms that a measurement mentions, with addresses where they have a page.

A measurement is of one edition, and the database may hold another: what is not in it is named
without a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import CharField, F, QuerySet, Value
from django.urls import reverse

from dictionary.models import FailureMode, Symptom
from dictionary.naming import Named

ENTRY, SYMPTOM = "entry", "symptom"
NOTHING_WRONG = {
    "healthy": "nothing is wrong",
    "not-a-training-failure": "no training failure",
}


@dataclass(frozen=True, slots=True)
class Names:
    """terms: slug -> term of a published entry. signs: slug -> (statement, group) of a symptom that
    has a page. measured: slug -> term as it was when it was measured.
    """

    terms: Mapping[str, str]
    signs: Mapping[str, tuple[str, str]]
    measured: Mapping[str, str]

    def entry(self, slug: str) -> Named:
        if slug in self.terms:
            term = self.terms[slug]
            return Named(slug, term, _address(ENTRY, slug))
        if slug in NOTHING_WRONG:
            return Named(slug, NOTHING_WRONG[slug])
        spoken = _spoken(slug)
        term = self.measured.get(slug, spoken)
        return Named(slug, term)

    def entries(self, slugs: Iterable[str]) -> list[Named]:
        return [self.entry(slug) for slug in slugs]

    def symptom(self, slug: str) -> Named:
        if slug not in self.signs:
            spoken = _spoken(slug)
            return Named(slug, spoken.capitalize())
        statement, _ = self.signs[slug]
        return Named(slug, statement, _address(SYMPTOM, slug))

    def group(self, slug: str) -> str:
        """Return the signal in which a symptom shows; empty for one without a page."""
        if slug not in self.signs:
            return ""
        _, group = self.signs[slug]
        return group


def names(measured: Mapping[str, str]) -> Names:
    """Read the names of everything that has a page, by one query."""
    terms = {}
    signs = {}
    for row in _rows():
        kind, slug, title, group = row
        if kind == ENTRY:
            terms[slug] = title
        else:
            signs[slug] = (title, group)
    return Names(
        terms,
        signs,
        measured,
    )


def _rows() -> QuerySet[Symptom, tuple[str, str, str, str]]:
    """Return kind, slug, title and group of all entries and symptoms."""
    columns = ("row_kind", "slug", "row_title", "row_group")
    entries = FailureMode.objects.published().order_by()
    of_entries = entries.annotate(
        row_kind=_text(ENTRY),
        row_title=F("term"),
        row_group=_text(""),
    )
    symptoms = Symptom.objects.published().order_by()
    of_symptoms = symptoms.annotate(
        row_kind=_text(SYMPTOM),
        row_title=F("statement"),
        row_group=F("group"),
    )
    rows = of_symptoms.values_list(*columns)
    return rows.union(of_entries.values_list(*columns), all=True)


def _address(kind: str, slug: str) -> str:
    """Return the address of the page; each kind is the name of its pattern."""
    return reverse(
        kind,
        args=[slug],
    )


def _text(value: str) -> Value:
    return Value(value, output_field=CharField())


def _spoken(slug: str) -> str:
    return slug.replace("-", " ")
