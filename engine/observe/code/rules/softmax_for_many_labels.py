"""Each output is compared with a threshold of its own, and trained as one choice among all."""

from __future__ import annotations

from ast import Call, Compare, Gt, GtE, expr
from collections.abc import Iterator

from engine.observe.code.outputs import activation_of, is_softmax, keras_layers, last_call
from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, dotted, literal, receiver
from engine.read.code.values import text_of

_HALF = (0.5, 0.4, 0.6, 0.3, 0.7)
_CHOICE = ("CrossEntropyLoss", "cross_entropy")
_MANY = frozenset({"MultiLabelBinarizer", "multilabel_confusion_matrix", "hamming_loss"})
_THRESHOLD = (
    "Several labels can be right at once, and a softmax shares one unit of probability among them."
)


def find(code: Code) -> Iterator[Found]:
    yield from _compared(code)
    yield from _keras(code)


def _compared(code: Code) -> Iterator[Found]:
    """All outputs of a softmax are held against one threshold."""
    if code.names.isdisjoint(_CHOICE):
        return
    for node in code.of(Compare):
        if len(node.ops) == 1:
            is_above = isinstance(node.ops[0], Gt | GtE)
            is_level = literal(node.comparators[0]) in _HALF
            if is_above and is_level and _is_softmax_of_all(code, node.left):
                yield Found(
                    node,
                    _THRESHOLD,
                    LIKELY,
                )


def _is_softmax_of_all(
    code: Code,
    node: expr,
) -> bool:
    """Return whether the values are a whole softmax, and not a column or the largest of it."""
    value = code.resolved(node)
    if not isinstance(value, Call):
        return False
    return is_softmax(last_call(code, value)) or is_softmax(_layer(code, value))


def _layer(
    code: Code,
    call: Call,
) -> expr | None:
    """Return the layer behind a call: `nn.Softmax(dim=1)` of `probabilities(x)`."""
    return code.resolved(call.func) if dotted(call.func) else call.func


def _keras(code: Code) -> Iterator[Found]:
    """Labels of a MultiLabelBinarizer, and a stack that ends in a softmax."""
    if code.names.isdisjoint(_MANY):
        return
    for call in code.calls_of("compile"):
        layers = keras_layers(code, receiver(call))
        loss = text_of(argument(call, "loss", 1))
        is_softmax_last = bool(layers) and activation_of(layers[-1]) == "softmax"
        if is_softmax_last and loss.startswith("categorical"):
            yield Found(
                call,
                _THRESHOLD,
                LIKELY,
            )


RULE = Rule("softmax-for-many-labels", "wrong-loss-function", find)
