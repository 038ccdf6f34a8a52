"""How many training samples a description has.

A number counts the training data where the words beside it say so: "21 pictures for training",
"I only have 120 images", "trained on 85 patients". Between such words and the number stand none
but those that count or name the data: who looks at only 10 images may have many. The largest such
number counts, since people also name parts of their data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.observe.config.training_data_small import FINE_TUNING
from engine.observe.measures.band import Band
from engine.observe.words.figures.figure import SAID, Stated
from engine.observe.words.figures.large_numbers import NUMBER, UNIT, large_number

SMALL = "training-data-small"
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

_NOUN = (
    r"(?:images?|pictures?|photos?|samples?|examples?|rows|records|patients|subjects|sentences"
    r"|documents|recordings|clips|videos|instances|observations|data ?points|texts|scans|frames"
    r"|sequences|utterances|reviews|articles|dialogs|dialogues|conversations|molecules|slides"
    r"|volumes|entries|pairs)"
)
_COUNTED = re.compile(
    rf"(?<![\w.,/:=-])(?P<count>{NUMBER})(?P<unit>{UNIT})(?P<between>(?: [a-z-]{{1,15}}){{0,2}}) "
    rf"(?P<noun>{_NOUN})\b"
)
# "n = 85", "n_train=250", but neither "top-n = 5" nor "n = 5 seeds"
_NAMED = re.compile(
    rf"(?<![\w-])n(?:_train)? ?= ?(?P<count>{NUMBER})(?P<unit>{UNIT})(?![\w.])"
    r"(?! ?-? ?(?:runs?|seeds?|trials?|repeats|times|class(?:es)?|layers?|heads?|neighbou?rs?"
    r"|epochs?|steps?|grams?|folds?|clusters?|components?|features?|trees?|gpus?|workers?"
    r"|labels|shots?|tokens?|bins?)\b)"
)
_LABELED = re.compile(r"\b(?:train(?:ing)?|labell?ed|annotated)\b")
_FEW = (
    r"(?:(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|only|just|barely|merely"
    r"|at most|at least|less than|fewer than|more than|under|over|up to|as few as|a total of|total"
    r"|in total|got|collected|gathered|labell?ed|annotated|used|with|from|the|my|a|an|small|tiny"
    r"|(?:training )?(?:data ?set|corpus|set|data|sample) of|so far|like|maybe|~) ?){0,5}"
)
_HAVING = re.compile(
    r"\b(?:only|just|have|has|had|i've got|contains?|consists? of|comprises?"
    r"|data ?set (?:of|with|has|is)|corpus of|train(?:ing)? (?:set|data) (?:is|of|has|with)"
    r"|train(?:ed|ing)?(?: \w{1,12}){0,4} (?:on|with|using|from)|collected|labell?ed|annotated"
    rf"|fine-?tun(?:e|ed|ing)(?: \w{{1,12}}){{0,4}} (?:on|with)) {_FEW}$"
)
_FOR_TRAINING = re.compile(r"^(?: \w{1,12})? (?:for|to) train(?:ing)?\b|^ in (?:the )?train")
_PER_CLASS = re.compile(
    r"^ (?:per|for each|of each|in each|for every|a) (?:\w{1,15} )?"
    r"(?:class|category|label|type|kind|species)\b"
)
_OTHERWISE = re.compile(
    r"^ ?(?:/ ?s\b|(?:a|each|at) (?:second|sec|step|batch|epoch|gpu|device|iteration)\b"
    r"|(?:per|every|(?:in|for|of|from) (?:each|every)) \w"
    r"|(?:for|in|to|as) (?:the |my )?(?:test|val|eval|dev\b|hold)"
    r"|(?:are |were |is |get |got )?(?:wrong|mis\w|right\b|correct|shown|detected|found"
    r"|below|above\b)"
    r"|(?:in a|in one) (?:mini-?)?batch|by (?:hand|eye)\b|fits?\b|out of \d"
    r"|of [\d,k]{1,9} (?:frames|images|samples|rows|pages|words|tokens|seconds|minutes))"
)
_NOT_TRAINING = re.compile(
    r"\b(?:test(?:ing)?|val(?:idation)?|eval(?:uation)?|dev|held-out|wrong|generated|new|unseen"
    r"|first|last|same|different|random|single|batch(?:es)?|of|per|percent|and|or|from|with|in|on"
    r"|to|by|times|epochs?|steps?|classes|layers)\b"
)
# Subjects and verbs of a clause whose number counts other data, or how many of them somebody saw.
_OF_OTHER_DATA = re.compile(
    r"\b(?:(?:test(?:ing)?|val(?:idation)?|eval(?:uation)?|dev|hold-?out|held-out)[ -]"
    r"(?:set|data|split|fold|part|images?|samples?)|(?:tested|evaluated|validated|evaluating"
    r"|testing|validating) (?:it |this |the model |them )?(?:on|with)|look(?:ed|s|ing)? at"
    r"|show(?:s|ed|n|ing)?|plot(?:s|ted|ting)?|print(?:s|ed|ing)?|display(?:s|ed|ing)?"
    r"|visuali[sz]\w{1,4}|inspect(?:s|ed|ing)?|check(?:s|ed|ing)?|generat(?:e|es|ed|ing)"
    r"|detect(?:s|ed)|predict(?:s|ed)|retriev(?:e|es|ed)|return(?:s|ed)|misclassif\w{1,4})\b"
    r"(?!.*\btrain)"
)
_CLAUSE_ENDS = re.compile(r"[,;:!?\n]|\. |\b(?:and|but) ")
_NEAR = 45  # characters before a number, in which its verb stands
_PRETRAINED = re.compile(r"\b(?:pre-?trained|fine-?tun\w{1,4}|lora|qlora|transfer learning)\b")


@dataclass(frozen=True, slots=True)
class _Count:
    samples: float
    is_of_class: bool


def counts(text: str) -> Iterator[Stated]:
    """Yield what the largest number of samples says; `text` is plain.

    The words stay with the model of words: a count is half of the story.
    """
    found = [*_counted(text), *_named(text)]
    if not found:
        return
    largest = max(found, key=lambda count: count.samples)
    band = SAMPLES_OF_CLASS if largest.is_of_class else SAMPLES
    if _PRETRAINED.search(text):
        band = band.scaled(FINE_TUNING)
    strength = min(band.strength(largest.samples), MOST)
    of_class = " per class" if largest.is_of_class else ""
    if strength >= SAID:
        told = f"You state {largest.samples:g} training samples{of_class}."
        yield Stated(SMALL, strength, told, ())


def _counted(text: str) -> Iterator[_Count]:
    for match in _COUNTED.finditer(text):
        between = match["between"]
        if _is_of_other_data(match, text) or _NOT_TRAINING.search(between):
            continue
        behind = _behind(match, text)
        is_of_class = _PER_CLASS.match(behind) is not None
        is_said = _LABELED.search(between) or _FOR_TRAINING.match(behind)
        is_had = _HAVING.search(_before(match, text))
        samples = large_number(match["count"], match["unit"])
        if samples and (is_said or is_had or is_of_class):
            yield _Count(samples, is_of_class)


def _named(text: str) -> Iterator[_Count]:
    for match in _NAMED.finditer(text):
        samples = large_number(match["count"], match["unit"])
        if samples and not _is_of_other_data(match, text):
            yield _Count(samples, is_of_class=False)


def _is_of_other_data(
    match: re.Match[str],
    text: str,
) -> bool:
    behind = _behind(match, text)
    if _OTHERWISE.match(behind) and not _PER_CLASS.match(behind):
        return True
    clause = _CLAUSE_ENDS.split(_before(match, text))[-1]
    return _OF_OTHER_DATA.search(clause) is not None


def _before(
    match: re.Match[str],
    text: str,
) -> str:
    return text[max(match.start() - _NEAR, 0) : match.start()]


def _behind(
    match: re.Match[str],
    text: str,
) -> str:
    return text[match.end() : match.end() + _NEAR]
