"""Attention over embeddings that carry no position: the order of the items is lost."""

from __future__ import annotations

from ast import BinOp, Call, Mult, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import called, words

SOURCE = "https://arxiv.org/abs/1706.03762"
_ATTENTION = frozenset({"MultiheadAttention", "TransformerEncoder", "TransformerEncoderLayer"})
_EMBEDDING = "Embedding"
_POSITIONS = frozenset({"pos", "position", "positional", "positions", "rope", "rotary", "pe"})
_SENTENCE = (
    "Attention gets embeddings without any position, so it cannot tell the order of the items."
)


def find(code: Code) -> Iterator[Found]:
    if code.names.isdisjoint(_ATTENTION) or _has_positions(code):
        return
    for call in code.calls:
        kind = called(code.resolved(call.func))
        if kind not in _ATTENTION or called(call) == kind:
            continue
        keys = call.args[1:2] if kind == "MultiheadAttention" else call.args[:1]
        if keys and _is_plain_embedding(code, keys[0]):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )


def _has_positions(code: Code) -> bool:
    return any(words(name) & _POSITIONS for name in code.names)


def _is_plain_embedding(
    code: Code,
    node: expr,
) -> bool:
    """Return whether a value is what an embedding returns, with nothing added to it."""
    value = code.resolved(node)
    if isinstance(value, BinOp) and isinstance(value.op, Mult):
        value = code.resolved(value.left)
    if not isinstance(value, Call):
        return False
    return called(code.resolved(value.func)) == _EMBEDDING


RULE = Rule(
    "attention-without-order",
    "attention-failure",
    find,
)
