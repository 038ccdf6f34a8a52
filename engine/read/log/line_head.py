"""The word that a line begins with, by which lines of one kind are known."""

from __future__ import annotations

import re

from engine.read.log.slots import SUMMARY
from engine.read.metric_names.metric import metric_of
from engine.read.metric_names.words import SPLIT_WORDS

_WORD = re.compile(r"[^\W\d_]{1,40}")
_HEAD_WORDS = 3


def head_of(lead: str) -> str:
    """Return the first word of a line that is no split and no metric, a star for a summary.

    lead: the text in front of the first number of the line.
    """
    if lead.lstrip().startswith("*") and "**" not in lead:
        return SUMMARY
    words: list[str] = _WORD.findall(lead)
    for word in words[:_HEAD_WORDS]:
        lowered = word.lower()
        if lowered in SPLIT_WORDS:
            continue
        if metric_of(lowered).quantity is None:
            return lowered
    return ""
