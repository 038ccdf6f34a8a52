"""A model with dropout or batch normalization is evaluated in training mode, or trained outside."""

from __future__ import annotations

from ast import AST, Call, For, With, comprehension, expr, stmt
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import (
    backward_passes,
    is_held_out,
    loop_of_step,
    name_words,
)
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, is_false, receiver
from engine.read.code.program import calls_in

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html"
_MODAL = (
    "Dropout", "Dropout2d", "Dropout3d", "AlphaDropout", "BatchNorm1d", "BatchNorm2d",
    "BatchNorm3d", "SyncBatchNorm", "resnet18", "resnet34", "resnet50", "resnet101", "vgg16",
    "vgg16_bn", "mobilenet_v2", "densenet121", "efficientnet_b0", "TransformerEncoderLayer",
    "alexnet", "inception_v3",
)  # fmt: skip
# Names that may switch the mode, or run the evaluation elsewhere.
_HIDING = frozenset({"set_mode", "training", "is_train", "is_training", "Trainer", "set_training"})
_NO_GRAD = ("no_grad", "inference_mode")
_MISSING = (
    "The model has dropout or batch normalization and is evaluated without `eval()`, so both act "
    "as in training."
)
_NOT_BACK = "`eval()` is called in the loop and `train()` never again: later epochs train without "


def find(code: Code) -> Iterator[Found]:
    if not any(True for _ in code.calls_of(*_MODAL)):
        return
    if not any(True for _ in backward_passes(code)):
        return
    if _switches_to_evaluation(code):
        yield from _not_back(code)
        return
    place = _evaluation(code)
    if place is not None and not code.is_elided(place):
        yield Found(
            place,
            _MISSING,
            LIKELY,
        )


def _switches_to_evaluation(code: Code) -> bool:
    """Return whether the program sets evaluation mode, or may do so in a way not shown."""
    for call in code.calls_of(
        "eval",
        "train",
        "set_grad_enabled",
    ):
        is_method = receiver(call) is not None
        if is_method and (called(call) == "eval" or call.args or call.keywords):
            return True
    if not code.names.isdisjoint(_HIDING):
        return True
    text = "" if code.whole else "\n".join(code.lines.values())
    return ".eval(" in text


def _evaluation(code: Code) -> AST | None:
    """Return where the model runs on held-out data: a block without gradients, or a loop."""
    networks = _networks(code)
    for node in code.of(With):
        if _is_without_gradients(node) and _runs(node, networks):
            return node
    loops: list[For | comprehension] = [*code.of(For), *code.of(comprehension)]
    for loop in loops:
        if is_held_out(_source(loop.iter)) and _runs_in(code, loop, networks):
            return code.statement(loop)
    return None


def _networks(code: Code) -> frozenset[str]:
    """Return the names that are called in a loop with a backward pass: the model among them."""
    names: set[str] = set()
    for backward in backward_passes(code):
        loop = loop_of_step(code, backward)
        if loop is not None:
            for call in calls_in(loop):
                name = dotted(call.func)
                if name and _is_network(name):
                    names.add(name)
    return frozenset(names)


def _is_network(name: str) -> bool:
    last = name.rpartition(".")[2].lower()
    return any(word in last for word in ("model", "net", "classifier", "encoder", "cnn", "mlp"))


def _is_without_gradients(node: With) -> bool:
    return any(called(item.context_expr) in _NO_GRAD for item in node.items)


def _runs(
    node: AST,
    networks: frozenset[str],
) -> bool:
    return any(dotted(call.func) in networks for call in calls_in(node))


def _runs_in(
    code: Code,
    node: AST,
    networks: frozenset[str],
) -> bool:
    outer = node if isinstance(node, stmt) else code.parents.get(node)
    if outer is None or any(calls_in(outer, "backward")):
        return False
    return _runs(outer, networks)


def _source(node: expr) -> expr:
    """Return the loader of `enumerate(loader)` or `tqdm(loader)`."""
    while isinstance(node, Call) and node.args and not name_words(node) & {"loader"}:
        node = node.args[0]
    return node


def _not_back(code: Code) -> Iterator[Found]:
    """Evaluation mode is set in the loop over epochs, and training mode nowhere in it."""
    for backward in backward_passes(code):
        loops = code.loops(backward)
        if not loops or code.is_elided(loops[-1]):
            continue
        epochs = loops[-1]
        if not _sets_evaluation(epochs) or _sets_training(code, epochs):
            continue
        yield Found(
            epochs,
            f"{_NOT_BACK}dropout and with fixed statistics.",
            LIKELY,
        )
        return


def _sets_evaluation(loop: AST) -> bool:
    for call in calls_in(loop, "eval"):
        if not call.args and _is_network(dotted(receiver(call))):
            return True
    return False


def _sets_training(
    code: Code,
    loop: AST,
) -> bool:
    """Return whether the loop sets training mode, or runs a function that does."""
    for call in calls_in(loop):
        if called(call) == "train" and not (call.args and is_false(call.args[0])):
            return True
        functions = code.functions.get(called(call), [])
        if any(".train(" in code.text(function) for function in functions):
            return True
    return any(calls_in(loop, "set_mode"))


RULE = Rule(
    "evaluation-in-training-mode",
    "eval-mode-missing",
    find,
)
