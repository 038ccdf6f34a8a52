"""Comparisons that words state: "validation accuracy is much lower than training accuracy".

Two sentences with the same words and the sides exchanged say the opposite, so they are parsed
before a clause is compared with phrasings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.observe.words.clauses import Clause
from engine.observe.words.figures.mentions import Name, name_at
from engine.observe.words.figures.names import TEST, TRAIN, VALIDATION, Kind
from engine.observe.words.figures.tokens import Token, tokens

_MORE = "higher|larger|greater|bigger|above|over|more|exceeds|exceed|outperforms|beats"
_LESS = "lower|smaller|below|less|under|fewer"
_BETTER = "better|outperforms|beats"
_WORSE = "worse|poorer"
_COMPARING = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<better>{_BETTER})|(?P<worse>{_WORSE}))\b"
    r"(?P<than> (?:than|as|compared to|compared with)\b)?"
)
_NEEDS_THAN = frozenset(
    {
        "higher",
        "larger",
        "greater",
        "bigger",
        "more",
        "lower",
        "smaller",
        "less",
        "fewer",
        "better",
        "worse",
        "poorer",
    }
)
_STRONG = re.compile(
    r"\b(?:much|far|way|significantly|clearly|considerably|a lot|always|substantially"
    r"|drastically)\b"
)
_WEAK = re.compile(r"\b(?:slightly|a bit|a little|somewhat|marginally|barely)\b")
_DENIED = re.compile(r"\b(?:not|never|no|isn't|aren't|doesn't)\b|n't\b")
STRONG, PLAIN, WEAK = 0.9, 0.7, 0.3
_ERRORS: frozenset[Kind] = frozenset({"loss", "error", "amount"})

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


def compared(clause: Clause) -> Compared | None:
    """Return the comparison that a clause states; None for a clause that compares nothing."""
    return _of_settings(clause) or _of_splits(clause)


def _of_splits(clause: Clause) -> Compared | None:
    for found in _COMPARING.finditer(clause.text):
        if found[0] in _NEEDS_THAN:
            continue
        left = _side(clause.text[: found.start()], last=True)
        right = _side(clause.text[found.end() :], last=False)
        if left.split and right.split and left.split != right.split:
            return _judged(clause, found, left, right)
    return None


def _judged(clause: Clause, found: re.Match[str], left: Side, right: Side) -> Compared:
    kind = left.kind if left.kind != "other" else right.kind
    is_error = kind in _ERRORS
    more = bool(found["more"])
    is_better = more != is_error
    if found["better"] or found["worse"]:
        is_better = bool(found["better"])
        more = is_better != is_error
    symptom = _symptom(left.split, right.split, is_better, kind)
    before = clause.text[max(found.start() - 30, 0) : found.start()]
    direction = 1 if more else -1
    denied = _DENIED.search(before) is not None
    return Compared(clause, direction, symptom, _strength(before), denied)


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


def _strength(before: str) -> float:
    if _STRONG.search(before):
        return STRONG
    return WEAK if _WEAK.search(before) else PLAIN


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a comparison names."""

    split: str = ""
    kind: Kind = "other"


def _side(text: str, last: bool) -> Side:
    """Return the nearest names to the comparison: the last of its left side, the first right."""
    names = _names(text)
    if last:
        names.reverse()
    split = next((name.split for name in names if name.split), "")
    other: Kind = "other"
    kind = next((name.kind for name in names if name.quantity), other)
    return Side(split, kind)


def _names(text: str) -> list[Name]:
    read: tuple[Token, ...] = tokens(text)
    found: list[Name] = []
    place = 0
    while place < len(read):
        named = name_at(read, place)
        if named is None:
            place += 1
            continue
        found.append(named)
        place += named.count
    return found


# A setting that is changed, and whether that helped.
_UP = (
    r"higher|larger|bigger|greater|more|increasing|raising|increased|raised|stronger|longer"
    r"|above|deeper|wider"
)
_DOWN = (
    r"lower|smaller|less|fewer|decreasing|lowering|reducing|reduced|decreased|lowered|weaker|below"
)
_SETTINGS = {
    "rate": r"learning[ -]?rates?|lr|step size",
    "batch": r"batch(?:[ -]?sizes?)?|batches",
    "model": r"models?|networks?|hidden size|capacity",
    "data": r"data|training data|samples|examples|images",
    "regularization": r"regulari[sz]ation|dropout|weight decay|augmentation",
}
_CHANGED = {
    setting: re.compile(
        rf"\b(?P<way>{_UP}|{_DOWN})\b(?: (?:the|my|a|an|of)){{0,2}} (?:{names})\b"
        rf"|\b(?:{names})\b(?: (?:is|was|of|values?)){{0,2}} (?P<behind>{_UP}|{_DOWN})\b"
    )
    for setting, names in _SETTINGS.items()
}
_RISES = frozenset(_UP.split("|"))
_HARM = re.compile(
    r"\b(?:nan|inf|diverg\w{0,5}|explod\w{0,4}|worse|unstable|crash\w{0,4}|fails?|collaps\w{0,4}"
    r"|blows? up|out of memory|oom|stuck|does not (?:help|work|fix|change)"
    r"|doesn't (?:help|work|fix|change)"
    r"|did not (?:help|work)|didn't (?:help|work)|no (?:difference|effect|change)"
    r"|nothing changes)\b"
)
_GOOD = re.compile(
    r"\b(?:helps?|helped|fix\w{0,3}|solve[sd]?|works?|worked|trains|converges?|better"
    r"|stable|learns?"
    r"|improve[sd]?|fine|goes away|gone|disappear\w{0,3})\b"
)
_NO_EFFECT = re.compile(
    r"\b(?:no (?:difference|effect|change)|(?:does not|doesn't|did not|didn't|don't"
    r"|do not) (?:\w{1,9} )?"
    r"(?:help|work|fix|change|matter|improve|solve))\b"
)
# (setting, is raised, is good) -> symptom; what says nothing about a cause is left out.
_EFFECTS: dict[tuple[str, bool, bool], str] = {
    ("rate", False, True): "lowering-rate-helps",
    ("rate", False, False): "lowering-rate-does-not-help",
    ("rate", True, True): "raising-rate-helps",
    ("rate", True, False): "lowering-rate-helps",
    ("batch", True, True): "larger-batch-helps",
    ("model", True, True): "bigger-model-helps",
    ("data", True, True): "more-data-helps",
    ("regularization", False, True): "less-regularization-helps",
    ("regularization", True, True): "more-regularization-helps",
}


def _of_settings(clause: Clause) -> Compared | None:
    for setting, pattern in _CHANGED.items():
        found = pattern.search(clause.text)
        if found is not None and _is_of_a_change(clause.text, found):
            return _effect(clause, setting, found)
    return None


def _is_of_a_change(text: str, found: re.Match[str]) -> bool:
    """Say whether an effect is told, outside of the words of the change."""
    rest = text[: found.start()] + text[found.end() :]
    return any(effect.search(rest) for effect in (_HARM, _GOOD, _NO_EFFECT))


def _effect(clause: Clause, setting: str, found: re.Match[str]) -> Compared:
    raised = (found["way"] or found["behind"]) in _RISES
    rest = clause.text[: found.start()] + clause.text[found.end() :]
    no_effect = _NO_EFFECT.search(rest) is not None
    is_good = not no_effect and _HARM.search(rest) is None
    direction = 1 if raised else -1
    symptom = _EFFECTS.get((setting, raised, is_good), "")
    if no_effect and (setting, raised) == ("rate", True):
        symptom = ""
    return Compared(clause, direction, symptom, PLAIN)
