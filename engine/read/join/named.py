"""Curves of one input under canonical names: what each name means at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import (
    dataclass,
    replace,
)
from functools import lru_cache
from pathlib import PurePosixPath

import numpy as np

from engine.names import MAX_NAME, normalized
from engine.read.inputs import Curve
from engine.read.log.phrases import TERMS, TOTALS
from engine.read.metric_names.quantities import QUANTITIES
from engine.read.metric_names.resolve import Resolved, Resolver
from engine.read.metric_names.words import SPLIT_WORDS, words_of
from engine.read.parts.names import AXIS_NAMES, HOUSEKEEPING

_SCORES_OF_TRAINING = frozenset(
    {"accuracy", "error", "f1", "auc", "r2", "mae", "mse", "rmse", "perplexity"}
)
_LOGS = frozenset({".log", ".txt", ".out", ".err", ".ipynb", ".md", ".py"})
_NUMBERED_FROM = (0, 1)
_LOG_LEVELS = (10, 20, 30, 40, 50, 60)  # trace or debug, info, warning, error, fatal
_SHORT_TRAINING = frozenset({"t_loss", "tloss"})
_SHORT_VALIDATION = frozenset({"v_loss", "vloss"})
_HELD_OUT = frozenset({"val", "test"})
# Words of files and folders that hold more than one split.
_NO_SPLIT_WORDS = frozenset({"log", "logs", "output", "py", "script", "run"})
_NO_SPLIT_FOLDERS = frozenset({"dev", "eval", "learn", "training", "test", "tests", "evaluation"})


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A curve and what its name means."""

    curve: Curve
    meaning: Resolved

    @property
    def name(self) -> str:
        return self.meaning.name

    @property
    def spelling(self) -> str:
        """Return the curve's own name in small letters."""
        return self.curve.name.lower()

    def __len__(self) -> int:
        return len(self.curve)

    def with_split(self, split: str) -> Named:
        meaning = replace(self.meaning, split=split)
        return Named(self.curve, meaning)


def split_of_path(path: str) -> str:
    """Return the split that a file's name or the nearest of its folders says, empty without one.

    A file that names two splits (`train_val.csv`) says none, and a log of training holds
    evaluations as well. Folders count where they are a split
    and nothing else; `dev` and `test` of a path above them are often something else.
    """
    return _known_split(path) if len(path) <= MAX_NAME else _said_split(path)


def _said_split(path: str) -> str:
    slashed = path.replace("\\", "/")
    pure = PurePosixPath(slashed)
    is_log = pure.suffix.lower() in _LOGS
    stem = pure.name.partition(".")[0]
    own = _splits(stem)
    if own:
        is_log_of_training = is_log and own == {"train"}
        if is_log_of_training or len(own) > 1:
            return ""
        return own.pop()
    if is_log:
        return ""
    folders = pure.parts[-2::-1]
    for place, folder in enumerate(folders):
        splits = _splits(folder)
        is_near = place == 0 or folder.lower() not in _NO_SPLIT_FOLDERS
        if is_near and len(splits) == 1:
            return splits.pop()
    return ""


_known_split = lru_cache(maxsize=1024)(_said_split)  # it outlives the request: short paths only


def _splits(text: str) -> set[str]:
    """Return the splits of a name that says nothing but a split, a metric and a number."""
    words = words_of(text)
    if not _NO_SPLIT_WORDS.isdisjoint(words):
        return set()
    return {SPLIT_WORDS[word] for word in words if word in SPLIT_WORDS}


def named_curves(
    curves: Iterable[Curve],
    resolver: Resolver,
    path: str,
) -> list[Named]:
    """Return the curves with what their names mean, those on an axis and clocks left out."""
    place = split_of_path(path)
    found = []
    for curve in curves:
        if len(curve) == 0 or _is_no_curve(curve.name) or _is_of_logger(curve):
            continue
        split = curve.split or place
        meaning = resolver.resolve(curve.name, split)
        if curve.grain == "step":
            meaning = replace(meaning, grain="step")
        elif curve.grain == "best":
            meaning = replace(meaning, grain="best")
        named = Named(curve, meaning)
        found.append(named)
    found = _with_short_splits(found, resolver)
    found = _with_terms(found)
    found = _with_numbered_sets(found)
    return _with_unsaid_splits(found)


