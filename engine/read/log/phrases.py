"""What the text in front of a number says of it: a metric, a position in the run, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from engine.read.log.vocabulary import (
    BEST,
    CLOCK_WORDS,
    CLOCKS,
    EPOCH_WORDS,
    NO_NAMES,
    STEP_PARTS,
    STEP_WORDS,
    TOLD,
)
from engine.read.metric_names.metric import metric_of
from engine.read.metric_names.resolve import Resolver
from engine.read.metric_names.words import SPLIT_WORDS, may_say_split, words_of
from engine.read.parts.names import HOUSEKEEPING

# A total follows a slash, 10 in 3/10; a bracket opens right in front of 10 in Epoch: [3][10/100]; a
# mean stands in round brackets behind its number.
Kind = Literal[
    "metric",
    "bare",
    "epoch",
    "step",
    "rank",
    "total",
    "bracket",
    "mean",
    "index",
    "nothing",
]

# Terms of a loss: bare names that detectors print beside each other.
TERMS = frozenset({"box", "obj", "cls", "dfl", "giou", "ciou", "seg", "pose", "kobj", "rpn"})
TOTALS = frozenset({"all", "total"})  # of the terms beside them
_PIECES = re.compile(r"[,;|\t]|\s-{1,2}\s|\s{2,}|[\])}](?=\s)|\. |\b[>→]+")
_WORD = re.compile(r"[^\W\d][\w/.@\-+'#]*")
_OF = frozenset({"/", "of", "\\", "out of"})
_JOINING = frozenset({"is", "was", "at", "to", "of", "the", "about", "equals"})
_OPENING = frozenset({"", "[", "(", "#"})
_PARENTHESIS = re.compile(r"\(([a-z ]{1,20})\)", re.IGNORECASE)
_IN_PARENTHESES = re.compile(
    r"\((?:train|training|val|valid|validation|eval|dev|test)\)", re.IGNORECASE
)
_OPENS_BRACKET = re.compile(r"[\s\])(,:]*\[\s*")
_BRACKET_ONLY = re.compile(r"\s{0,8}[(\[]\s{0,8}")
_JOINED = re.compile(r"[:=]\s{0,12}[\[('\"]?\s{0,4}$")
_SAVED_RESULTS = "Saving dict for global step"  # how TensorFlow's estimators log an evaluation
_LEAD_CHARACTERS = 160
_LAST_CHARACTERS = 60  # in which a split is glued to a name
_MOST_WORDS = 4


class Meaning(NamedTuple):
    """What a number is.

    name: of a metric, as it stands in the line. split: that the lead names, empty for none.
    is_explicit: whether the name is joined to its number by a colon or an equals sign.
    """

    kind: Kind
    name: str = ""
    split: str = ""
    is_explicit: bool = False
    is_known: bool = False


NOTHING = Meaning("nothing")


def meaning_of(
    lead: str,
    is_first: bool,
    resolver: Resolver,
) -> Meaning:
    """Return what a lead says of the number behind it, by itself."""
    lead = lead[-_LEAD_CHARACTERS:]
    stripped = lead.strip()
    if not is_first and stripped.endswith(",") and _is_step(stripped[:-1].lower()):
        return NOTHING  # 1 tree, 31 leaves: the noun belongs to the number in front of it
    if stripped in _OF:
        return Meaning("total")
    if not any(map(str.isalpha, stripped)):
        return _of_signs(lead, stripped, is_first)
    if stripped.endswith("|") and stripped.count("|") > 1:  # a cell of a table, no name's value
        return NOTHING
    split = _split_of(lead)
    lead = _IN_PARENTHESES.sub(" ", lead)
    piece = _last_piece(lead)
    words = _WORD.findall(_PARENTHESIS.sub(" ", piece))
    if not words:
        inside = _PARENTHESIS.findall(piece)
        return _of_parenthesis(inside, split)
    words = _without_joining(words)
    if not words:
        return _nothing(split)
    return _of_words(
        words[-_MOST_WORDS:],
        piece,
        split,
        resolver,
    )


def _nothing(split: str) -> Meaning:
    """Return the meaning of a number that only tells of which split the next ones are."""
    return Meaning("nothing", split=split)


def _without_joining(words: list[str]) -> list[str]:
    """Leave out the last words that join a name to its number: loss is at."""
    end = len(words)
    while end > 0 and words[end - 1].lower() in _JOINING:
        end -= 1
    if end > 2 and words[end - 2] == "over":  # Training acc over epoch: 0.71
        end -= 2
    return words[:end]


def _of_signs(
    lead: str,
    stripped: str,
    is_first: bool,
) -> Meaning:
    if is_first and stripped in _OPENING:
        return Meaning("index")
    if _BRACKET_ONLY.fullmatch(lead) and stripped == "(":
        return Meaning("mean")
    if _OPENS_BRACKET.fullmatch(lead):
        return Meaning("bracket")
    return NOTHING


def _of_parenthesis(inside: list[str], split: str) -> Meaning:
    for text in inside:
        if metric_of(text).quantity is not None:
            return _nothing(split)
    if not split:
        return NOTHING
    return Meaning("bare", split=split)


def _last_piece(lead: str) -> str:
    """Return the text behind the last sign that parts one value from the next."""
    pieces = _PIECES.split(lead)
    for piece in reversed(pieces):
        if any(map(str.isalpha, piece)):
            return piece
    return ""


def _split_of(lead: str) -> str:
    """Return the split that the lead names last."""
    if _SAVED_RESULTS in lead:
        return "val"
    found = ""
    words = words_of(lead)
    for word in words:
        found = SPLIT_WORDS.get(word, found)
    if found:
        return found
    end = lead[-_LAST_CHARACTERS:]
    if end != lead:
        words = words_of(end)
    return metric_of(end).split if any(map(may_say_split, words)) else ""


def _of_words(
    words: list[str],
    piece: str,
    split: str,
    resolver: Resolver,
) -> Meaning:
    lowered = list(map(str.lower, words))
    last = lowered[-1].rstrip(".-/'")
    if last.startswith("time/"):  # Composer counts from 0 there what its headings count from 1
        return _nothing(split)
    if last in EPOCH_WORDS or last.endswith("/epoch"):
        return Meaning("epoch", split=split)
    if _is_step(last):
        return Meaning("step", split=split)
    if last == "rank":
        return Meaning("rank", split=split)
    if _is_clock(last, lowered) or not TOLD.isdisjoint(lowered):
        return _nothing(split)
    named = [word for word in words if word.lower() not in NO_NAMES]
    named = named or words
    is_explicit = _JOINED.search(piece) is not None
    if _is_bare(last, " ".join(named)):
        return Meaning("bare", split=split, is_explicit=is_explicit)
    return _metric(
        named,
        split,
        is_explicit,
        resolver,
    )


def _is_bare(last: str, name: str) -> bool:
    """Say whether a name is that of a split, and of no quantity."""
    if last in SPLIT_WORDS and metric_of(name).quantity is None:
        return True
    return SPLIT_WORDS.keys() >= set(words_of(name))


def _is_step(word: str) -> bool:
    if word in STEP_WORDS or word.endswith("global_step"):
        return True
    parts = words_of(word)
    return not STEP_PARTS.isdisjoint(parts)


def _is_clock(last: str, lowered: list[str]) -> bool:
    if last in HOUSEKEEPING or not CLOCK_WORDS.isdisjoint(lowered):
        return True
    return not CLOCKS.isdisjoint({last, *last.split("/")})


def _metric(
    words: list[str],
    split: str,
    is_explicit: bool,
    resolver: Resolver,
) -> Meaning:
    """Return the metric that the words name: they end in its quantity."""
    name = _name(words, resolver)
    if name:
        name = _without_split(name, split)
        return Meaning("metric", name, split, is_explicit, is_known=True)
    last = words[-1]
    lowered = last.lower()
    is_term = lowered in TERMS or lowered in TOTALS
    is_name = is_explicit and lowered not in NO_NAMES and lowered not in BEST
    if not is_term and not is_name:
        return _nothing(split)
    return Meaning("metric", last, split, is_explicit=True)


def _name(words: list[str], resolver: Resolver) -> str:
    """Return the longest ending that is one metric and nothing else, empty for none.

    Words that are set apart by blanks are a name only if they end in their quantity: a loss scaler
    is no loss. `best` in front of them stays a part of the name.
    """
    if not _ends_in_quantity(words, resolver):
        return ""
    best = ""
    in_front = map(str.lower, words[:-1])
    if not BEST.isdisjoint(in_front):
        best = "best "
    for name in _endings(words):
        found = resolver.resolve(name)
        if not found.is_known or found.part:
            continue
        if found.grain == "best":
            return name
        return best + name
    for name in _endings(words[-2:]):
        if resolver.is_metric(name):
            return best + name
    return ""


def _endings(words: list[str]) -> Iterator[str]:
    """Yield the names that the last words make, the longest first."""
    for start in range(len(words)):
        yield " ".join(words[start:])


def _ends_in_quantity(words: list[str], resolver: Resolver) -> bool:
    last = words[-1]
    if len(words) == 1 or resolver.is_metric(last):
        return True
    found = metric_of(last)
    if found.quantity is None and not found.part:
        return True
    pair = " ".join(words[-2:])
    return resolver.is_metric(pair) and not _has_part(pair)


def _without_split(name: str, split: str) -> str:
    """Return the name without a word that says the split, which is kept beside it."""
    words = name.split()
    if not split or len(words) < 2:
        return name
    others = [word for word in words if SPLIT_WORDS.get(word.lower()) != split]
    return " ".join(others) or name


def _has_part(name: str) -> bool:
    found = metric_of(name)
    return found.quantity is not None and bool(found.part)
