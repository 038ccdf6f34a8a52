"""How uneven the classes of a description are, by their shares, their ratio or their sizes.

"2 % positives", "imbalanced 1:50", "9,500 negatives and 500 positives". The share of a class that
is found, predicted or right is a result, and says nothing of its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.observe.config.classes_imbalanced import LARGEST_OVER_SMALLEST
from engine.observe.words.figures.figure import SAID, Stated
from engine.observe.words.figures.large_numbers import NUMBER, UNIT, large_number

UNEVEN = "classes-imbalanced"

_PERCENT = r"(?P<share>\d{1,2}(?:\.\d{1,4})?) ?(?:%|percent|per cent)"
_SHARE = rf"(?<![\w.]){_PERCENT}"
_CLASS = (
    r"(?:positives?|negatives?|background|foreground|(?:class|label) \w{1,12}"
    r"|(?:one|the same|majority|minority) class|fraud(?:ulent)?|o|[01]|zeros?|ones)"
)
_SHARES = (
    re.compile(
        rf"{_SHARE}(?: of)?(?: (?:the|my|all|our))? (?:are |is )?(?:positives?|negatives?|fraud)\b"
    ),
    re.compile(
        rf"{_SHARE} of (?:the |my |all |our )?(?:pixels|voxels|tokens|rows|labels|samples|images"
        r"|examples|data) (?:(?:are|is|belong to) (?:all )?(?:the |of )?"
        rf"{_CLASS}|have (?:the )?(?:class|label) \w{{1,12}})\b(?![.%]\d)"
    ),
    re.compile(
        r"\b(?:background|(?:majority|minority|rare|smallest|largest|positive|negative|one) class"
        r"|positives|negatives)(?: only)? (?:is|are|makes? up|make|covers?|has|have) "
        rf"(?:only |about |around |just )?{_PERCENT}"
    ),
)
_RATIO = re.compile(
    rf"(?<![\w.:])(?P<one>{NUMBER}) ?(?::|to|vs\.?|versus) ?(?P<other>{NUMBER})(?![\w:.]| ?%)"
)
_OF_CLASSES = re.compile(
    r"\b(?:imbalanc\w{1,4}|unbalanced|positives?|negatives?|minority|majority|fraud|class ratio)\b"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:split|train|val|validation|test|aspect|compression|false|true|predict\w{0,4}|epochs?"
    r"|layers?|loss|lr|learning rate|decay|sampling|mining)\b"
)
_OF_A_PART = re.compile(r"^ (?:in|of) (?:that|this|each|every|the) (?:group|bin|bucket|decile)\b")
_RESULT = (
    r"(?:accuracy|acc|recall|precision|f1|scores?|sensitivity|specificity|auc|iou|dice|error|rate)"
)
_FINDS = (
    r"(?:finds?|found|detects?|detected|catch(?:es)?|caught|miss(?:es|ed)?|predicts?|predicted"
    r"|flags?|flagged|recogni[sz]e[sd]?|identif(?:y|ies|ied)|recovers?|recovered|gets?|got)"
)
# "accuracy on", "finds only": before a share of the positives that is a result
_RESULT_BEFORE = re.compile(
    rf"\b(?:{_RESULT}(?: is| was| of| on| for| in| over| among)?(?: (?:the|my|all|only|about))?"
    rf"|{_FINDS}(?: \w{{1,12}}){{0,2}}|false|true) $"
)
_RESULT_BEHIND = re.compile(
    rf"^(?: (?!and\b|but\b|with\b|while\b)\w{{1,12}}){{0,2}} (?:{_RESULT}|{_FINDS}"
    rf"|wrong|mis\w{{2,14}}|correct\w{{0,2}}"
    r"|predicti(?:ve|ons?))\b"
)
_RESULT_OF_RATIO = re.compile(
    rf"\b(?:{_RESULT}|from|weights?(?: of| is| are)?) (?:\w{{1,12}} ){{0,4}}$"
)
_SIDE = r"(?:positives?|negatives?|of class \w{1,12}|in class \w{1,12}|of the other)"
_TWO_SIZES = (
    re.compile(
        rf"(?<![\w.])(?P<one>{NUMBER})(?P<unit>{UNIT}) (?:\w{{1,12}} )?{_SIDE}(?: \w{{1,12}})?"
        r" ?(?:,|and|but|vs\.?|versus|/|to) ?(?:only |just )?"
        rf"(?P<other>{NUMBER})(?P<other_unit>{UNIT}) (?:\w{{1,12}} )?{_SIDE}\b"
    ),
    # "class 0 has 9,000 samples and class 1 has 300"
    re.compile(
        rf"\bclass \w{{1,12}} (?:has|with|contains) (?P<one>{NUMBER})(?P<unit>{UNIT})"
        r"(?: (?:samples|images|examples|rows))? ?(?:,|and|but|while|vs\.?)(?: and| but)?"
        r" class \w{1,12} (?:has |with |contains )?(?:only |just )?"
        rf"(?P<other>{NUMBER})(?P<other_unit>{UNIT})(?![\w.%]| ?%)"
    ),
)
_NEAR = 45  # characters around a share, in which words tell what it is of


def class_shares(text: str) -> Iterator[Stated]:
    """Yield what the most uneven classes say; `text` is plain.

    The words stay with the model of words: a share is half of the story.
    """
    found = [*_by_share(text), *_by_ratio(text), *_by_two_sizes(text)]
    if not found:
        return
    times, told = max(found)
    strength = LARGEST_OVER_SMALLEST.strength(times)
    if strength >= SAID:
        yield Stated(UNEVEN, strength, told, ())


def _by_share(text: str) -> Iterator[tuple[float, str]]:
    for pattern in _SHARES:
        for match in pattern.finditer(text):
            share = float(match["share"])
            if share and not _is_of_something_else(match, text):
                other = 100 - share
                times = max(share, other) / min(share, other)
                told = f"You state classes of {share:g} % and {other:g} %."
                yield times, told


def _is_of_something_else(
    match: re.Match[str],
    text: str,
) -> bool:
    before, behind = _around(match, text)
    is_result = _RESULT_BEFORE.search(before) or _RESULT_BEHIND.match(behind)
    is_part = _OF_A_PART.match(behind)
    return bool(is_result or is_part or _OF_SOMETHING_ELSE.search(match.group()))


def _by_ratio(text: str) -> Iterator[tuple[float, str]]:
    for match in _RATIO.finditer(text):
        before, behind = _around(match, text)
        around = before + match.group() + behind
        is_of_classes = _OF_CLASSES.search(around) and not _OF_SOMETHING_ELSE.search(around)
        if is_of_classes and not _RESULT_OF_RATIO.search(before):
            yield from _of_pair(match["one"], match["other"])


def _by_two_sizes(text: str) -> Iterator[tuple[float, str]]:
    for pattern in _TWO_SIZES:
        for match in pattern.finditer(text):
            if not _OF_SOMETHING_ELSE.search(match.group()):
                one, other = match["unit"], match["other_unit"]
                yield from _of_pair(match["one"], match["other"], one, other)


def _of_pair(
    one: str,
    other: str,
    unit: str = "",
    other_unit: str = "",
) -> Iterator[tuple[float, str]]:
    first = large_number(one, unit)
    second = large_number(other, other_unit)
    if first and second:
        times = max(first, second) / min(first, second)
        yield times, f"You state classes of {first:g} to {second:g}."


def _around(
    match: re.Match[str],
    text: str,
) -> tuple[str, str]:
    """Return what stands before and behind a match, as far as it tells what it is of."""
    start, end = match.span()
    return text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
