"""What words mean in reports: "climbs", "goes up" and "increases" are one movement.

Two people tell the same facts in different words. Each row of synonyms.tsv joins the ways to say
one thing; a word that stands in no row means itself. The meaning is a feature beside the word, not
instead of it, so a row may be rough.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from engine.language import stem

MARK = "~"  # in front of a meaning, which is no stem

Stems = tuple[str, ...]


def meanings(stems: Sequence[str]) -> list[str]:
    """Return the meaning of each stem, or of two that say one thing together, in order."""
    known = _meanings()
    found: list[str] = []
    place = 0
    while place < len(stems):
        one = stems[place]
        two = tuple(stems[place : place + 2])
        if len(two) == 2 and two in known:
            found.append(known[two])
            place += 2
            continue
        alone = known.get((one,), one)
        found.append(alone)
        place += 1
    return found


@cache
def _meanings() -> Mapping[Stems, str]:
    """Return the meaning of one or two stems; the first row that holds them counts."""
    path = Path(__file__).parent / "synonyms.tsv"
    known: dict[Stems, str] = {}
    with path.open(
        encoding="utf-8",
        newline="",
    ) as file:
        for row in csv.DictReader(file, delimiter="\t"):
            meaning = f"{MARK}{row['meaning']}"
            ways = row["ways to say it"]
            for said in ways.split(", "):
                words = said.split(" ")
                stems = tuple(map(stem, words))
                known.setdefault(stems, meaning)
    return known
