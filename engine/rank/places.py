"""Places of modes in an order of names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import filterfalse


def last_of_all(
    slugs: Collection[str],
    modes: Sequence[str],
) -> list[str]:
    """Return the modes with some of them behind all others, each in their order."""
    before = filterfalse(slugs.__contains__, modes)
    behind = filter(slugs.__contains__, modes)
    return [*before, *behind]


def move_behind(
    modes: list[str],
    slug: str,
    others: Sequence[str],
) -> None:
    """Put a mode behind the last of the others, when it stands before it."""
    places = map(modes.index, others)
    last = max(
        places,
        default=-1,
    )
    place = modes.index(slug)
    if place < last:
        modes.pop(place)
        modes.insert(last, slug)


def move_before(
    modes: list[str],
    slug: str,
    others: Sequence[str],
) -> None:
    """Put a mode before the first of the others, when it stands behind it."""
    places = [modes.index(other) for other in others if other in modes]
    first = min(places, default=len(modes))
    place = modes.index(slug)
    if place > first:
        modes.pop(place)
        modes.insert(first, slug)
