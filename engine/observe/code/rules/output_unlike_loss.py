"""The last layer gives what the loss does not expect: probabilities, logits, a single unit."""

from __future__ import annotations

from ast import Call, expr
from collections.abc import Iterator

from engine.observe.code.outputs import (
    activation_of,
    is_softmax,
    keras_layers,
    last_call,
    loss_calls,
    returned_by_class,
)
from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, receiver
from engine.read.code.values import text_of

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html"
_CATEGORICAL = frozenset(
    {
        "categorical_crossentropy", "sparse_categorical_crossentropy", "categoricalcrossentropy",
        "sparsecategoricalcrossentropy",
    }
)  # fmt: skip
_BINARY = frozenset({"binary_crossentropy", "binarycrossentropy"})
_DENSE = "Dense"
_LINEAR = ("", "linear")
_NLL = "The loss expects logarithms of probabilities and gets a softmax without the logarithm."
_LOGITS = "The loss expects probabilities and gets values that no sigmoid has passed."
_RAW = "The last layer has no activation, and the loss expects probabilities."
_RELU = "The outputs pass through a ReLU before the loss, which cannot tell scores below zero."
_ONE = "A softmax over one unit is always 1, so the model can learn nothing."
_SIGMOIDS = "The outputs are sigmoids of their own, and the loss expects one softmax over them."


def find(code: Code) -> Iterator[Found]:
    found = [*_torch(code)]
    yield from found
    if not found:
        yield from _by_class(code)
    yield from _keras(code)
    yield from _softmax_of_one(code)


def _torch(code: Code) -> Iterator[Found]:
    for call, prediction in loss_calls(code, "NLLLoss", "nll_loss"):
        if is_softmax(last_call(code, prediction)):
            yield Found(call, _NLL)
    for call, prediction in loss_calls(code, "BCELoss", "binary_cross_entropy"):
        if called(last_call(code, prediction)) == "Linear":
            yield Found(call, _LOGITS)
    for call, prediction in loss_calls(code, "CrossEntropyLoss", "cross_entropy"):
        if called(last_call(code, prediction)) in ("ReLU", "relu"):
            yield Found(
                call,
                _RELU,
                LIKELY,
            )


def _by_class(code: Code) -> Iterator[Found]:
    """The only network of a fragment ends in a softmax, and the only loss is NLLLoss."""
    names = code.names
    if "CrossEntropyLoss" in names or not names.isdisjoint({"log", "LogSoftmax", "log_softmax"}):
        return
    layers = list(code.calls_of("Softmax"))
    classes = code.classes.values()
    outputs = [last_call(code, returned_by_class(code, cls)) for cls in classes]
    is_last = any(map(is_softmax, outputs)) or (bool(layers) and not classes)
    if not is_last:
        return
    for call in code.calls_of("NLLLoss", "nll_loss"):
        yield Found(
            call,
            _NLL,
            LIKELY,
        )
        return


def _keras(code: Code) -> Iterator[Found]:
    for call in code.calls_of("compile"):
        layers = keras_layers(code, receiver(call))
        if not layers or called(layers[-1]) not in (_DENSE, "Activation"):
            continue
        sentence = _mismatch(code, layers[-1], _loss_name(code, argument(call, "loss", 1)))
        if sentence:
            yield Found(
                call,
                sentence,
            )


def _mismatch(
    code: Code,
    layer: Call,
    loss: str,
) -> str:
    activation = activation_of(layer)
    units = code.number(argument(layer, "units", 0))
    is_dense = called(layer) == _DENSE
    if loss in _CATEGORICAL | _BINARY and is_dense and activation in _LINEAR:
        return _RAW
    if loss in _CATEGORICAL and activation == "sigmoid" and units != 1:
        return _SIGMOIDS
    if loss in _CATEGORICAL | _BINARY and activation == "relu":
        return _RELU
    return ""


def _loss_name(
    code: Code,
    node: expr | None,
) -> str:
    """Return the name of a Keras loss that takes probabilities; empty with `from_logits`."""
    node = code.resolved(node)
    name = text_of(node)
    if isinstance(node, Call) and argument(node, "from_logits", 0) is None:
        name = called(node)
    return name.lower()


def _softmax_of_one(code: Code) -> Iterator[Found]:
    for call in code.calls_of(_DENSE):
        units = code.number(argument(call, "units", 0))
        if units == 1 and activation_of(call) == "softmax":
            yield Found(
                call,
                _ONE,
            )


RULE = Rule("output-unlike-loss", "wrong-loss-function", find)
