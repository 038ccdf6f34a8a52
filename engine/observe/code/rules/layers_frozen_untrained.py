"""Layers are frozen in a model that starts from random weights."""

from __future__ import annotations

from ast import AST, Assign, Attribute, For, List, Tuple, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import OPTIMIZERS, trains
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, is_false, receiver, root, words
from engine.read.code.program import Program

# Words of anything that may bring trained weights into a program.
_TRAINED = frozenset(
    {
        "load", "loaded", "pretrained", "pretrain", "weights", "checkpoint", "ckpt", "hub",
        "restore", "teacher", "ema", "target", "resume", "clip", "timm", "torchvision", "models",
        "finetune", "lora", "copy", "deepcopy", "discriminator", "critic", "momentum",
    }
)  # fmt: skip


def find(code: Code) -> Iterator[Found]:
    program = code
    if not trains(code) or may_be_trained(program) or _trains_before(code):
        return
    for name, node in _frozen(code):
        if _is_made_here(code, name) and not _is_thawed(program):
            yield Found(
                node,
                "Layers are frozen in a model whose weights were never trained or loaded, so they "
                "stay random.",
                LIKELY,
            )
            return


def may_be_trained(program: Program) -> bool:
    names = program.names - {"weights"}
    return any(words(name) & _TRAINED for name in names)


def _trains_before(code: Code) -> bool:
    """Return whether there may be a training before the one that freezes: several optimizers."""
    made = list(code.calls_of(*OPTIMIZERS))
    return len(made) != 1


def _frozen(code: Code) -> Iterator[tuple[str, AST]]:
    """Yield the name of a model and the place where it is frozen."""
    for call in code.calls_of("requires_grad_"):
        if call.args and is_false(call.args[0]):
            yield _owner(code, receiver(call)), call
    for node in code.of(Assign):
        if is_false(node.value):
            target = node.targets[0]
            if isinstance(target, Attribute) and target.attr == "requires_grad":
                yield _owner(code, target.value), node


def _owner(
    code: Code,
    node: expr | None,
) -> str:
    """Return the model behind a layer, also of `for layer in (model.a, model.b)`."""
    name = root(node)
    for loop in code.loops(node) if node is not None else []:
        if isinstance(loop, For) and dotted(loop.target) == name:
            items = loop.iter.elts if isinstance(loop.iter, Tuple | List) else [loop.iter]
            return root(items[0]) if items else ""
    return name


def _is_made_here(
    code: Code,
    name: str,
) -> bool:
    """Return whether a model is an object of a class of the program, or a plain stack of layers."""
    for assigned in code.all_of(None, name):
        made = called(assigned.value)
        return made in code.classes or made == "Sequential"
    return False


def _is_thawed(program: Program) -> bool:
    """Return whether layers are made trainable again somewhere."""
    for call in program.calls_of("requires_grad_"):
        if not call.args or not is_false(call.args[0]):
            return True
    return False


RULE = Rule(
    "layers-frozen-untrained",
    "frozen-parameters",
    find,
)
