"""The optimizer holds old weights: the model, or a layer of it, was made anew after it."""

from __future__ import annotations

from ast import Assign, Call, stmt
from collections.abc import Iterator

from engine.observe.code.rule import Found, Rule
from engine.observe.code.training import OPTIMIZERS, optimizers
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, receiver
from engine.read.code.program import calls_in, descendants

SOURCE = "https://docs.pytorch.org/docs/stable/optim.html"
# Calls that return the same weights, wrapped or moved.
_SAME = frozenset(
    {
        "to", "cuda", "cpu", "half", "float", "double", "bfloat16", "DataParallel", "compile",
        "DistributedDataParallel", "DDP", "prepare", "initialize", "train", "eval", "script",
        "wrap", "apply", "prepare_model", "fabric", "setup", "requires_grad_", "tensor_parallel",
    }
)  # fmt: skip
_LAYERS = frozenset(
    {"Linear", "Conv1d", "Conv2d", "Conv3d", "Embedding", "Sequential", "LSTM", "GRU", "Parameter"}
)


def find(code: Code) -> Iterator[Found]:
    for optimizer in optimizers(code):
        model = _model_of(optimizer)
        later = _made_anew(code, optimizer, model) if model else None
        if later is not None and not _has_new_optimizer(code, later):
            yield Found(
                later,
                f"`{model}` gets new weights after the optimizer was made, so the optimizer "
                "updates the old ones.",
            )


def _model_of(optimizer: Call) -> str:
    """Return the name of the model whose parameters an optimizer gets."""
    for call in calls_in(optimizer, "parameters"):
        return dotted(receiver(call))
    return ""


def _made_anew(
    code: Code,
    optimizer: Call,
    model: str,
) -> stmt | None:
    """Return a later assignment of new weights in the same block as the optimizer."""
    statement = code.statement(optimizer)
    if statement is None:
        return None
    parent = code.parents.get(statement)
    block = getattr(parent, "body", None) if parent else code.top
    if not isinstance(block, list) or statement not in block:
        return None
    for later in block[block.index(statement) + 1 :]:
        if isinstance(later, Assign) and _is_new(code, later, model):
            return later
    return None


def _is_new(
    code: Code,
    statement: Assign,
    model: str,
) -> bool:
    names = [dotted(target) for target in statement.targets]
    made = called(statement.value)
    if any(name.startswith(f"{model}.") for name in names):
        return made in _LAYERS
    if model not in names or not made or made in _SAME:
        return False
    reads = [dotted(node) for node in descendants(statement.value)]
    return model not in reads and _was_made_alike(code, model, made)


def _was_made_alike(
    code: Code,
    model: str,
    made: str,
) -> bool:
    """Return whether the first model came from a call of the same function or class."""
    for node in code.of(Assign):
        if model in map(dotted, node.targets):
            return called(node.value) == made
    return False


def _has_new_optimizer(
    code: Code,
    later: stmt,
) -> bool:
    order = code.order
    for call in code.calls_of("add_param_group", "get_optimizer", *OPTIMIZERS):
        if order[call] > order[later]:
            return True
    return False


RULE = Rule("optimizer-of-other-weights", "frozen-parameters", find)
