"""A module keeps layers in a plain list or dict, so that its parameters miss them."""

from __future__ import annotations

from ast import Assign, ClassDef, Dict, DictComp, List, ListComp, Tuple, expr
from collections.abc import Iterator

from engine.observe.code.rule import Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import called, dotted
from engine.read.code.program import descendants

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleList.html"
_LAYERS = frozenset(
    {
        "Linear", "Conv1d", "Conv2d", "Conv3d", "ConvTranspose2d", "Embedding", "LSTM", "GRU",
        "RNN", "LSTMCell", "GRUCell", "BatchNorm1d", "BatchNorm2d", "LayerNorm", "Parameter",
        "MultiheadAttention", "TransformerEncoderLayer", "Bilinear",
    }
)  # fmt: skip
_BASES = frozenset({"Module", "LightningModule"})
_REGISTERING = ("ModuleList", "ModuleDict", "ParameterList", "Sequential", "add_module")
_REGISTERING_ALSO = ("register_module", "register_parameter", "setattr", "parameters")


def find(code: Code) -> Iterator[Found]:
    for cls in code.classes.values():
        if not any(dotted(base).rpartition(".")[2] in _BASES for base in cls.bases):
            continue
        for statement, name in _kept_plainly(cls):
            if not _is_registered(code, cls, name):
                yield Found(
                    statement,
                    f"`{name}` is a plain list or dict, so `parameters()` misses its layers and no "
                    "optimizer trains them.",
                )


def _kept_plainly(cls: ClassDef) -> Iterator[tuple[Assign, str]]:
    for node in descendants(cls):
        if not isinstance(node, Assign) or len(node.targets) != 1:
            continue
        name = dotted(node.targets[0])
        if name.startswith("self.") and _holds_layers(node.value):
            yield node, name


def _holds_layers(value: expr) -> bool:
    """Return whether a display is of new layers: `[nn.Linear(8, 8) for _ in range(3)]`."""
    if isinstance(value, List | Tuple):
        items = value.elts
    elif isinstance(value, ListComp):
        items = [value.elt]
    elif isinstance(value, Dict):
        items = value.values
    elif isinstance(value, DictComp):
        items = [value.value]
    else:
        return False
    return bool(items) and all(called(item) in _LAYERS for item in items)


def _is_registered(
    code: Code,
    cls: ClassDef,
    name: str,
) -> bool:
    """Return whether the layers may be registered in another way, or handed to the optimizer."""
    text = code.text(cls)
    if any(word in text for word in (*_REGISTERING_ALSO, "add_module")):
        return True
    attribute = name.partition(".")[2]
    for call in code.calls_of(*_REGISTERING):
        given = [dotted(node).rpartition(".")[2] for node in descendants(call)]
        if attribute in given:
            return True
    for call in code.calls_of(
        "parameters",
        "add_param_group",
        "chain",
    ):
        given = [dotted(node).rpartition(".")[2] for node in descendants(call)]
        if attribute in given:
            return True
    return _is_assigned_again(
        code,
        cls,
        name,
    )


def _is_assigned_again(
    code: Code,
    cls: ClassDef,
    name: str,
) -> bool:
    return len(code.all_of(cls, name)) > 1


RULE = Rule(
    "layers-in-plain-list",
    "frozen-parameters",
    find,
)
