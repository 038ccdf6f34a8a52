"""Lines whose names stand behind their numbers: `7: 620.00, 620.00 avg loss, 0.001 rate`."""

from __future__ import annotations

import re

from engine.read.metric_names.resolve import Resolver

_WORD = re.compile(r"[^\W\d_]")
_FIELD = re.compile(r"\s{0,8}([^\W\d][\w /.\-]{0,40})")
_EQUALS = re.compile(r"\s{0,8}=\s{1,8}([^\W\d][\w ]{0,40}?)\s*+(?:\(\w{0,40}\)\s*+)?$")
_LEAST_NUMBERS = 2


def trailing_names(
    leads: list[str],
    resolver: Resolver,
) -> list[str] | None:
    """Return the name behind each number (empty for none), None where names stand in front.

    leads: the text in front of each number, and the one behind the last.
    """
    equals = _EQUALS.match(leads[1])
    if equals and not leads[0].strip():  # 0.8512 = Validation score
        name = equals.group(1)
        others = len(leads) - 2
        nameless = [""] * others
        return [
            name.strip(),
            *nameless,
        ]
    if len(leads) <= _LEAST_NUMBERS:
        return None
    if any("=" in lead for lead in leads):
        return None
    for lead in leads[:2]:
        _, _, in_front = lead.rpartition(",")
        if _WORD.search(in_front):
            return None
    behind = leads[1:]
    names = list(map(_name_behind, behind))
    given = filter(None, names)
    if not any(map(resolver.is_metric, given)):
        return None
    return names


def _name_behind(lead: str) -> str:
    """Return the words up to the next comma, if they are all there is."""
    words, _, _ = lead.partition(",")
    words = words.rstrip()
    match = _FIELD.fullmatch(words)
    if match is None:
        return ""
    name = match.group(1)
    return name.strip()
