"""What a model returns: the last expression of its forward pass, or its last layer."""

from __future__ import annotations

from ast import AST, Call, ClassDef, List, Name, Return, Starred, Tuple, expr
from collections.abc import Iterator

from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, literal, receiver
from engine.read.code.program import Function, descendants

_MOST_STEPS = 8
_FORWARD = ("forward", "call", "__call__")
# Calls that leave the values as they are.
_KEEPING = frozenset(
    {
        "squeeze", "view", "reshape", "flatten", "float", "to", "cpu", "cuda", "contiguous",
        "unsqueeze", "permute", "transpose", "double",
    }
)  # fmt: skip
SOFTMAX = frozenset({"softmax", "Softmax", "softmax2d", "Softmax2d", "log_softmax_none"})
SIGMOID = frozenset({"sigmoid", "Sigmoid", "sigmoid_"})
LOG_SOFTMAX = frozenset({"log_softmax", "LogSoftmax", "logsigmoid", "LogSigmoid"})


def last_call(
    code: Code,
    node: expr | None,
) -> Call | None:
    """Return the call that makes a value: through names, views of it, and models of the program."""
    for _ in range(_MOST_STEPS):
        node = code.resolved(node)
        if not isinstance(node, Call):
            return None
        if called(node) in _KEEPING and receiver(node) is not None:
            node = receiver(node)
            continue
        inner = _inside(
            code,
            node,
        )
        if inner is None:
            return node
        node = inner
    return None


def _inside(
    code: Code,
    call: Call,
) -> expr | None:
    """Return the last expression of what a call runs, where the program shows it."""
    layer = code.resolved(call.func)
    if isinstance(layer, Call):
        if called(layer) == "Sequential":
            return last_layer(
                code,
                layer,
            )
        if called(layer) in code.classes:
            return returned_by_class(
                code,
                code.classes[called(layer)],
            )
        if called(layer) in SOFTMAX | SIGMOID | LOG_SOFTMAX:
            return layer
    functions = code.functions.get(
        called(call),
        [],
    )
    if isinstance(call.func, Name) and len(functions) == 1:
        return returned(functions[0])
    return None


def last_layer(
    code: Code,
    sequential: Call,
) -> expr | None:
    """Return the last layer of a stack; of a list of layers the last one that is written out."""
    if not sequential.args:
        return None
    last = code.resolved(sequential.args[-1])
    if isinstance(last, List | Tuple) and last.elts:
        last = code.resolved(last.elts[-1])
    return last if isinstance(last, expr) and not isinstance(last, Starred) else None


def returned_by_class(
    code: Code,
    cls: ClassDef,
) -> expr | None:
    """Return what the forward pass of a module returns; None for several different values."""
    for node in cls.body:
        if isinstance(node, Function) and node.name in _FORWARD:
            return returned(node)
    return None


def returned(function: AST) -> expr | None:
    """Return the value of the only `return` of a function."""
    found = [node for node in descendants(function) if isinstance(node, Return)]
    return found[0].value if len(found) == 1 else None


def is_softmax(node: AST | None) -> bool:
    return called(node) in SOFTMAX


def is_sigmoid(node: AST | None) -> bool:
    return called(node) in SIGMOID


def loss_calls(
    code: Code,
    layer: str,
    function: str,
) -> Iterator[tuple[Call, expr]]:
    """Yield each use of a loss, as layer or function, with its first argument, the prediction."""
    for call in code.calls_of(function):
        prediction = argument(
            call,
            "input",
            0,
        )
        is_function = called(code.resolved(call.func)) in ("", function)
        if prediction is not None and is_function:
            yield call, prediction
    if layer not in code.names:
        return
    for call in code.calls:
        made = code.resolved(call.func) if dotted(call.func) else call.func
        if called(made) == layer and call.args and made is not call:
            yield call, call.args[0]


def keras_layers(
    code: Code,
    model: expr | None,
) -> list[Call]:
    """Return the layers of a Keras stack in their order: in one list, or added one by one."""
    made = code.resolved(model)
    if called(made) != "Sequential" or not isinstance(made, Call):
        return []
    layers: list[Call] = []
    if made.args:
        items = code.resolved(made.args[0])
        if isinstance(items, List | Tuple):
            layers = [item for item in items.elts if isinstance(item, Call)]
    name = dotted(model)
    for call in code.calls_of("add"):
        if dotted(receiver(call)) == name and call.args and isinstance(call.args[0], Call):
            layers.append(call.args[0])
    return layers


def activation_of(layer: Call) -> str:
    """Return the activation of a Keras layer in lower case, empty for none."""
    if called(layer) == "Activation":
        return _activation(
            argument(
                layer,
                "activation",
                0,
            )
        )
    if called(layer) in ("Softmax", "ReLU", "LeakyReLU"):
        return called(layer).lower()
    return _activation(
        argument(
            layer,
            "activation",
            1,
        )
    )


def _activation(node: expr | None) -> str:
    value = literal(node)
    if isinstance(value, str):
        return value.lower()
    return dotted(node).rpartition(".")[2].lower()
