"""What the shown symptoms say about an entry, and how close two entries are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from quizzes.records import Entry, Sign

# Share of the runs with a failure that show a symptom, by frequency 1 to 5; the engine uses the
# same shares.
SHARES = {1: 0.05, 2: 0.2, 3: 0.5, 4: 0.8, 5: 0.97}
# A symptom that speaks against an entry is taken to be ten times rarer under it than in healthy
# runs.
AGAINST = 0.1
# The key must explain what is shown at least four times better than any other option.
MARGIN = math.log(4)


def support(entry: Entry, shown: Iterable[Sign]) -> float:
    """Sum of log likelihood ratios against a healthy run; a symptom the entry does not know counts
    nothing.
    """
    own = {sign.symptom: sign for sign in entry.signs}
    return sum(_ratio(own[sign.symptom]) for sign in shown if sign.symptom in own)


def _ratio(sign: Sign) -> float:
    return (
        math.log(SHARES[sign.frequency] / sign.background) if sign.frequency else math.log(AGAINST)
    )


def explains_all(entry: Entry, shown: Iterable[Sign]) -> bool:
    return {sign.symptom for sign in shown} <= {
        sign.symptom for sign in entry.signs if sign.frequency
    }


def closeness(key: Entry, other: Entry) -> float:
    """0 to 1: how easily the two are taken for one another, by shared symptoms, look-alikes and
    chapter.
    """
    ours, theirs = _weights(key), _weights(other)
    shared = sum(min(ours[slug], theirs[slug]) for slug in ours.keys() & theirs.keys())
    total = sum(max(ours.get(slug, 0), theirs.get(slug, 0)) for slug in ours.keys() | theirs.keys())
    similarity = shared / total if total else 0.0
    return (
        0.5 * similarity
        + 0.35 * (other.slug in key.look_alikes)
        + 0.15 * (other.chapter == key.chapter)
    )


def _weights(entry: Entry) -> dict[str, int]:
    return {sign.symptom: sign.frequency for sign in entry.signs if sign.frequency}


def share_explained(entry: Entry, shown: Sequence[Sign]) -> float:
    """0 to 1; 0 when nothing is shown."""
    known = {sign.symptom for sign in entry.signs if sign.frequency}
    return sum(sign.symptom in known for sign in shown) / len(shown) if shown else 0.0


def strongest(signs: Sequence[Sign], count: int) -> list[Sign]:
    """The signs that suggest the entry most, those that speak against it left out."""
    speaking = [sign for sign in signs if sign.frequency]
    return sorted(speaking, key=lambda sign: (-sign.evoking, -sign.frequency, sign.symptom))[:count]
