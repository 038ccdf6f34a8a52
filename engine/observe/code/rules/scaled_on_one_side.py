"""Training inputs are scaled, and those of the evaluation are not, or otherwise."""

from __future__ import annotations

from ast import (
    AST,
    Attribute,
    AugAssign,
    BinOp,
    Call,
    Div,
    Name,
    Sub,
    Subscript,
    expr,
)
from collections.abc import Iterator

from engine.observe.code.normalized import normalized_otherwise
from engine.observe.code.outputs import returned
from engine.observe.code.rule import LIKELY, POSSIBLE, SURE, Found, Rule
from engine.observe.code.scored import evaluation_inputs
from engine.observe.code.tables import last_assigned, shape
from engine.observe.code.training import TRAINING, VALIDATION, is_held_out
from engine.read.code.code import Code
from engine.read.code.names import called, receiver, words
from engine.read.code.program import calls_in

_MOST_PARTS = 12  # of parts: x[:9][:3]
_LEAST_SCALE = 2.0  # a division by less hardly scales
_SCALING = frozenset({"transform", "fit_transform", "normalize", "scale", "preprocess_input"})
_RAW = frozenset({"train_test_split", "load_data", "load", "read_csv", "astype", "reshape"})
_USE = frozenset({"inference", "predict", "prediction", "serving", "deploy", "production"})
# Names of inputs, and of what prepares them: two means of losses scale no inputs.
_INPUTS = frozenset(
    {
        "image", "images", "img", "imgs", "pixels", "photo", "photos", "frame", "frames", "inputs",
        "features", "preprocess", "preprocessing", "prepare", "normalize", "scale", "transform",
    }
)  # fmt: skip
_JOINED = str.maketrans(": ", "__")
_UNSCALED = "The model is trained on scaled inputs and gets these as they are."
_NORMALIZE = "The transforms of training and evaluation normalize with different numbers."
_OTHERWISE = "The same inputs are scaled with other numbers for evaluation than for training."


def find(code: Code) -> Iterator[Found]:
    yield from _arrays(code)
    yield from _transforms(code)
    yield from _functions(code)


def _arrays(code: Code) -> Iterator[Found]:
    fits = [call for call in code.calls_of("fit") if call.args]
    for fit in fits:
        if _kind(code, fit.args[0]) != "scaled":
            continue
        for given in evaluation_inputs(code, fit):
            kind = _kind(
                code,
                given,
            )
            is_pair = is_held_out(given) and isinstance(given, Name)
            if is_pair and kind == "raw":
                yield Found(
                    given,
                    _UNSCALED,
                    SURE,
                )
            elif is_pair and kind == "unseen" and not _is_set_elsewhere(code, given):
                yield Found(
                    given,
                    _UNSCALED,
                    POSSIBLE,
                )


def _kind(
    code: Code,
    node: expr,
) -> str:
    """Return whether inputs are scaled, raw, of another making, or never set in the text."""
    if isinstance(node, BinOp):
        return (
            "scaled"
            if _is_scaled_by_number(
                code,
                node,
            )
            else "other"
        )
    if isinstance(node, Call):
        return "scaled" if called(node) in _SCALING else "other"
    if not isinstance(node, Name):
        return "other"
    kinds = set(_kinds_before(code, node))
    if not kinds:
        return "unseen"
    if kinds == {"raw"}:
        return "raw"
    return "scaled" if "scaled" in kinds else "other"


def _kinds_before(
    code: Code,
    node: Name,
) -> Iterator[str]:
    """Yield the kind of each value that a name gets before it is used."""
    key = (code.scope(node), node.id)
    end = code.order[code.statement(node) or node]
    for assigned in code.table.get(key, []):
        if code.order[assigned.statement] < end:
            yield _kind_of_value(
                code,
                assigned.value or assigned.source,
            )
    for statement in code.changes.get(key, []):
        if code.order[statement] < end:
            yield _kind_of_change(
                code,
                statement,
            )


