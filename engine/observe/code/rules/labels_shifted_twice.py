"""Labels are shifted by one for a language model that shifts them itself."""

from __future__ import annotations

from ast import Attribute, Call, Slice, Subscript, Tuple, UnaryOp, USub, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, literal

SOURCE = "https://huggingface.co/docs/transformers/model_doc/gpt2"
_MODELS = ("CausalLM", "LMHeadModel", "DoubleHeadsModel")
_SENTENCE = (
    "The model shifts the labels itself, so labels that are shifted before train it on the token "
    "after the next."
)


def find(code: Code) -> Iterator[Found]:
    certainty = _certainty(code)
    if certainty == 0:
        return
    for call in code.calls:
        labels = argument(call, "labels")
        inputs = argument(
            call,
            "input_ids",
            0,
        )
        if labels is None or inputs is None:
            continue
        if _cut(code, labels) == "first" and _cut(code, inputs) == "last":
            yield Found(
                call,
                _SENTENCE,
                certainty,
            )


def _certainty(code: Code) -> float:
    """Return how surely a model of Transformers is trained; 0 where a class is its own."""
    if any(name.endswith(_MODELS) for name in code.names):
        return SURE
    has_own = bool(code.classes) or "cross_entropy" in code.names
    return 0.0 if has_own else LIKELY


def _cut(
    code: Code,
    node: expr,
) -> str:
    """Return which end of each row is cut off: first for `x[:, 1:]`, last for `x[:, :-1]`."""
    value = code.resolved(node)
    while isinstance(value, Call) and isinstance(value.func, Attribute):
        value = code.resolved(value.func.value)
    if not isinstance(value, Subscript):
        return ""
    index = value.slice
    last = index.elts[-1] if isinstance(index, Tuple) and index.elts else index
    if not isinstance(last, Slice):
        return ""
    if last.upper is None and literal(last.lower) == 1:
        return "first"
    return "last" if last.lower is None and _is_minus_one(last.upper) else ""


def _is_minus_one(node: expr | None) -> bool:
    if not isinstance(node, UnaryOp) or not isinstance(node.op, USub):
        return False
    return literal(node.operand) == 1


RULE = Rule(
    "labels-shifted-twice",
    "inputs-labels-misaligned",
    find,
)
