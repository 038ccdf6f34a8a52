"""Words by which a quantity is said to move: "keeps rising", "does not go down", "noisy"."""

from __future__ import annotations

import re
from typing import Literal

Move = Literal[
    "rises",
    "falls",
    "flat",
    "stalls",
    "slow",
    "swings",
    "spikes",
    "explodes",
    "vanishes",
    "holds",
    "improves",
]
_NOT = (
    r"(?:not|n't|never|hardly|barely|refuses to|fails to|failed to|without|no)(?: \w{1,12}){0,2}? "
)
_DOWN = (
    r"(?:decreas\w{0,3}|drop\w{0,4}|go(?:es|ing)? down|went down|fall\w{0,3}|fell"
    r"|declin\w{0,3}|reduc\w{0,3})"
)
_UP = (
    r"(?:increas\w{0,3}|ris(?:e|es|ing)|rose|go(?:es|ing)? up(?! and down)"
    r"|went up(?! and down)|climb\w{0,3}|grow\w{0,3}|grew)"
)
_BETTER = r"(?:improv\w{0,4}|gets? better|converg\w{0,3}|learn\w{0,3})"
# In the order in which they are tried at one place.
_MOVES: tuple[tuple[Move, re.Pattern[str]], ...] = (
    ("holds", re.compile(r"\b(?:stays?|remains?|is|looks?) (?:fine|good|ok|high|stable)\b")),
    (
        "stalls",
        re.compile(
            rf"\b(?:stop(?:s|ped)? (?:\w{{1,12}}ing)|no longer {_DOWN}|stall\w{{0,3}}"
            rf"|plateau\w{{0,4}}|saturat\w{{0,3}}|stagnat\w{{0,3}}|flatten\w{{0,3}}"
            rf"|level(?:s|ed|led|ing|ling)? (?:off|out)|bottom(?:s|ed|ing)? out"
            rf"|(?:hits?|reach(?:es|ed)?) (?:a|its) (?:floor|ceiling|wall|plateau))\b"
        ),
    ),
    ("flat", re.compile(rf"{_NOT}(?:{_DOWN}|{_UP}|{_BETTER}|chang\w{{0,3}}|mov\w{{0,3}}|budge)\b")),
    (
        "slow",
        re.compile(
            rf"\b(?:{_DOWN}|{_UP}|{_BETTER}) (?:\w{{1,10}} ){{0,2}}slow(?:ly)?\b"
            rf"|\b(?:very |too |extremely )?slow(?:ly)? (?:{_DOWN}|{_BETTER})\b"
        ),
    ),
    (
        "vanishes",
        re.compile(
            r"\b(?:vanish\w{0,3}|(?:go|goes|going|went|drops?|falls?|collapses?|collapsed"
            r"|decreases?|shrinks?|is|are|becomes?|stays?|near"
            r"|converges?) (?:\w{1,8} ){0,3}?(?:zero|0)(?![.\d]))\b"
        ),
    ),
    (
        "explodes",
        re.compile(
            r"\b(?:explod\w{0,3}|blow(?:s|ing)? up|blew up|diverg\w{0,3}|skyrocket\w{0,3}"
            r"|shoots? up)\b"
        ),
    ),
    (
        "swings",
        re.compile(
            r"\b(?:oscillat\w{0,3}|fluctuat\w{0,3}|up and down|unstable|nois(?:y|e)"
            r"|erratic|bounc\w{0,3}|swing\w{0,3}|zig-?zags?|jump(?:s|ing) (?:around|about"
            r"|wildly|a lot|all over)|jumpy)\b"
        ),
    ),
    (
        "spikes",
        re.compile(
            r"\b(?:spik\w{0,3}|jump(?:s|ed)? suddenly|sudden(?:ly)? jump\w{0,3}"
            r"|suddenly (?:shoots|jumps))\b"
        ),
    ),
    (
        "flat",
        re.compile(
            r"\b(?:stuck|flat|constant|unchanged|frozen"
            r"|(?:hangs?|hanging|sits?|sitting) (?:at|around)"
            r"|(?:stays?|remains?|hovers?|is"
            r"|are) (?:\w{1,8} ){0,2}same|stays? (?:at|around))\b"
        ),
    ),
    ("rises", re.compile(rf"\b(?:{_UP}|gets? (?:higher|larger|bigger))\b")),
    ("falls", re.compile(rf"\b(?:{_DOWN}|gets? (?:lower|smaller))\b")),
)
_IN_FRONT: tuple[tuple[Move, re.Pattern[str]], ...] = (
    ("rises", re.compile(r"\b(?:rising|increasing|growing|climbing)(?: (?:the|my))? $")),
    ("falls", re.compile(r"\b(?:falling|decreasing|declining|dropping)(?: (?:the|my))? $")),
    (
        "swings",
        re.compile(r"\b(?:oscillating|fluctuating|noisy|unstable|erratic|jumpy)(?: (?:the|my))? $"),
    ),
    ("explodes", re.compile(r"\b(?:exploding|diverging)(?: (?:the|my))? $")),
    ("vanishes", re.compile(r"\b(?:vanishing|zero)(?: (?:the|my))? $")),
    (
        "flat",
        re.compile(
            r"\b(?:constant|flat|no (?:change|decrease|improvement) (?:in|of))(?: (?:the|my))? $"
        ),
    ),
)
_IMPROVES = re.compile(rf"\b{_BETTER}\b")
FAR = 45  # characters between a quantity and its movement


def move_of(text: str, start: int, end: int, after: int) -> Move | None:
    """Return how a quantity at characters from `start` to `end` moves.

    The movement nearest behind it and in front of `after`, else the one right in front of it.
    """
    behind = text[end : min(after, end + FAR)]
    nearest = _nearest(behind)
    if nearest is not None:
        return nearest
    if _IMPROVES.search(behind):
        return "improves"
    front = text[max(start - FAR, 0) : start]
    for move, pattern in _IN_FRONT:
        if pattern.search(front):
            return move
    return None


def _nearest(behind: str) -> Move | None:
    best: Move | None = None
    first = len(behind)
    for move, pattern in _MOVES:
        found = pattern.search(behind)
        if found is not None and found.start() < first:
            best = move
            first = found.start()
    return best
