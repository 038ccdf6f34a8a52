"""How many samples a description has, and how uneven its classes are.

A number counts the training data where the words beside it say so: "21 pictures for training",
"I only have 120 images", "trained on 85 patients". The largest such number counts, since people
also name parts of their data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.observe.config.classes_imbalanced import LARGEST_OVER_SMALLEST
from engine.observe.config.training_data_small import FINE_TUNING
from engine.observe.measures.band import Band
from engine.observe.words.figures.bounds import SAID
from engine.observe.words.figures.figure import Stated

SMALL = "training-data-small"
UNEVEN = "classes-imbalanced"
SAMPLES = Band(
    1000.0,
    40.0,
    log=True,
    source="judgment",
    note="samples in all, as the symptom says; whoever names the number thinks it matters",
)
SAMPLES_OF_CLASS = Band(
    100.0,
    10.0,
    log=True,
    source="judgment",
    note="samples per class, as the symptom says",
)
MOST = 0.9  # strength: what a number of samples means depends on the task

_NUMBER = r"\d{1,3}(?:[ ,]\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?"
_NOUN = (
    r"(?:images?|pictures?|photos?|samples?|examples?|rows|records|patients|subjects|sentences"
    r"|documents|recordings|clips|videos|instances|observations|data ?points|texts|scans|frames"
    r"|sequences|utterances|reviews|articles|dialogs|dialogues|conversations|molecules|slides"
    r"|volumes|entries|pairs)"
)
_COUNTED = re.compile(
    rf"(?<![\w.,/:=-])(?P<count>{_NUMBER})(?P<unit> ?k|k?)(?P<between>(?: [a-z-]{{1,15}}){{0,2}}) "
    rf"(?P<noun>{_NOUN})\b"
)
# "n = 85", "n_train=250"
_NAMED = re.compile(rf"\bn(?:_train)? ?= ?(?P<count>{_NUMBER})(?P<unit>k?)(?![\w.])")
_LABELED = re.compile(r"\b(?:train(?:ing)?|labell?ed|annotated)\b")
_HAVING = re.compile(
    r"\b(?:only|just|have|has|had|contains?|consists? of|data ?set (?:of|with|has)|corpus of"
    r"|train(?:ed|ing)?(?: \w{1,12}){0,4} (?:on|with|using|from)|collected|labell?ed|annotated"
    r"|fine-?tun(?:e|ed|ing)(?: \w{1,12}){0,4} (?:on|with))\b[^.;:!?\n]{0,20}$"
)
_FOR_TRAINING = re.compile(r"^(?: \w{1,12})? (?:for|to) train(?:ing)?\b|^ in (?:the )?train")
_PER_CLASS = re.compile(
    r"^ (?:per|for each|of each|in each|for every|a) (?:class|category|label)\b"
)
_OTHERWISE = re.compile(
    r"^ ?(?:/ ?s\b|(?:per|a|each|every|at) (?:second|sec|step|batch|epoch|gpu|device|iteration)\b"
    r"|(?:for|in|to|as) (?:the |my )?(?:test|val|eval|dev\b|hold)|(?:are|were|is) (?:wrong|mis)"
    r"|(?:per|in each|in a|in one) (?:mini-?)?batch|wrong|right\b|correct)"
)
_NOT_TRAINING = re.compile(
    r"\b(?:test(?:ing)?|val(?:idation)?|eval(?:uation)?|dev|held-out|wrong|generated|new|unseen"
    r"|first|last|same|different|random|single|batch(?:es)? of)\b"
)
_NEAR = 45  # characters before a number, in which its verb stands
_PRETRAINED = re.compile(r"\b(?:pre-?trained|fine-?tun\w{1,4}|lora|qlora|transfer learning)\b")

_PERCENT = r"(?P<share>\d{1,2}(?:\.\d{1,4})?) ?(?:%|percent|per cent)"
_SHARE = rf"(?<![\w.]){_PERCENT}"
_SHARES = (
    re.compile(
        rf"{_SHARE}(?: of)?(?: (?:the|my|all|our))? (?:are |is )?(?:positives?|negatives?|fraud)\b"
    ),
    re.compile(
        rf"{_SHARE} of (?:the |my |all |our )?(?:pixels|voxels|tokens|rows|labels|samples|images"
        r"|examples|data) (?:are|is|belong to|have) (?:the )?(?:positives?|negatives?|background"
        r"|foreground|class|label|one class|fraud|o\b)"
    ),
    re.compile(
        r"\b(?:background|(?:majority|minority|rare|smallest|largest|positive|negative|one) class"
        r"|positives|negatives)(?: only)? (?:is|are|makes? up|make|covers?|has|have) "
        rf"(?:only |about |around |just )?{_PERCENT}"
    ),
)
_RATIO = re.compile(
    rf"(?<![\w.:])(?P<one>{_NUMBER}) ?(?::|to|vs\.?|versus) ?(?P<other>{_NUMBER})(?![\w:.])"
)
_OF_CLASSES = re.compile(
    r"\b(?:imbalanc\w{1,4}|unbalanced|positives?|negatives?|minority|majority|fraud|class ratio)\b"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:split|train|val|validation|test|aspect|compression|false|true|predict\w{0,4}|epochs?"
    r"|layers?|loss|lr)\b"
)
_OF_A_PART = re.compile(r"^ (?:in|of) (?:that|this|each|every|the) (?:group|bin|bucket|decile)\b")
_SIDE = r"(?:positives?|negatives?|of class \w{1,12}|in class \w{1,12}|of the other)"
_TWO_COUNTS = re.compile(
    rf"(?<![\w.])(?P<one>{_NUMBER})(?P<k>k?) (?:\w{{1,12}} )?{_SIDE}(?: \w{{1,12}})?"
    r" ?(?:,|and|but|vs\.?|versus|/|to) ?(?:only |just )?"
    rf"(?P<other>{_NUMBER})(?P<m>k?) (?:\w{{1,12}} )?{_SIDE}\b"
)
_THOUSAND = 1000.0


@dataclass(frozen=True, slots=True)
class _Count:
    samples: float
    is_of_class: bool


def counts(text: str) -> Iterator[Stated]:
    """Yield what numbers of samples and shares of classes say; `text` is plain."""
    yield from _samples(text)
    yield from _classes(text)


def _samples(text: str) -> Iterator[Stated]:
    found = [*_counted(text), *_named(text)]
    if not found:
        return
    largest = max(found, key=lambda count: count.samples)
    band = SAMPLES_OF_CLASS if largest.is_of_class else SAMPLES
    if _PRETRAINED.search(text):
        band = band.scaled(FINE_TUNING)
    of_class = " per class" if largest.is_of_class else ""
    told = f"You state {largest.samples:g} training samples{of_class}."
    yield from _said(SMALL, min(band.strength(largest.samples), MOST), told)


def _counted(text: str) -> Iterator[_Count]:
    for match in _COUNTED.finditer(text):
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        behind = text[match.end() : match.end() + _NEAR]
        between = match["between"]
        if _OTHERWISE.match(behind) or _NOT_TRAINING.search(between):
            continue
        is_of_class = _PER_CLASS.match(behind) is not None
        is_said = _LABELED.search(between) or _FOR_TRAINING.match(behind) or _HAVING.search(before)
        samples = _number(match["count"], match["unit"])
        if samples and (is_said or is_of_class):
            yield _Count(samples, is_of_class)


def _named(text: str) -> Iterator[_Count]:
    for match in _NAMED.finditer(text):
        samples = _number(match["count"], match["unit"])
        if samples:
            yield _Count(samples, is_of_class=False)


def _number(digits: str, unit: str) -> float:
    plain = digits.replace(",", "").replace(" ", "")
    return float(plain) * (_THOUSAND if "k" in unit else 1.0)


def _classes(text: str) -> Iterator[Stated]:
    found = [*_by_share(text), *_by_ratio(text), *_by_two_counts(text)]
    if not found:
        return
    times, told = max(found)
    yield from _said(UNEVEN, LARGEST_OVER_SMALLEST.strength(times), told)


def _said(symptom: str, strength: float, told: str) -> Iterator[Stated]:
    """Yield what is seen. The words stay with the model of words: a count is half of the story."""
    if strength >= SAID:
        yield Stated(symptom, strength, told, ())


def _by_share(text: str) -> Iterator[tuple[float, str]]:
    for pattern in _SHARES:
        for match in pattern.finditer(text):
            share = float(match["share"])
            is_part = _OF_A_PART.match(text[match.end() : match.end() + _NEAR])
            if share and not is_part and not _OF_SOMETHING_ELSE.search(match.group()):
                other = 100 - share
                times = max(share, other) / min(share, other)
                told = f"You state classes of {share:g} % and {other:g} %."
                yield times, told


def _by_ratio(text: str) -> Iterator[tuple[float, str]]:
    for match in _RATIO.finditer(text):
        around = text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
        if not _OF_CLASSES.search(around) or _OF_SOMETHING_ELSE.search(around):
            continue
        yield from _of_pair(match, "", "")


def _by_two_counts(text: str) -> Iterator[tuple[float, str]]:
    for match in _TWO_COUNTS.finditer(text):
        yield from _of_pair(match, match["k"], match["m"])


def _of_pair(
    match: re.Match[str],
    unit: str,
    other_unit: str,
) -> Iterator[tuple[float, str]]:
    one, other = _number(match["one"], unit), _number(match["other"], other_unit)
    if one and other:
        times = max(one, other) / min(one, other)
        yield times, f"You state classes of {one:g} to {other:g}."
