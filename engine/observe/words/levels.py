"""How well a model is said to do on the parts of the data: "great on train, terrible on val".

One part alone says little. Two of them with opposite words say the same as a comparison, in one
clause or in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.observe.words.clauses import Clause
from engine.observe.words.compared_parts import names_in
from engine.observe.words.figures.mentions import Name
from engine.observe.words.figures.names import LIVE, NEW, OLD, TEST, TRAIN, VALIDATION, Kind

FAR = 40  # characters between a part of the data and the word that judges it
STRENGTH = 0.75

_GOOD = r"good|great|fine|excellent|perfect(?:ly)?|nice(?:ly)?|well|ok|okay|decent|amazing|solid"
_BAD = (
    r"bad(?:ly)?|poor(?:ly)?|terribl[ey]|awful(?:ly)?|horribl[ey]|useless|garbage|nonsense|rubbish"
    r"|fails?|a (?:mess|disaster)|disappointing|miserabl[ey]|lousy"
)
_JUDGING = re.compile(
    rf"\b(?:(?P<denied>not|never|isn't|aren't|n't) (?:\w{{1,9}} )?)?"
    rf"(?:(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<high>high)|(?P<low>low))\b"
)
_PARTING = re.compile(r",|\b(?:and|but|while)\b")  # a word beyond one is less likely meant
_ERRORS: frozenset[Kind] = frozenset({"loss", "error", "amount"})
# (does well, does badly) -> symptom
_SHOWN: dict[tuple[str, str], str] = {
    (TRAIN, VALIDATION): "generalization-gap",
    (TRAIN, TEST): "generalization-gap",
    (VALIDATION, TEST): "test-below-validation",
    (TEST, LIVE): "works-offline-fails-live",
    (VALIDATION, LIVE): "works-offline-fails-live",
    (NEW, OLD): "old-task-score-drops",
}


@dataclass(frozen=True, slots=True)
class Level:
    """A part of the data and whether the model is said to do well on it."""

    split: str
    is_good: bool
    clause: Clause


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two parts with opposite words, and the symptom that they show. clause: the bad one's."""

    symptom: str
    clause: Clause


def contrasts(levels: Sequence[Level]) -> Iterator[Contrast]:
    """Yield what the parts that do well and those that do badly show together, each once."""
    good = {level.split for level in levels if level.is_good}
    shown: set[str] = set()
    for level in levels:
        if level.is_good or level.split in good:
            continue
        for split in sorted(good):
            pair = (split, level.split)
            symptom = _SHOWN.get(pair, "")
            if not symptom or symptom in shown:
                continue
            shown.add(symptom)
            yield Contrast(
                symptom,
                level.clause,
            )


def levels_of(clause: Clause) -> list[Level]:
    """Return the parts of the data that a clause judges, in order."""
    names = names_in(clause.text)
    judged = list(_JUDGING.finditer(clause.text))
    used: set[int] = set()
    found: list[Level] = []
    for place, name in enumerate(names):
        if not name.split:
            continue
        nearest = _nearest(
            clause.text,
            name,
            names,
            judged,
            used,
        )
        if nearest is None:
            continue
        kind = _kind(place, names)
        is_good = _is_good(judged[nearest], kind)
        if is_good is None:
            continue
        used.add(nearest)
        level = Level(
            name.split,
            is_good,
            clause,
        )
        found.append(level)
    return found


def _nearest(
    clause: str,
    name: Name,
    names: Sequence[Name],
    judged: Sequence[re.Match[str]],
    used: set[int],
) -> int | None:
    """Return the place of the nearest word that judges, with no other part between."""
    best: int | None = None
    least = FAR + 1
    for place, found in enumerate(judged):
        if place in used or _is_parted(name, names, found):
            continue
        first, last = _between(name, found)
        between = clause[first:last]
        parting = _PARTING.findall(between)
        gap = len(between) + FAR // 2 * len(parting)
        if gap < least:
            best, least = place, gap
    return best


def _between(
    name: Name,
    found: re.Match[str],
) -> tuple[int, int]:
    """Return where the characters between a part and a word begin and end."""
    first = min(name.end, found.end())
    last = max(name.start, found.start())
    return first, last


def _is_parted(
    name: Name,
    names: Sequence[Name],
    found: re.Match[str],
) -> bool:
    """Say whether another part of the data stands between a part and a word."""
    first, last = _between(name, found)
    return any(other.split and first <= other.start < last for other in names if other is not name)


def _kind(place: int, names: Sequence[Name]) -> Kind:
    """Return the kind of the quantity beside a part of the data."""
    behind = names[place + 1 : place + 2]
    before = names[max(place - 1, 0) : place]
    for other in (*behind, *before):
        if other.quantity:
            return other.kind
    return "other"


def _is_good(found: re.Match[str], kind: Kind) -> bool | None:
    """Say whether a word says well; None where high or low is said of nothing that is known."""
    denied = found["denied"] is not None
    if found["good"] or found["bad"]:
        return bool(found["good"]) != denied
    if kind == "other":
        return None
    is_high = bool(found["high"]) != denied
    return is_high != (kind in _ERRORS)
