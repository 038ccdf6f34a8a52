"""Name the entries that JSON columns refer to: written with an address, planned without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dictionary.models import FailureMode, Planned


@dataclass(frozen=True, slots=True)
class Named:
    """An entry as a text names it. A planned entry has no address: it is plain words."""

    slug: str
    term: str
    url: str = ""


def slugs_in(entry: FailureMode) -> set[str]:
    """Return the slugs that the JSON columns of an entry name."""
    slugs = {entry.points_to}
    rows = [
        *entry.causes,
        *entry.find_the_cause,
    ]
    for row in rows:
        slug = row.get("entry", "")
        slugs.add(slug)
    for boundary in entry.boundaries:
        slug = boundary["failure_mode"]
        slugs.add(slug)
    return slugs - {""}


def named(slugs: Iterable[str]) -> Mapping[str, Named]:
    """Return what each slug stands for. A slug of neither kind, such as a draft, is left out."""
    wanted = set(slugs)
    if not wanted:
        return {}
    names = {}
    planned = Planned.objects.filter(slug__in=wanted)
    for entry in planned:
        slug = entry.slug
        names[slug] = Named(slug, entry.term)
    published = FailureMode.objects.published()
    written = published.filter(slug__in=wanted)
    for row in written.only("slug", "term"):
        slug = row.slug
        names[slug] = Named(
            slug,
            row.term,
            row.get_absolute_url(),
        )
    return names
