"""Meaning of a number by the text in front of it: a metric, an epoch, a step, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from engine.names import normalized
from engine.read.parts.names import HOUSEKEEPING, SPLITS, Names, split_in

# A total follows a slash, 10 in 3/10; a bracket opens right in front of 10 in Epoch: [3][10/100].
Kind = Literal["metric", "epoch", "step", "total", "bracket", "nothing"]

_WORD = re.compile(r"[A-Za-z_][\w/.@\-]*", re.ASCII)
_BRACKETS_ONLY = re.compile(r"[\s\]\[(,:]*\[[\s]*")
_SPLIT_IN_BRACKETS = re.compile(r"\((train|val|valid|test)\)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<=valid)_\d$|(?<=validation)_\d$")  # LightGBM's valid_1
_EPOCH_WORDS = frozenset({"epoch", "ep"})
_STEP_WORDS = frozenset(
    {
        "step", "iter", "iteration", "it", "batch", "global_step", "update", "num_updates",
        "minibatch",
    }
)  # fmt: skip
_SHORT = {
    **dict.fromkeys(("grad", "gnorm", "gradnorm"), "grad_norm"),
    **dict.fromkeys(("logloss", "mlogloss", "binary_logloss", "multi_logloss"), "loss"),
    "learning": "lr",
    "acc@1": "accuracy",
}
# Quantities that a bare name behind `val` means for validation: val loss 0.4 acc 0.9
_SHARED = frozenset(
    {"loss", "accuracy", "acc", "error", "perplexity", "ppl", "f1", "auc", "r2", "mae", "mse"}
)
# Words between a name and its number: loss is 0.4, accuracy of 0.9
_JOINTS = frozenset({"of", "is", "was", "to", "at", "the", "about", "equals"})
MAX_REMEMBERED = 20_000
_LEAD_CHARACTERS = 200
_LEAD_WORDS = 5
_PHRASE_WORDS = 3
_OWN_NAME_WORDS = 2


class Meaning(NamedTuple):
    """Meaning of a number; `split` is in force until another split is named."""

    kind: Kind
    name: str = ""
    split: str = ""


NOTHING = Meaning("nothing")


class _Split(NamedTuple):
    """Split of a number; `is_named` if its own lead names it, not an earlier one."""

    name: str
    is_named: bool


class Meanings:
    """Works out the meaning of each lead once: leads repeat from line to line."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._remembered: dict[tuple[str, str], Meaning] = {}

    def of(
        self,
        lead: str,
        split: str,
    ) -> Meaning:
        """Return the meaning of a number behind `lead`, after a number of `split`."""
        meaning = self._remembered.get((lead, split))
        if meaning is None:
            meaning = meaning_of(
                lead,
                split,
                self.names,
            )
            if len(self._remembered) < MAX_REMEMBERED:
                self._remembered[lead, split] = meaning
        return meaning


def meaning_of(
    lead: str,
    split: str,
    names: Names,
) -> Meaning:
    words = _words(lead)
    if not words or words == ["of"]:
        return Meaning(_kind_of_signs(lead, words), split=split)
    while len(words) > 1 and words[-1] in _JOINTS:
        words.pop()
    own_split = split_in(reversed(words))
    last = words[-1]
    if last in _EPOCH_WORDS:
        return Meaning("epoch", split=own_split)
    if last in HOUSEKEEPING:
        return Meaning("nothing", split=own_split or split)
    if last in _STEP_WORDS:
        return Meaning("step", split=own_split or split)
    quantity = [word for word in words if word not in SPLITS]
    return _metric(
        quantity,
        _Split(own_split or split, bool(own_split)),
        names,
    )


def _words(lead: str) -> list[str]:
    """Return the last few words of a lead, with the splits in round brackets first.

    LightGBM's `valid_1's` is `valid`.
    """
    end = lead[-_LEAD_CHARACTERS:]
    text = _SPLIT_IN_BRACKETS.sub("", end).replace("'s ", " ")
    words = [_plain_word(word) for word in _WORD.findall(text)]
    splits = [split.lower() for split in _SPLIT_IN_BRACKETS.findall(end)]
    return [*splits, *words[-_LEAD_WORDS:]]


def _plain_word(word: str) -> str:
    word = word.lower().rstrip(".-/")
    return _NUMBERED.sub("", word)


def _kind_of_signs(
    lead: str,
    words: list[str],
) -> Kind:
    if words or lead.strip() == "/":
        return "total"
    return "bracket" if _BRACKETS_ONLY.fullmatch(lead) else "nothing"


def _metric(
    words: list[str],
    split: _Split,
    names: Names,
) -> Meaning:
    """Return the metric that the words without their split name."""
    if not words:  # `train 0.9 | val 0.8`: a quantity without a name is the loss
        loss = f"{split.name}_loss"
        return Meaning(
            "metric",
            names.canonical(loss) or loss,
            split.name,
        )
    is_shared = split.is_named or words[-1] in _SHARED
    for phrase in _phrases(words):
        in_split = _name_in_split(
            phrase,
            split.name,
            names,
        )
        if in_split and (is_shared or phrase in _SHARED):
            return Meaning(
                "metric",
                in_split,
                split.name,
            )
        name = names.canonical(phrase)
        if name and not _contradicts(name, split):
            return Meaning(
                "metric",
                name,
                _split_of(name, split.name),
            )
    return _unknown_metric(words, split)


def _phrases(words: list[str]) -> Iterator[str]:
    """Yield the last three words joined, then the last two, then the last."""
    for start in range(max(0, len(words) - _PHRASE_WORDS), len(words)):
        phrase = "_".join(words[start:])
        yield _SHORT.get(phrase, phrase)


def _name_in_split(
    phrase: str,
    split: str,
    names: Names,
) -> str | None:
    if not split or not phrase.isidentifier():
        return None
    return names.canonical(f"{split}_{phrase}")


def _contradicts(
    name: str,
    split: _Split,
) -> bool:
    """Return whether the name is one of training though another split is named."""
    return split.is_named and split.name != "train" and name.startswith("train_")


def _split_of(
    name: str,
    split: str,
) -> str:
    """Return the split for the bare names behind: `val_loss: 0.4 - acc: 0.9` is all validation."""
    first, underscore, _ = name.partition("_")
    return SPLITS.get(first, split) if underscore else split


def _unknown_metric(
    words: list[str],
    split: _Split,
) -> Meaning:
    name = normalized("_".join(words[-_OWN_NAME_WORDS:]))
    if not name:
        return NOTHING
    if split.is_named:
        name = f"{split.name}_{name}"
    return Meaning(
        "metric",
        name,
        split.name,
    )
