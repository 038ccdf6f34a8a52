"""Comparisons between parts of the data: "validation accuracy is much lower than training
accuracy", "better on train than on test", "a gap between training and validation".

Two sentences with the same words and the sides exchanged say the opposite, so the sides are read
before a clause is compared with phrasings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.observe.words.clauses import Clause
from engine.observe.words.figures.mentions import Name, name_at
from engine.observe.words.figures.names import TEST, TRAIN, VALIDATION, Kind
from engine.observe.words.figures.tokens import tokens

_MORE = "higher|larger|greater|bigger|more"
_MORE_ALONE = "above|over|exceeds|exceed|twice|double|times"  # without `than`
_LESS = "lower|smaller|less|fewer"
_LESS_ALONE = "below|under"
_BETTER = "better"
_BETTER_ALONE = "outperforms|beats"
_WORSE = "worse|poorer"
_THAN = r"than|compared to|compared with|relative to"
_COMPARING = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<better>{_BETTER})|(?P<worse>{_WORSE}))\b"
    # "lower in every epoch than", "better on train than"
    rf"(?P<between>(?: [\w'-]{{1,14}}){{0,6}}?) (?:{_THAN})\b"
    rf"|\b(?:(?P<more_alone>{_MORE_ALONE})|(?P<less_alone>{_LESS_ALONE})"
    rf"|(?P<better_alone>{_BETTER_ALONE}))\b"
)
_BEFORE = re.compile(
    rf"^(?:\w{{1,12}} )?(?:compared (?:to|with)|relative to) (?P<right>[^,]{{3,60}}), "
    rf"(?P<left>.{{3,80}}?)\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<better>{_BETTER})"
    rf"|(?P<worse>{_WORSE}))\b"
)
_APART = re.compile(
    r"\b(?:gap|difference|discrepancy|distance|divergence)s?\b[^.;,]{0,40}? between\b"
)
_STRONG = re.compile(
    r"\b(?:much|far|way|significantly|clearly|considerably|a lot|always|substantially|big|huge"
    r"|large|massive|drastically|consistently|times|twice|double)\b"
)
_WEAK = re.compile(r"\b(?:slight|slightly|a bit|a little|somewhat|marginally|barely|small|tiny)\b")
_DENIED = re.compile(r"\b(?:not|never|no|isn't|aren't|doesn't|hardly any)\b|n't\b")
_ERROR = re.compile(r"\berrors?\b")  # an error without a kind: less is better
NEAR = 30  # characters in front of a comparison in which its strength or denial stands
STRONG, PLAIN, WEAK = 0.9, 0.7, 0.3
_ERRORS: frozenset[Kind] = frozenset({"loss", "error", "amount"})
_HELD_OUT = frozenset({VALIDATION, TEST})

Splits = tuple[str, str]
# (worse side, better side) -> symptom where the quantity is a score or an error.
_BETWEEN: dict[Splits, str] = {
    (VALIDATION, TRAIN): "generalization-gap",
    (TEST, TRAIN): "generalization-gap",
    (TEST, VALIDATION): "test-below-validation",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison within a clause.

    direction: 1 where the left side is said to be more, -1 where less; better and worse are taken
    by the quantity. symptom: what it shows, empty where that is not known.
    """

    clause: Clause
    direction: int
    symptom: str
    strength: float
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a comparison names."""

    split: str = ""
    kind: Kind = "other"


def compared_parts(clause: Clause) -> Compared | None:
    """Return the comparison of two parts of the data that a clause states, None without one."""
    return _of_sides(clause) or _set_before(clause) or _apart(clause)


def _of_sides(clause: Clause) -> Compared | None:
    """Read `a is higher than b` and `higher on a than on b`."""
    for found in _COMPARING.finditer(clause.text):
        before = clause.text[: found.start()]
        left = _side(before, last=True)
        inside = _side(found["between"] or "", last=False)
        if inside.split:
            kind = _known_kind(left, inside)
            left = Side(inside.split, kind)
        right = _side(clause.text[found.end() :], last=False)
        if _are_two(left, right):
            return _judged(clause, found, left, right, before)
    return None


def _set_before(clause: Clause) -> Compared | None:
    """Read `compared to b, a is higher`."""
    found = _BEFORE.match(clause.text)
    if found is None:
        return None
    left = _side(found["left"], last=True)
    right = _side(found["right"], last=False)
    if not _are_two(left, right):
        return None
    return _judged(clause, found, left, right, found["left"])


def _apart(clause: Clause) -> Compared | None:
    """Read `a gap between a and b`: without a direction, training is taken for the better one."""
    found = _APART.search(clause.text)
    if found is None:
        return None
    behind = clause.text[found.end() :]
    splits = {name.split for name in names_in(behind)}
    if TRAIN not in splits or splits.isdisjoint(_HELD_OUT):
        return None
    start = max(found.start() - NEAR, 0)
    words = clause.text[start : found.end()]
    return Compared(
        clause,
        direction=-1,
        symptom="generalization-gap",
        strength=_strength(words),
        denied=_DENIED.search(words) is not None,
    )


def _are_two(left: Side, right: Side) -> bool:
    return bool(left.split) and bool(right.split) and left.split != right.split


def _judged(
    clause: Clause,
    found: re.Match[str],
    left: Side,
    right: Side,
    before: str,
) -> Compared:
    kind = _known_kind(left, right)
    said = _said(found)
    is_error = kind in _ERRORS
    more = "more" in said
    is_better = more != is_error
    if not said.isdisjoint({"better", "worse"}):
        is_better = "better" in said
        more = is_better != is_error
    near = before[-NEAR:]
    direction = 1 if more else -1
    return Compared(
        clause,
        direction=direction,
        symptom=_symptom(left.split, right.split, is_better, kind),
        strength=_strength(f"{near} {found[0]}"),
        denied=_DENIED.search(near) is not None,
    )


def _said(found: re.Match[str]) -> set[str]:
    """Return which of more, less, better and worse a comparison says."""
    return {name.removesuffix("_alone") for name, words in found.groupdict().items() if words}


def _known_kind(
    first: Side,
    second: Side,
) -> Kind:
    """Return the kind of the first side, that of the second where it names none."""
    return second.kind if first.kind == "other" else first.kind


def _symptom(left: str, right: str, left_is_better: bool, kind: Kind) -> str:
    worse, better = (right, left) if left_is_better else (left, right)
    if (worse, better) in _BETWEEN:
        return _BETWEEN[worse, better]
    if (worse, better) == (TRAIN, VALIDATION):
        if kind == "loss":
            return "validation-better-than-training"
        if kind == "score":
            return "validation-accuracy-above-training"
    return ""


def _strength(words: str) -> float:
    if _STRONG.search(words):
        return STRONG
    return WEAK if _WEAK.search(words) else PLAIN


def _side(text: str, last: bool) -> Side:
    """Return the nearest names to the comparison: the last of its left side, the first right."""
    names = names_in(text)
    if last:
        names.reverse()
    splits = [name.split for name in names if name.split]
    kinds = [name.kind for name in names if name.quantity]
    unnamed: Kind = "error" if _ERROR.search(text) else "other"
    splits.append("")
    kinds.append(unnamed)
    return Side(
        splits[0],
        kinds[0],
    )


def names_in(text: str) -> list[Name]:
    """Return the quantities and parts of the data that a text names, in order."""
    read = tokens(text)
    found: list[Name] = []
    place = 0
    while place < len(read):
        named = name_at(read, place)
        place += named.count if named else 1
        if named:
            found.append(named)
    return found
