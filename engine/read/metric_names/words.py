"""Words of a metric's name: `trainAcc`, `val/Acc@1` and `validation_0-mlogloss` in one spelling."""

from __future__ import annotations

import re
from collections.abc import (
    Iterator,
    Mapping,
)
from functools import lru_cache

from engine.names import MAX_NAME
from engine.read.metric_names.tables import rows_of

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_WORD = re.compile(r"[^\W_]+")
# Names whose capitals are no camel case.
_CAPITALS = re.compile(r"m(AP|IoU|AR|PA)|IoU|RMSE|MAE|MSE|L\.r\.|AUC|ROC")
_HEAD_OF_MODEL = re.compile(r"\([A-Z]\)$")  # Ultralytics: mAP50(B) is that of boxes
_RANKED = re.compile(r"(top|acc|prec|err|hits|recall|ndcg|lr|pg)_?(\d{1,4})")
_NUMBERED_SPLIT = re.compile(r"(train|valid|val|validation|test|eval|dev)(\d{1,2})")


def _splits_of(column: str) -> dict[str, str]:
    """Return word -> split of one column of the table of splits."""
    splits: dict[str, str] = {}
    for row in rows_of("splits"):
        words = row[column].split()
        for word in words:
            splits[word] = row["split"]
    return splits


# Every word that says on which data a value was measured.
SPLIT_WORDS: Mapping[str, str] = _splits_of("words")
# Words that a split is glued to: trainloss, Validierungsverlust. The longest is tried first.
_GLUED = sorted(
    _splits_of("glued").items(),
    key=lambda glued: -len(glued[0]),
)
_GLUED_WORDS = tuple(prefix for prefix, _ in _GLUED)
_PLURALS = {
    "losses": "loss", "accuracies": "accuracy", "accs": "acc", "scores": "score", "errors": "error",
    "lrs": "lr", "perplexities": "perplexity", "rewards": "reward", "returns": "return",
    "norms": "norm", "maes": "mae", "f1s": "f1", "rates": "rate",
}  # fmt: skip


def words_of(name: str) -> list[str]:
    """Return the lower-case words of a name, cut at any sign, at camel case and behind a split."""
    return list(_words_of(name[-MAX_NAME:]))


@lru_cache(maxsize=4096)
def _words_of(end: str) -> tuple[str, ...]:
    if end != end.lower():
        plain = _HEAD_OF_MODEL.sub("", end)
        plain = _CAPITALS.sub(_lowered, plain)
        end = _CAMEL.sub(" ", plain)
    found: list[str] = []
    for word in map(str.lower, _WORD.findall(end)):
        if word[-1].isdigit():
            found.extend(_parts(word))
        else:
            found.append(_singular(word))
    return tuple(found)


def _lowered(match: re.Match[str]) -> str:
    lowered = match.group().lower()
    return lowered.replace(".", "")


def _parts(word: str) -> Iterator[str]:
    """Yield the parts of a word that a number is glued to, else the word in the singular."""
    numbered = _NUMBERED_SPLIT.fullmatch(word)
    ranked = numbered or _RANKED.fullmatch(word)
    if ranked:
        yield from ranked.groups()
        return
    yield _singular(word)


def with_loader(words: list[str]) -> list[str]:
    """Return the words of a name without the number of a data loader.

    The first one is the set itself; all others are sets apart: `loader 1`.
    """
    kept = []
    numbers = []
    for word in words:
        if not word.isdecimal():
            kept.append(word)
        elif int(word) > 0:
            numbers.append(word)
    if numbers:
        last = numbers[-1]
        kept += ["loader", last]
    return kept


def _singular(word: str) -> str:
    return _PLURALS.get(word, word)


def may_say_split(word: str) -> bool:
    """Cheap test before a name is taken apart: a split is a word or a letter, or it is glued to a
    quantity.
    """
    return len(word) == 1 or word in SPLIT_WORDS or word.startswith(_GLUED_WORDS)


def unglued(
    word: str,
    spellings: Mapping[str, object],
) -> tuple[str, str] | None:
    """Return split and quantity of a word such as `valloss`; None for any other word."""
    if not word.startswith(_GLUED_WORDS):
        return None
    for prefix, split in _GLUED:
        if not word.startswith(prefix):
            continue
        rest = word.removeprefix(prefix)
        rest = _singular(rest)
        if rest in spellings:
            return split, rest
    return None
