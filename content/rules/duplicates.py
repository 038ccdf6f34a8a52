"""Check that no two entries say the same in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from content.documents import Location
from content.problems import Problems
from content.rules.readability import sentences
from content.tree import Record, Tree

FEWEST_WORDS = 9
SHINGLE = 3  # words
MOST_ALIKE = 0.7  # of the shingles of both, those that both have
# One sign has one truth: both sides of a pair, checks and evidence against should agree.
AGREEING = ("look_alikes", "boundaries", "confirmations", "contra_indications", "example")
WORD = re.compile(r"[a-z0-9]+")

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Placed:
    """A sentence of an entry, and the groups of words in it."""

    record: Record[Any]
    location: Location
    shingles: Shingles


def entries_do_not_repeat_each_other(tree: Tree) -> Problems:
    """Name each sentence that an earlier entry has in nearly the same words."""
    earlier: list[Placed] = []
    holders: dict[tuple[str, ...], list[int]] = {}
    for placed in _sentences(tree):
        other = _alike(placed, earlier, holders)
        if other is not None:
            slug = other.record.value.slug
            message = f"{slug} says nearly the same: say it once, or say what is particular here"
            yield placed.record.problem(
                message,
                *placed.location,
            )
        place = len(earlier)
        for shingle in placed.shingles:
            places = holders.setdefault(shingle, [])
            places.append(place)
        earlier.append(placed)


def _sentences(tree: Tree) -> Iterator[Placed]:
    """Yield the longer sentences of all entries."""
    for record in tree.failure_modes:
        for location, sentence in sentences(record.value):
            if location[0] in AGREEING:
                continue
            words = WORD.findall(sentence.lower())
            if len(words) >= FEWEST_WORDS:
                shingles = shingles_of(words)
                yield Placed(
                    record,
                    location,
                    shingles,
                )


def shingles_of(words: list[str]) -> Shingles:
    """Return the groups of neighboring words."""
    starts = range(len(words) - SHINGLE + 1)
    return frozenset(tuple(words[start : start + SHINGLE]) for start in starts)


def _alike(
    placed: Placed,
    earlier: list[Placed],
    holders: dict[tuple[str, ...], list[int]],
) -> Placed | None:
    """Return an earlier sentence of another entry with most of the same groups of words."""
    shared: Counter[int] = Counter()
    for shingle in placed.shingles:
        shared.update(holders.get(shingle, ()))
    for index, count in shared.most_common():
        other = earlier[index]
        either = placed.shingles | other.shingles
        share = count / len(either)
        if other.record is placed.record:
            continue
        if share >= MOST_ALIKE:
            return other
    return None
