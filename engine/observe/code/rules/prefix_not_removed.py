"""Weights of a wrapped model are loaded with `strict=False`, so that no name matches."""

from __future__ import annotations

from ast import expr
from collections.abc import Iterator

from engine.observe.code.rule import SURE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, is_false, receiver

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html"
_WRAPPERS = frozenset({"DataParallel", "DistributedDataParallel", "DDP"})
_SENTENCE = (
    "The weights come from a wrapper, whose names begin with `module.`, and `strict=False` lets "
    "all of them be missing without an error."
)


def find(code: Code) -> Iterator[Found]:
    if code.names.isdisjoint(_WRAPPERS):
        return
    for call in code.calls_of("load_state_dict"):
        if not call.args or not is_false(argument(call, "strict", 1)):
            continue
        state = code.resolved(call.args[0])
        is_own = called(state) == "state_dict" and _is_wrapped(code, receiver(state))
        if is_own and not _is_wrapped(code, receiver(call)):
            yield Found(call, _SENTENCE, SURE)


def _is_wrapped(
    code: Code,
    node: expr | None,
) -> bool:
    if node is None or not dotted(node):
        return False
    return called(code.resolved(node)) in _WRAPPERS


RULE = Rule("prefix-not-removed", "silent-partial-load", find)
