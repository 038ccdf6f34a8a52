"""Whether a text says that validation runs on the training data: then a gap is no overfitting."""

from __future__ import annotations

import re

_TRAIN = r"(?:training|train) (?:set|data|samples|images|examples|split|loader)"
_HELD_OUT = r"(?:validation|val|evaluation|eval|test)"
_FEW = r",?(?: [\w,'-]{1,15}){0,4}?"
_ITS = r"(?: (?:the|my|a|our))?"
_SAID = re.compile(
    rf"\b{_TRAIN}{_FEW} as{_ITS}[ _]{_HELD_OUT}(?![a-z])"
    rf"|\b(?:us(?:e|es|ed|ing)|pass(?:ed|ing)?|g[ai]ve|giving){_ITS} {_TRAIN} for{_ITS}"
    rf" {_HELD_OUT}(?![a-z])"
    rf"|\b{_HELD_OUT}(?:[ _](?:set|data|split|loader))? (?:is|was|are|=|equals)"
    rf"(?: (?:simply|just|exactly|also|the same as|identical to|a copy of)){{0,2}}"
    rf"{_ITS} {_TRAIN}\b"
    rf"|\b(?:validat|evaluat|test)(?:e|es|ed|ing|ion) (?:is |was |runs |ran )?(?:on|with)"
    rf"(?: (?:exactly|just|the|my|our|very|same)){{0,3}} {_TRAIN}\b"
    rf"|\bsame (?:data|samples|images|examples|set) (?:for|in|as|to)(?: both)?"
    rf" (?:training|train|fit|fitting) and(?: for)? {_HELD_OUT}(?![a-z])"
    rf"|\btrain(?:ing)?(?: set| data)? and{_ITS} {_HELD_OUT}(?: set| data)? are(?: exactly| both)?"
    r" (?:the same|identical)\b"
)
_DENIED = re.compile(r"\b(?:not|never|no|without|isn't|aren't|don't|didn't)\b")


def validates_on_training_data(text: str) -> bool:
    """Say so of a plain text. What is denied in front of it, in the same sentence, is not said."""
    for found in _SAID.finditer(text):
        start = max(text.rfind(mark, 0, found.start()) for mark in ".!?\n;")
        if not _DENIED.search(text[start + 1 : found.end()]):
            return True
    return False
