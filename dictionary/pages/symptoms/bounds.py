"""The bounds between which a measured symptom goes from normal to a fault, with their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from dictionary.models import Source, Symptom
from engine.observe.bands import NamedBand, bands, citations


class Bound(NamedTuple):
    """A bound as the page shows it.

    name: the constant of the detector in words.
    normal, abnormal: values at which the symptom is hardly seen, and clearly seen.
    note: the unit, what was measured, or where other lines lie.
    sources: what the numbers rest on, then the tools and papers that draw a line of their own.
    """

    name: str
    normal: str
    abnormal: str
    note: str
    sources: list[Source]


class Bounds(NamedTuple):
    """The bounds of a symptom.

    others: sources of its detector that belong to no single bound.
    """

    rows: list[Bound]
    others: list[Source]

    @property
    def unlinked(self) -> list[Source]:
        """Return each source of the rows that is no published work, once."""
        shown: dict[str, Source] = {}
        for row in self.rows:
            for source in row.sources:
                shown[source.slug] = source
        return [source for source in shown.values() if not source.url]

    def __bool__(self) -> bool:
        return bool(self.rows or self.others)


def bounds_of(symptom: Symptom) -> Bounds:
    """Return the bounds of a symptom; none where it is not measured."""
    named_bands = _bands_by_symptom().get(symptom.slug, ())
    cited = _sources_by_symptom().get(symptom.slug, ())
    if not cited:
        return Bounds([], [])

    known = Source.objects.in_bulk(
        cited,
        field_name="slug",
    )
    rows = [_bound(named, known) for named in named_bands]
    shown: set[str] = set()
    for named in named_bands:
        shown.update(named.band.sources)
    others = [slug for slug in cited if slug not in shown]
    return Bounds(
        rows,
        _sources(others, known),
    )


def _bound(named: NamedBand, known: Mapping[str, Source]) -> Bound:
    band = named.band
    return Bound(
        name=_in_words(named.name),
        normal=f"{band.normal:g}",
        abnormal=f"{band.abnormal:g}",
        note=band.note,
        sources=_sources(band.sources, known),
    )


def _in_words(name: str) -> str:
    """Return RATE[adam] as Rate: adam, and EPOCH_HEIGHT as Epoch height."""
    constant, _, key = name.rstrip("]").partition("[")
    words = constant.replace("_", " ").capitalize()
    return f"{words}: {key}" if key else words


def _sources(slugs: Iterable[str], known: Mapping[str, Source]) -> list[Source]:
    """Return the sources in this order, without those that the loaded content does not hold."""
    return [known[slug] for slug in slugs if slug in known]


@cache
def _bands_by_symptom() -> dict[str, list[NamedBand]]:
    by_symptom = defaultdict(list)
    for named in bands():
        symptom = named.symptom
        by_symptom[symptom].append(named)
    return dict(by_symptom)


@cache
def _sources_by_symptom() -> dict[str, list[str]]:
    by_symptom = defaultdict(list)
    for citation in citations():
        symptom = citation.symptom
        by_symptom[symptom].append(citation.source)
    return dict(by_symptom)
