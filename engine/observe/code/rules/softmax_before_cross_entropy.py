"""A softmax or sigmoid in front of a loss that applies one of its own."""

from __future__ import annotations

from ast import Call
from collections.abc import Iterator

from engine.observe.code.outputs import (
    activation_of,
    is_sigmoid,
    is_softmax,
    keras_layers,
    last_call,
    loss_calls,
    returned_by_class,
)
from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, is_true, literal, receiver

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html"
_LOGIT_LOSSES = ("BCEWithLogitsLoss", "binary_cross_entropy_with_logits")
_TENSORFLOW = ("softmax_cross_entropy_with_logits", "sparse_softmax_cross_entropy_with_logits")
_TENSORFLOW_ALSO = "sigmoid_cross_entropy_with_logits"


def find(code: Code) -> Iterator[Found]:
    found = [*_softmax(code), *_sigmoid(code), *_tensorflow(code), *_keras(code)]
    yield from found
    if not found:
        yield from _by_class(code)


def _softmax(code: Code) -> Iterator[Found]:
    for call, prediction in loss_calls(
        code,
        "CrossEntropyLoss",
        "cross_entropy",
    ):
        if is_softmax(last_call(code, prediction)):
            yield _found(
                call,
                "softmax",
                "cross-entropy",
            )


def _sigmoid(code: Code) -> Iterator[Found]:
    for call, prediction in loss_calls(code, *_LOGIT_LOSSES):
        if is_sigmoid(last_call(code, prediction)):
            yield _found(
                call,
                "sigmoid",
                "binary cross-entropy with logits",
            )


def _tensorflow(code: Code) -> Iterator[Found]:
    for call in code.calls_of(*_TENSORFLOW, _TENSORFLOW_ALSO):
        output = last_call(code, argument(call, "logits"))
        if is_softmax(output) or is_sigmoid(output):
            yield _found(
                call,
                called(output),
                called(call).replace("_", " "),
            )


def _keras(code: Code) -> Iterator[Found]:
    """A stack that ends in a softmax, compiled with `from_logits=True`."""
    for call in code.calls_of("compile"):
        layers = keras_layers(code, receiver(call))
        loss = code.resolved(
            argument(
                call,
                "loss",
                1,
            )
        )
        is_of_logits = isinstance(loss, Call) and is_true(argument(loss, "from_logits"))
        if layers and is_of_logits and activation_of(layers[-1]) in ("softmax", "sigmoid"):
            yield _found(
                call,
                activation_of(layers[-1]),
                "loss with `from_logits=True`",
            )


def _by_class(code: Code) -> Iterator[Found]:
    """The only network of a fragment returns a softmax, and the only loss is cross-entropy."""
    outputs = []
    for cls in code.classes.values():
        value = returned_by_class(code, cls)
        if value is not None:
            outputs.append(last_call(code, value))
    is_only = len(outputs) == 1 and is_softmax(outputs[0])
    if not is_only or not _only_loss_is_cross_entropy(code):
        return
    for call in code.calls_of("CrossEntropyLoss", "cross_entropy"):
        yield _found(
            call,
            "softmax",
            "cross-entropy",
            LIKELY,
        )
        return


def _only_loss_is_cross_entropy(code: Code) -> bool:
    losses = [name for name in code.names if name.lower().endswith(("loss", "entropy"))]
    made = [name for name in losses if name[:1].isupper() or name in ("cross_entropy", "nll_loss")]
    return set(made) <= {"CrossEntropyLoss", "cross_entropy"}


def _found(call: Call, output: str, loss: str, certainty: float = SURE) -> Found:
    name = output if literal(call) is None else ""
    sentence = f"The outputs pass through {name.lower()}, and the {loss} applies it a second time."
    return Found(
        call,
        sentence,
        certainty,
    )


RULE = Rule(
    "softmax-before-cross-entropy",
    "double-softmax",
    find,
)
