"""What an answer shows beside the ranking: normal patterns, planned entries, nearest chapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from content import schema
from diagnostics_api.service.library import Library
from diagnostics_api.service.wording import first_boundary, to_be_sure
from engine.rank.explain import quoted
from engine.report import NormalPage, Report


class ShownNormal(NamedTuple):
    """A normal page. beyond: the entry behind its boundary, if it is written."""

    entry: schema.FailureMode
    said: tuple[str, ...]
    looked_at: str
    to_be_sure: str
    boundary: str
    beyond: schema.FailureMode | None


class Nearest(NamedTuple):
    """The chapter to look in where no entry explains a case."""

    slug: str
    title: str


def shown_normal(report: Report, library: Library) -> Iterator[ShownNormal]:
    """Yield the normal pages where the answer is that nothing is wrong."""
    if report.verdict in {"normal", "healthy"}:
        for page in report.normal:
            yield _normal(page, library)


def _normal(page: NormalPage, library: Library) -> ShownNormal:
    entry = library.entries[page.failure_mode]
    return ShownNormal(
        entry=entry,
        said=tuple(map(quoted, page.said)),
        looked_at=page.looked_at,
        to_be_sure=to_be_sure(entry),
        boundary=page.boundary or first_boundary(entry),
        beyond=library.entries.get(page.beyond),
    )


def nearest_chapter(report: Report, library: Library) -> Nearest | None:
    """Return the chapter of the planned entry, else that of the likeliest one."""
    if report.verdict != "not-covered":
        return None
    slug = ""
    if report.resembles and report.resembles.slug in library.planned:
        slug = library.planned[report.resembles.slug].chapter
    elif report.diagnoses:
        slug = library.entries[report.diagnoses[0].failure_mode].chapter
    title = library.chapters.get(slug)
    return Nearest(slug, title) if title else None
