"""Parts of a quantity: the terms of a loss and its total, and the data sets of a score."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np

from engine.read.join.named import Named
from engine.read.metric_names.resolve import Resolved

_LOSS = "loss"
# Terms of losses; other words in front of a validation loss name a data set.
_TERMS = frozenset(
    {"box", "cls", "dfl", "obj", "bbox", "mask", "rpn", "kl", "recon", "aux", "reg", "giou", "ce"}
)
_NUMBERED = frozenset({"lr"})  # lr0, lr1 are groups of one optimizer; accuracy@5 is another score


def without_lonely_parts(curves: dict[str, Named]) -> dict[str, Named]:
    """Name a quantity with one part only, and none without, by the quantity: `eval_my_set_bleu`.

    A score needs a split for that: `covered_accuracy` is another score than the accuracy.
    A number is a rank (accuracy@5) and makes another quantity of it.
    """
    parts: dict[str, list[Named]] = defaultdict(list)
    for each in curves.values():
        if _may_be_lonely(each.meaning):
            whole = _without_part(each)
            parts[whole.name].append(each)
    renamed = dict(curves)
    for name, sharing in parts.items():
        if name in curves:
            continue
        if _are_terms(sharing) or _are_trained(sharing, curves):
            continue
        first = sharing[0]
        del renamed[first.name]
        renamed[name] = _without_part(first)
    return renamed


def _are_trained(
    sharing: list[Named],
    curves: dict[str, Named],
) -> bool:
    """Return whether several parts of held-out data are there for training as well, each under its
    name: the scores of a model with several outputs.
    """
    if len(sharing) < 2:
        return False
    for each in sharing:
        if each.meaning.split in {"train", ""}:
            return False
        if each.with_split("train").name not in curves:
            return False
    return True


def _are_terms(sharing: list[Named]) -> bool:
    """Return whether the parts are terms of one loss."""
    first = sharing[0]
    if len(sharing) < 2:
        return False
    if first.meaning.stem != _LOSS:
        return False
    return not _are_sets(sharing)


def _may_be_lonely(meaning: Resolved) -> bool:
    """Return whether the quantity may be meant where no other part of it is there."""
    if not meaning.part or meaning.quantity is None:
        return False
    if meaning.stem in _NUMBERED:
        return True
    if meaning.part.isdigit():
        return False
    if not meaning.unsaid:
        return False
    if meaning.stem == _LOSS:
        return True
    return meaning.split != ""


def _without_part(named: Named) -> Named:
    whole = replace(named.meaning, part="")
    return Named(named.curve, whole)


def _are_sets(sharing: list[Named]) -> bool:
    """Say whether the parts are data sets: losses of validation of much the same size."""
    split = sharing[0].meaning.split
    if split in {"train", ""}:
        return False
    for each in sharing:
        words = each.meaning.part.split("_")
        if not _TERMS.isdisjoint(words):
            return False
    return True


def with_whole_losses(curves: dict[str, Named]) -> dict[str, Named]:
    """Add the sum of the parts of a loss where the input has no total of its own."""
    parts: dict[str, list[Named]] = defaultdict(list)
    for each in curves.values():
        if _is_term(each.meaning):
            total = _without_part(each)
            parts[total.name].append(each)
    whole = dict(curves)
    for name, sharing in parts.items():
        summed = _sum_of(sharing)
        if summed is not None:
            whole.setdefault(name, summed)
    return whole


def _is_term(meaning: Resolved) -> bool:
    """Return whether a curve is a part of a loss as it ran."""
    if meaning.stem != _LOSS:
        return False
    if meaning.grain == "best":
        return False
    return meaning.part != ""


def _sum_of(sharing: list[Named]) -> Named | None:
    """Return the sum of the parts that have the points of the first."""
    first = sharing[0].curve
    values = []
    for each in sharing:
        curve = each.curve
        if np.array_equal(curve.x, first.x):
            values.append(curve.y)
    if len(values) < 2:
        return None
    total = np.sum(values, axis=0)
    summed = replace(
        first,
        name="sum of the parts",
        y=total,
    )
    named = Named(summed, sharing[0].meaning)
    return _without_part(named)
