"""Print what both entries of each look-alike pair say of each other, side by side, for review.

    python -m content.pairs [SLUG ...]

Two entries may not say opposite things of one pair; no rule can tell, a reader can.
"""

from __future__ import annotations

import itertools
import sys
import textwrap
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from content import schema
from content.content import content_of_folder

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
WIDTH = 48  # of one side, in characters
GAP = "  |  "


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries by their slugs, and how each tells the other apart."""

    first: str
    second: str
    first_says: str
    second_says: str


def pairs_of(entries: Sequence[schema.FailureMode]) -> Iterator[Pair]:
    """Yield each pair of written look-alikes once."""
    said = {}
    for entry in entries:
        for look_alike in entry.look_alikes:
            key = (entry.slug, look_alike.failure_mode)
            said[key] = look_alike.tell_apart

    for first, second in said:
        text = said[first, second]
        answer = said.get((second, first))
        if answer is None:
            continue
        if first < second:
            yield Pair(
                first,
                second,
                text,
                answer,
            )


def side_by_side(pair: Pair) -> Iterator[str]:
    """Yield the lines of both sides."""
    left = _lines(pair.first, pair.first_says)
    right = _lines(pair.second, pair.second_says)
    rows = itertools.zip_longest(
        left,
        right,
        fillvalue="",
    )
    for one, other in rows:
        padded = one.ljust(WIDTH)
        line = f"{padded}{GAP}{other}"
        yield line.rstrip()


def _lines(slug: str, text: str) -> list[str]:
    wrapped = textwrap.wrap(text, WIDTH)
    return [slug, *wrapped]


def main(slugs: Collection[str]) -> int:
    """Print all pairs, or those of the named entries."""
    content = content_of_folder(FIXTURES)
    for pair in pairs_of(content.failure_modes):
        is_asked = pair.first in slugs or pair.second in slugs
        if is_asked or not slugs:
            _print(pair)
    return 0


def _print(pair: Pair) -> None:
    for line in side_by_side(pair):
        print(line)  # noqa: T201
    print()  # noqa: T201


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
