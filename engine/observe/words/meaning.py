"""Questions what printed lines, numbers or names mean."""

from __future__ import annotations

import re

_LINES = (
    r"(?:lines?|outputs?|logs?|logged|messages?|warnings?|notices?|numbers?|values?|columns?|prints?"
    r"|printed|print-?outs?|metrics?|fields?|entries|statistics|stats|table|abbreviations?)"
)
_MEANING = re.compile(
    r"\bwhat (?!(?:do|does|would|could) (?:it|that) mean\b).{1,60}? (?:means?|stands? for)\b"
    rf"|\bmeaning of (?:\w{{1,14}} ){{0,3}}{_LINES}\b"
    rf"|\bhow (?:do|can|should|to) (?:i |we |one |you )?(?:read|interpret|understand)"
    rf" (?:\w{{1,14}} ){{0,3}}{_LINES}\b"
    rf"|\bexplain(?:s|ed)? (?:what )?(?:\w{{1,14}} ){{0,3}}{_LINES}\b"
    r"|\bwhere (?:is|are) (?:\w{1,14} ){0,3}(?:explained|documented)\b"
)


def asks_what_lines_mean(text: str) -> bool:
    """Say whether a clause in plain spelling asks for the meaning of something that is printed."""
    return _MEANING.search(text) is not None
