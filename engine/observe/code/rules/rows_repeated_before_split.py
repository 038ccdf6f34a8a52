"""Rows are repeated or made up, and then split at random: copies stand on both sides."""

from __future__ import annotations

from ast import Attribute, Call, Name, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.tables import both_sides, makers, random_splits
from engine.observe.code.training import TRAINING
from engine.read.code.code import Code
from engine.read.code.names import argument, called, is_false, root, words
from engine.read.code.program import calls_in

SOURCE = "https://imbalanced-learn.org/stable/common_pitfalls.html"
_RESAMPLING = frozenset({"fit_resample", "fit_sample"})
_JOINING = frozenset({"concat", "concatenate", "vstack"})
_WORDS = frozenset({"oversample", "oversampled", "upsample", "upsampled", "smote"})
_SENTENCE = (
    "Rows of the small class are repeated before the split, so copies of one row stand in both "
    "training and held-out rows."
)


def find(code: Code) -> Iterator[Found]:
    for call in random_splits(code):
        for given in call.args:
            made = _resampled(code, given)
            if made is not None:
                yield Found(
                    made,
                    _SENTENCE,
                    SURE,
                )
                break
    for name, cut in both_sides(code):
        made = _resampled(code, cut.value)
        if made is not None and name:
            yield Found(
                made,
                _SENTENCE,
                LIKELY,
            )


def _resampled(
    code: Code,
    node: expr,
) -> Call | None:
    for maker in makers(code, node):
        for call in _calls_of_rows(code, maker):
            if _is_resampling(code, call):
                return call
    return None


def _calls_of_rows(
    code: Code,
    maker: expr,
) -> Iterator[Call]:
    """Yield the call that makes the rows, and those behind the list that `concat` joins."""
    if not isinstance(maker, Call):
        return
    yield maker
    if called(maker) not in _JOINING or not maker.args:
        return
    yield from calls_in(maker.args[0])
    for part in getattr(maker.args[0], "elts", []):
        made = code.resolved(part)
        if isinstance(part, Name) and isinstance(made, Call):
            yield made


def _is_resampling(
    code: Code,
    call: Call,
) -> bool:
    if any(words(root(given)) & TRAINING for given in call.args):
        return False
    if called(call) in _RESAMPLING:
        return not _is_under_sampler(code, call)
    if called(call) == "resample":
        return not is_false(argument(call, "replace")) and "n_samples" in _keywords(call)
    return bool(words(called(call)) & _WORDS)


def _is_under_sampler(
    code: Code,
    call: Call,
) -> bool:
    """Return whether rows are only dropped."""
    target = call.func.value if isinstance(call.func, Attribute) else None
    made = called(code.resolved(target))
    return "under" in made.lower() or made in ("NearMiss", "TomekLinks", "EditedNearestNeighbours")


def _keywords(call: Call) -> set[str]:
    return {keyword.arg or "" for keyword in call.keywords}


RULE = Rule("rows-repeated-before-split", "oversampling-before-split", find)
