"""Comparisons that words state, of parts of the data or of a run before and after a change.

Two sentences with the same words and the sides exchanged say the opposite, so they are parsed
before a clause is compared with phrasings.
"""

from __future__ import annotations

import re

from engine.observe.words.clauses import Clause
from engine.observe.words.compared_parts import PLAIN, Compared, compared_parts

__all__ = ["Compared", "compared"]


def compared(clause: Clause) -> Compared | None:
    """Return the comparison that a clause states; None for a clause that compares nothing."""
    return _of_settings(clause) or compared_parts(clause)


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
    r"|do not|never|won't|will not|still not) (?:\w{1,9} )?"
    r"(?:helps?|works?|fix|change|matter|improves?|solve|converges?|trains?|learns?))\b"
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