def _is_no_curve(name: str) -> bool:
    plain = normalized(name)
    return plain in AXIS_NAMES or plain in HOUSEKEEPING


def _is_of_logger(curve: Curve) -> bool:
    """Say whether a curve is the level of log records, which some loggers write as a number."""
    if normalized(curve.name) != "level":
        return False
    return bool(np.isin(curve.y, _LOG_LEVELS).all())


def _with_short_splits(
    found: list[Named],
    resolver: Resolver,
) -> list[Named]:
    """Take v_loss for the validation loss where t_loss stands beside it: alone it is a value's."""
    spellings = {each.spelling for each in found}
    if _SHORT_TRAINING.isdisjoint(spellings):
        return found
    result = []
    for each in found:
        if each.spelling in _SHORT_VALIDATION:
            meaning = resolver.resolve("val_loss")
            each = Named(each.curve, meaning)
        result.append(each)
    return result


def _with_terms(found: list[Named]) -> list[Named]:
    """Take bare terms (box, obj, cls) that stand beside each other for parts of a loss, and `all`
    or `total` beside them for the loss.
    """
    terms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in found:
        if each.spelling in TERMS:
            row = _row_of(each)
            terms[row].add(each.spelling)
    result = []
    for each in found:
        beside = terms[_row_of(each)]
        if len(beside) > 1:
            each = _as_loss(each)
        result.append(each)
    return result


def _row_of(each: Named) -> tuple[str, str]:
    return each.curve.group, each.meaning.split


def _as_loss(each: Named) -> Named:
    """Take a bare term for a part of the loss, and a total for the loss."""
    name = each.spelling
    if name in TERMS:
        part = name
    elif name in TOTALS:
        part = ""
    else:
        return each
    meaning = Resolved(
        "loss",
        each.meaning.split,
        "train",
        part,
        quantity=QUANTITIES["loss"],
    )
    return Named(each.curve, meaning)


def _with_numbered_sets(found: list[Named]) -> list[Named]:
    """Take the first of two numbered sets (validation_0, validation_1) for training.

    So the boosting libraries number the sets that they are given, and the first is usually that of
    training.
    """
    numbers: dict[str, set[int]] = defaultdict(set)
    trained: set[str] = set()
    for each in found:
        meaning = each.meaning
        if meaning.split == "train":
            trained.add(meaning.stem)
        elif meaning.number >= 0:
            numbers[meaning.stem].add(meaning.number)
    result = []
    for each in found:
        meaning = each.meaning
        is_first = meaning.number == 0 and meaning.split != "train"
        are_numbered = numbers[meaning.stem].issuperset(_NUMBERED_FROM)
        if is_first and are_numbered and meaning.stem not in trained:
            each = each.with_split("train")
        result.append(each)
    return result


def _with_unsaid_splits(found: list[Named]) -> list[Named]:
    """Give a bare score the split of its row: validation where the row has a validation loss and
    no score of training, as the tables of fastai and of the Trainer have it.
    """
    rows: dict[str, list[Named]] = defaultdict(list)
    for each in found:
        group = each.curve.group
        rows[group].append(each)
    result = []
    for each in found:
        if _is_bare_score(each.meaning):
            row = rows[each.curve.group]
            if not any(map(_is_loss, row)):
                row = found  # its line has no loss: the whole log tells
            split = _split_of_row(each, row)
            if split:
                each = each.with_split(split)
        result.append(each)
    return result


def _is_bare_score(meaning: Resolved) -> bool:
    """Return whether a score says no split, so that it would be one of training."""
    if meaning.split or meaning.unsaid != "train":
        return False
    return meaning.stem in _SCORES_OF_TRAINING


def _is_loss(each: Named) -> bool:
    return each.meaning.stem == "loss"


def _split_of_row(
    bare: Named,
    row: list[Named],
) -> str:
    """Return val or test if the row has a loss of it beside the bare score, and no other score."""
    held_out = ""
    for each in row:
        meaning = each.meaning
        is_same_score = meaning.stem == bare.meaning.stem
        if is_same_score and meaning.split:
            return ""
        if held_out or meaning.split not in _HELD_OUT:
            continue
        if _is_as_long(each, bare):
            held_out = meaning.split
    return held_out


def _is_as_long(
    one: Named,
    other: Named,
) -> bool:
    """Return whether neither curve has twice the points of the other."""
    return 2 * len(one) > len(other) and 2 * len(other) > len(one)