def _kind_of_change(
    code: Code,
    statement: AST,
) -> str:
    if not isinstance(statement, AugAssign):
        return "other"
    number = code.number(statement.value) or 0
    is_division = isinstance(statement.op, Div) and number >= _LEAST_SCALE
    return "scaled" if is_division else "other"


def _kind_of_value(
    code: Code,
    value: expr | None,
) -> str:
    if isinstance(value, BinOp):
        return (
            "scaled"
            if _is_scaled_by_number(
                code,
                value,
            )
            else "other"
        )
    if isinstance(value, Call):
        if called(value) in ("astype", "reshape") and isinstance(receiver(value), BinOp):
            return "other"
        if any(called(call) in _SCALING for call in calls_in(value)):
            return "scaled"
        return "raw" if called(value) in _RAW else "other"
    return (
        _kind_of_part(
            code,
            value,
        )
        if isinstance(value, Subscript)
        else "other"
    )


def _kind_of_part(
    code: Code,
    part: Subscript,
) -> str:
    """Return the kind of what a part is taken from; what the text does not show is as it was."""
    node: expr | None = part
    for _ in range(_MOST_PARTS):
        if not isinstance(node, Subscript):
            break
        whole = node.value
        if isinstance(whole, Name) and code.changes.get((code.scope(whole), whole.id)):
            return "other"
        node = code.resolved(whole)
    if node is None or isinstance(node, Name | Attribute):
        return "raw"
    return (
        "other"
        if isinstance(
            node,
            Subscript,
        )
        else _kind_of_value(
            code,
            node,
        )
    )


def _is_scaled_by_number(
    code: Code,
    node: BinOp,
) -> bool:
    return isinstance(node.op, Div) and (code.number(node.right) or 0) >= _LEAST_SCALE


def _is_set_elsewhere(
    code: Code,
    given: expr,
) -> bool:
    """Return whether the text hides where the inputs come from, or scales in the model."""
    names = code.names
    is_open = code.scope(given) is not None or last_assigned(code, given) is not None
    return is_open or not names.isdisjoint({"Rescaling", "Normalization", "make_pipeline"})


def _transforms(code: Code) -> Iterator[Found]:
    for call in normalized_otherwise(code):
        yield Found(
            call,
            _NORMALIZE,
            SURE,
        )


def _functions(code: Code) -> Iterator[Found]:
    """Two functions scale the same value by different numbers, one for training, one for use."""
    trained: dict[str, str] = {}
    used: dict[str, tuple[str, AST]] = {}
    for name, functions in code.functions.items():
        for function in functions:
            value, numbers = _scaling(
                code,
                returned(function),
            )
            kinds = words(name)
            is_of_inputs = bool(_INPUTS & (kinds | words(value.translate(_JOINED))))
            if not numbers or not is_of_inputs:
                continue
            if kinds & TRAINING:
                trained[value] = numbers
            elif kinds & (VALIDATION | _USE):
                used[value] = (numbers, function)
    for value, (numbers, place) in used.items():
        if value in trained and trained[value] != numbers:
            yield Found(
                place,
                _OTHERWISE,
                LIKELY,
            )


def _scaling(
    code: Code,
    node: expr | None,
) -> tuple[str, str]:
    """Return what is scaled and by which numbers, of `(x - a) / b` and `x / b`."""
    if not isinstance(node, BinOp) or not isinstance(node.op, Div):
        return "", ""
    scale = code.number(node.right)
    if scale is None:
        return "", ""
    inner = node.left
    shift: float | None = 0.0
    if isinstance(inner, BinOp) and isinstance(inner.op, Sub):
        shift = code.number(inner.right)
        inner = inner.left
    made = code.resolved(inner)
    return shape(made or inner), f"{shift} {scale}"


RULE = Rule(
    "scaled-on-one-side",
    "preprocessing-mismatch",
    find,
)
