"""Windows or lags of a time series are split at random: neighbors in time stand on both sides."""

from __future__ import annotations

from ast import AST, Attribute, BinOp, Call, For, Mult, Name, Slice, Subscript, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, POSSIBLE, Found, Rule
from engine.observe.code.tables import random_splits
from engine.observe.code.training import name_words
from engine.read.code.code import Code
from engine.read.code.names import argument, called, is_false, is_true, receiver
from engine.read.code.program import Loop, calls_in, descendants
from engine.read.code.values import text_of

SOURCE = "https://scikit-learn.org/stable/modules/cross_validation.html"
_LAGS = ("shift", "rolling", "ewm", "expanding", "pct_change", "diff")
_TIMES = frozenset({"date", "datetime", "time", "timestamp", "day", "hour", "month", "year"})
_SENTENCE = (
    "The rows are a time series and are split at random, so held-out rows have training rows right "
    "beside them in time."
)


def find(code: Code) -> Iterator[Found]:
    splits = [*random_splits(code), *_random_folds(code)]
    if not splits:
        return
    certainty = _certainty(code)
    if certainty > 0:
        for call in splits:
            if argument(call, "stratify") is None:
                yield Found(
                    call,
                    _SENTENCE,
                    certainty,
                )


def _random_folds(code: Code) -> Iterator[Call]:
    for call in code.calls_of("KFold"):
        if is_true(argument(call, "shuffle")):
            yield call


def _certainty(code: Code) -> float:
    """Return how surely the rows follow each other in time; 0 without a sign of it."""
    if any(map(_is_window, _loops_with_append(code))):
        return LIKELY
    has_lags = any(_is_lag(call) for call in code.calls_of(*_LAGS))
    has_times = _has_times(code)
    if has_lags and has_times:
        return LIKELY
    if any(called(call) in ("shift", "rolling") and _is_lag(call) for call in code.calls):
        return LIKELY
    return POSSIBLE if has_times and _is_ordered(code) else 0.0


def _loops_with_append(code: Code) -> Iterator[Loop]:
    for call in code.calls_of("append"):
        loops = code.loops(call)
        if loops:
            yield loops[0]


def _is_window(loop: Loop) -> bool:
    """Return whether a loop collects overlapping windows: `x.append(data[i - 60 : i])`."""
    if not isinstance(loop, For) or not isinstance(loop.target, Name):
        return False
    if called(loop.iter) != "range" or not isinstance(loop.iter, Call):
        return False
    if len(loop.iter.args) > 2:
        return False
    for node in descendants(loop):
        if isinstance(node, Slice) and node.lower is not None and node.upper is not None:
            bounds = (node.lower, node.upper)
            counts = [
                _reads(
                    bound,
                    loop.target.id,
                )
                for bound in bounds
            ]
            if all(counts) and any(isinstance(bound, BinOp) for bound in bounds):
                return not _is_product(node.lower)
    return False


def _is_product(node: expr) -> bool:
    """Return whether windows lie side by side: `data[i * size : (i + 1) * size]`."""
    return isinstance(node, BinOp) and isinstance(node.op, Mult)


def _reads(
    node: AST,
    name: str,
) -> bool:
    return any(isinstance(each, Name) and each.id == name for each in descendants(node))


def _is_lag(call: Call) -> bool:
    """Return whether a call looks at earlier rows of a column: `df["load"].shift(1)`."""
    return isinstance(
        receiver(call),
        Subscript | Attribute | Call,
    )


def _has_times(code: Code) -> bool:
    if any(True for _ in code.calls_of("to_datetime", "date_range")):
        return True
    for call in code.calls_of(
        "read_csv",
        "read_parquet",
    ):
        dates = argument(
            call,
            "parse_dates",
        )
        if dates is not None and not is_false(dates):
            return True
    return False


def _is_ordered(code: Code) -> bool:
    """Return whether the rows are put in order of time, or have time as their index."""
    for call in code.calls_of(
        "sort_values",
        "set_index",
        "resample",
        "asfreq",
    ):
        texts = [text_of(each) for each in descendants(call) if isinstance(each, expr)]
        words = {word for text in texts for word in name_words(Name(text.lower()))}
        if words & _TIMES or called(call) == "asfreq":
            return True
    return any(True for call in code.calls if any(calls_in(call, "asfreq")))


RULE = Rule(
    "random-split-of-time",
    "temporal-leakage",
    find,
)
