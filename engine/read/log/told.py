"""Values whose name stands far in front of them: `Cost after iteration 100: 0.65`, `Accuracy of the
network on the 10000 test images: 55 %`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from engine.read.log.vocabulary import EPOCH_WORDS, STEP_WORDS, TOLD
from engine.read.metric_names.resolve import Resolver

_JOINS = re.compile(r"\)?\s{0,4}(?:[:=,]|-+>?|\bis\b|\bwas\b|\bequals\b)\s{0,12}")
_OF_MODEL = re.compile(
    r"(?i)\b(\w{1,20}) of (?:the|this|our) [\w ]{1,30}? on (?:the |all )?(?:# )?[\w ]{0,30}?"
    r"(?:images|samples|examples|data|dataset|set|instances|inputs)\s?(?:[:=]|is)\s{1,4}$"
)
_ARTICLES = frozenset({"the", "current", "your"})
_VALUES = frozenset({"value"})
_PREPOSITIONS = frozenset({"after", "at", "in", "for", "on", "of"})
_SIGNS = frozenset(":=,;|[](){}")  # of a name there are none
_LONGEST = 120  # characters of a lead
_POSITIONS = EPOCH_WORDS | STEP_WORDS
_MOST_WORDS = 4


def name_in_front(lead: str, resolver: Resolver) -> str:
    """Return the metric of a lead that ends in a position, empty for any other.

    lead: the text in front of the number of the position.
    """
    end = lead[-_LONGEST:]
    words = end.rstrip("# ").split()
    if not _ends_in(words, _POSITIONS):
        return ""
    if words[-2:] == ["end", "of"]:
        del words[-2:]
    _ends_in(words, _ARTICLES)
    if not _ends_in(words, _PREPOSITIONS):
        return ""
    _ends_in(words, _VALUES)
    return _metric_at_end(words, resolver)


def _ends_in(
    words: list[str],
    known: Set[str],
) -> bool:
    """Take the last word off if it is one of those that are known, and say whether it was."""
    if not words:
        return False
    last = words[-1].lower()
    if last not in known:
        return False
    words.pop()
    return True


def _metric_at_end(
    words: list[str],
    resolver: Resolver,
) -> str:
    """Return the metric that the words behind the last sign name, without an article."""
    named: list[str] = []
    for word in words:
        if not any(map(str.isalnum, word)):
            named.clear()
            continue
        lowered = word.lower()
        if lowered in TOLD:
            return ""
        if lowered not in _ARTICLES:
            named.append(word)
    if not 0 < len(named) <= _MOST_WORDS:
        return ""
    name = " ".join(named)
    if not _SIGNS.isdisjoint(name):
        return ""
    if resolver.is_metric(name):
        return name
    return ""


def name_of_model(leads: Sequence[str], resolver: Resolver) -> str:
    """Return the metric of a model that the texts in front of a number name, empty without one."""
    text = "#".join(leads)
    if " of " not in text.lower():
        return ""
    match = _OF_MODEL.search(text)
    if match is None:
        return ""
    name = match.group(1)
    if resolver.is_metric(name):
        return name
    return ""


def joins(lead: str) -> bool:
    """Return whether a lead joins a value to what stands in front of the position."""
    return _JOINS.fullmatch(lead) is not None
