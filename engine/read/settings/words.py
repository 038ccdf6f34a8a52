"""Settings that people state in a sentence: "lr 3e-4, batch size 32, AdamW, fp16".

Only clear pairs of a name and a number count. A range, a list of tried values or a wish ("a lower
learning rate of 1e-5 does not help") says nothing about the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from engine.read.settings.commands import (
    command_of,
    may_be_command,
)
from engine.read.settings.quantities import number_in_words
from engine.read.settings.wording import pairs_of_line

MAX_WORDS = 20_000  # characters of a description that are looked at
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})(?:[eE][-+]?\d{1,3})?"
    r"(?: ?[kKMB](?![A-Za-z]))?"
)
# Canonical name -> words for it in a sentence.
_NAMES = {
    "learning_rate": r"(?:(?:initial|base|peak|max|constant) )?"
    r"(?:learning[- ]?rate|lr)(?: \(lr\))?",
    "batch_size": r"(?:(?:train(?:ing)?|mini) ?)?(?:batch[-_ ]?size|bs|minibatch(?: size)?)"
    r"(?: per (?:gpu|device))?",
    "weight_decay": r"(?:weight[-_ ]?decay|wd)",
    "dropout": r"(?:dropout(?: (?:rate|p|probability))?)",
    "momentum": r"momentum",
    "label_smoothing": r"label[-_ ]?smoothing",
    "gradient_clip": r"(?:(?:grad(?:ient)?[-_ ]?)?(?:norm )?clip(?:ping)?"
    r"(?:[- _]norm)?(?: value)?)",
    "accumulation_steps": r"(?:grad(?:ient)?[-_ ]?accum(?:ulation)?(?:[-_ ]steps)?)",
    "warmup_steps": r"warm-?up steps",
    "sequence_length": r"(?:(?:max )?seq(?:uence)?[-_ ]?len(?:gth)?|context length|block size)",
    "seed": r"(?:random )?seed",
    "vocab_size": r"vocab(?:ulary)?[-_ ]?size",
}
# Counted nouns: the number stands in front.
_COUNTED = {
    "epochs": r"epochs",
    "n_classes": r"(?:(?:different|balanced) )?classes",
    "n_workers_distributed": r"(?:[AVH]\d{2,3}s? )?(?:gpus|tpus)",
    "n_train": r"(?:train(?:ing)?) (?:samples|examples|images|sentences|rows)",
    "depth": r"(?:hidden |transformer )?layers",
    "warmup_steps": r"warm-?up steps",
    "accumulation_steps": r"(?:gradient )?accumulation steps",
}
# Canonical name -> letters of which every wording of it holds some.
_HINTS: Mapping[str, tuple[str, ...]] = {
    "learning_rate": ("learning", "lr"),
    "batch_size": ("batch", "bs"),
    "weight_decay": ("decay", "wd"),
    "dropout": ("dropout",),
    "momentum": ("momentum",),
    "label_smoothing": ("smoothing",),
    "gradient_clip": ("clip",),
    "accumulation_steps": ("accum",),
    "warmup_steps": ("warm",),
    "sequence_length": ("seq", "length", "block"),
    "seed": ("seed",),
    "vocab_size": ("vocab",),
    "epochs": ("epochs",),
    "n_classes": ("classes",),
    "n_workers_distributed": ("gpus", "tpus"),
    "n_train": ("train",),
    "depth": ("layers",),
    "optimizer": ("adam", "sgd", "rmsprop", "adagrad", "adafactor", "lion", "lamb", "muon"),
    "precision": ("fp", "bf16", "float"),
}  # fmt: skip
_BLANKS = r"\s{0,8}+"
_LINK = (
    rf"(?:{_BLANKS}[:=]{_BLANKS}"
    rf"|\s{{1,8}}+(?:is|was|of|at|to|with|set to|is set to|=|about|around|~)?{_BLANKS})"
)
# Behind a number that is one of several: 1e-3 to 1e-5, 1e-3, 1e-4 and 1e-5, 16 or 32, 1e-3/1e-4.
_MORE = (
    rf"(?!{_BLANKS}(?:to|or|and|vs\.?|versus|->|-|\u2013|\u2192|/|,|,? ?(?:and|or))"
    rf"{_BLANKS}{_NUMBER}(?![\d.])"
    r"(?! (?:hidden |training |transformer )?(?:epochs|classes|gpus|layers|steps|samples|workers)))"
)
_STATED = {
    name: re.compile(
        rf"(?<![\w-])(?:{words}){_LINK}\(?(?P<number>{_NUMBER}){_MORE}(?!\.{{0,9}}\w)",
        re.IGNORECASE,
    )
    for name, words in _NAMES.items()
}
_BEHIND = {
    name: re.compile(
        rf"(?<![\w./-])(?P<number>{_NUMBER}) (?:{words})(?![\w-])",
        re.IGNORECASE,
    )
    for name, words in _COUNTED.items()
}
_KINDS = {
    "optimizer": re.compile(
        r"(?<![\w-])(adamw|adam|sgd|rmsprop|adagrad|adafactor|lion|lamb|muon)(?![\w-])",
        re.IGNORECASE,
    ),
    "precision": re.compile(r"(?<![\w-])(fp16|bf16|fp32|float16|bfloat16)(?![\w-])", re.IGNORECASE),
}
# In front of a number that was tried, wished or belongs to something else.
_NOT_OF_RUN = re.compile(
    r"\b(?:lower|lowering|lowered|reduc\w*|decreas\w*|increas\w*|rais\w*|smaller|larger|higher|bigger"
    r"|tried|try|trying|instead|chang\w*|switch\w*|previous\w*|before|earlier|should|would|could"
    r"|if|unless|until|after|from|between|different|various|several|without|not|no|than|recommend\w*"
    r"|paper|usually|default|minimum|min|up|down|drop(?:s|ped|ping)?|decay(?:s|ed)? to|epoch \d)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?<=[a-zA-Z)\d])[.;!?](?=\s|$)|\n|\bbut\b|\bwhile\b|\band then\b", re.IGNORECASE
)
_LONGEST_CLAUSE = 400


def settings_in_words(text: str) -> dict[str, object]:
    """Return the settings that a text states; a name with two values is left out."""
    found: dict[str, object] = {}
    doubtful: set[str] = set()
    for name, value in _stated(text[:MAX_WORDS]):
        if found.setdefault(name, value) != value:
            doubtful.add(name)
    return {name: value for name, value in found.items() if name not in doubtful}


def _stated(text: str) -> Iterator[tuple[str, object]]:
    for line in text.splitlines():
        command = command_of(line) if may_be_command(line) else None
        if command is not None:
            yield from command.items()
            continue
        yield from pairs_of_line(line).items()
        for clause in _CLAUSE.split(line):
            yield from _in_clause(clause[:_LONGEST_CLAUSE])


def _in_clause(clause: str) -> Iterator[tuple[str, object]]:
    if "?" in clause or _NOT_OF_RUN.search(clause):
        return
    lowered = clause.lower()
    yield from _numbers(clause, _named_in(lowered, _STATED))
    yield from _numbers(clause, _named_in(lowered, _BEHIND))
    for name, pattern in _named_in(lowered, _KINDS):
        for match in pattern.finditer(clause):
            yield name, match.group(1).lower()


def _named_in(
    lowered: str,
    patterns: Mapping[str, re.Pattern[str]],
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns one of whose words stands in a clause: to look for all takes far longer.

    lowered: the clause in lower case.
    """
    for name, pattern in patterns.items():
        if any(map(lowered.__contains__, _HINTS[name])):
            yield name, pattern


def _numbers(
    clause: str,
    patterns: Iterable[tuple[str, re.Pattern[str]]],
) -> Iterator[tuple[str, object]]:
    for name, pattern in patterns:
        for match in pattern.finditer(clause):
            number = number_in_words(match["number"].replace(" ", ""))
            if number is not None:
                yield name, _scaled(number, clause[match.end() :])


_SCALED = re.compile(r"\s{0,8}+,? ?\(?scaled by (\d{1,6})")


def _scaled(
    number: float,
    rest: str,
) -> float:
    scale = _SCALED.match(rest)
    return number * float(scale.group(1)) if scale else number
