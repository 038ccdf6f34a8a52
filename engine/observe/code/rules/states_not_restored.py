"""A checkpoint holds the state of the optimizer, and only the weights are loaded from it."""

from __future__ import annotations

from ast import AST, Call, Dict, If, Subscript
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import is_optimizer, trains
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, receiver, root, words
from engine.read.code.program import descendants
from engine.read.code.values import text_of

SOURCE = "https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html"
_SENTENCE = (
    "The checkpoint holds the state of the optimizer, and only the weights are loaded from it, so "
    "training does not go on where it stopped."
)


def find(code: Code) -> Iterator[Found]:
    if not trains(code) or not code.whole:
        return
    saved = [name for name in _saved_states(code) if name]
    loads = list(
        code.calls_of(
            "load_state_dict",
            "load_state",
            "load_checkpoint",
        )
    )
    restored = [receiver(call) for call in loads]
    is_restored = any(is_optimizer(code, each) for each in restored)
    if not saved or is_restored or not loads:
        return
    for call in loads:
        if _is_from_same(code, call, saved) and _is_resumed(code, call):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )
            return


def _saved_states(code: Code) -> Iterator[str]:
    """Yield the keys under which the state of an optimizer is kept beside the weights."""
    for node in code.of(Dict):
        for key, value in zip(
            node.keys,
            node.values,
            strict=True,
        ):
            is_state = called(value) == "state_dict" and is_optimizer(code, receiver(value))
            if is_state and key is not None:
                yield text_of(key)


def _is_from_same(
    code: Code,
    call: Call,
    saved: list[str],
) -> bool:
    """Return whether the weights come from a checkpoint of this program: `saved["model"]`."""
    if not call.args or not isinstance(call.args[0], Subscript):
        return False
    source = code.resolved(call.args[0].value)
    if isinstance(source, Dict):
        keys = [text_of(key) for key in source.keys if key is not None]
        return any(key in keys for key in saved)
    return called(source) == "load" and bool(root(call.args[0]))


def _is_resumed(
    code: Code,
    call: Call,
) -> bool:
    """Return whether training goes on from the checkpoint, rather than being scored with it."""
    order = code.order
    loops = code.loops(call)
    is_before = any(order[each] > order[call] for each in code.calls_of("backward"))
    names = {word for name in _names_around(code, call) for word in words(name)}
    is_best = bool(names & {"best", "pretrained", "finetune", "init", "teacher", "ema"})
    return (bool(loops) or is_before) and not is_best


def _names_around(
    code: Code,
    call: Call,
) -> list[str]:
    """Return the names in the call and in the condition that it depends on."""
    tests = [parent.test for parent in code.ancestors(call) if isinstance(parent, If)]
    nodes: list[AST] = [call, *tests]
    return [dotted(node) for outer in nodes for node in descendants(outer)]


RULE = Rule(
    "states-not-restored",
    "checkpoint-resume-bug",
    find,
)
