"""A scaler or encoder is fitted a second time, on held-out rows, or an index is built twice."""

from __future__ import annotations

from ast import AST, Call, DictComp, Tuple, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.tables import CHOOSERS, ENCODERS, SCALERS, fitted_class
from engine.observe.code.training import is_held_out, is_of_training
from engine.read.code.code import Code
from engine.read.code.names import called, dotted

SOURCE = "https://scikit-learn.org/stable/common_pitfalls.html"
_FITTING = ("fit_transform", "fit_on_texts", "adapt")
_KNOWN = SCALERS | CHOOSERS | ENCODERS | {"Tokenizer", "Normalization", "TextVectorization"}
_AGAIN = (
    "is fitted again on held-out rows, so they are transformed with other numbers than the "
    "training rows."
)
_INDEX = "Two indices of the same items are built in different orders, so one item has two numbers."


def find(code: Code) -> Iterator[Found]:
    fits = [call for call in code.calls_of(*_FITTING) if _is_known(code, call)]
    trained = {
        fitted_class(
            code,
            call,
        )
        for call in _fits_on_training(code)
    }
    for call in fits:
        kind = fitted_class(
            code,
            call,
        )
        if kind in trained and is_held_out(call.args[0]):
            yield Found(
                call,
                f"{kind} {_AGAIN}",
                SURE,
            )
    yield from _two_indices(code)


def _fits_on_training(code: Code) -> Iterator[Call]:
    for call in code.calls_of(
        "fit",
        *_FITTING,
    ):
        if _is_known(code, call) and is_of_training(call.args[0]):
            yield call


def _is_known(
    code: Code,
    call: Call,
) -> bool:
    return bool(call.args) and fitted_class(code, call) in _KNOWN


def _two_indices(code: Code) -> Iterator[Found]:
    """`{item: i for i, item in enumerate(items)}` beside the same with `sorted(items)`."""
    plain: dict[str, AST] = {}
    for node in code.of(DictComp):
        items = _indexed(node)
        name, is_sorted = _name_of(items)
        if not name:
            continue
        other = plain.get(f"{name} {not is_sorted}")
        if other is not None:
            yield Found(
                node,
                _INDEX,
                LIKELY,
            )
        plain[f"{name} {is_sorted}"] = node


def _indexed(node: DictComp) -> expr | None:
    """Return the items that a comprehension numbers; None for any other comprehension."""
    generator = node.generators[0]
    source = generator.iter
    if called(source) != "enumerate" or not isinstance(source, Call) or not source.args:
        return None
    target = generator.target
    if not isinstance(target, Tuple) or dotted(node.value) != dotted(target.elts[0]):
        return None
    return source.args[0]


def _name_of(items: expr | None) -> tuple[str, bool]:
    if called(items) == "sorted" and isinstance(items, Call) and items.args:
        return dotted(items.args[0]), True
    return dotted(items), False


RULE = Rule(
    "fitted-again-on-test",
    "preprocessing-mismatch",
    find,
)
