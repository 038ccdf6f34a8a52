"""A model of the next token attends to all tokens, the answer among them."""

from __future__ import annotations

from ast import AST, Call, Name, Slice, Subscript, Tuple, UnaryOp, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, literal, words
from engine.read.code.program import descendants

SOURCE = "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html"
_LAYERS = frozenset({"MultiheadAttention", "TransformerEncoder", "TransformerEncoderLayer"})
_FUNCTION = "scaled_dot_product_attention"
_MASKS = ("attn_mask", "is_causal", "mask", "src_mask")
_MASKING = frozenset({"mask", "masks", "causal", "tril", "triu", "masked", "masking", "subsequent"})
_SENTENCE = (
    "The model predicts the next token and attends to all tokens, so it can read the answer: a "
    "causal mask is missing."
)


def find(code: Code) -> Iterator[Found]:
    if any(words(name) & _MASKING for name in code.names):
        return
    if not _predicts_next(code):
        return
    for call in code.calls:
        if _is_attention(code, call) and not any(argument(call, name) for name in _MASKS):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )


def _is_attention(
    code: Code,
    call: Call,
) -> bool:
    if called(call) == _FUNCTION:
        return len(call.args) <= 3
    layer = code.resolved(call.func)
    is_layer = isinstance(layer, Call) and called(layer) in _LAYERS
    return is_layer and called(call) not in _LAYERS


def _predicts_next(code: Code) -> bool:
    """Return whether the model gets `x[:, :-1]` and the loss compares with `x[:, 1:]`."""
    for call in code.calls:
        if called(call) not in ("cross_entropy", "criterion", "loss_fn", "nll_loss", "loss_func"):
            continue
        found = {_end(node) for given in call.args for node in _behind(code, given)}
        if {"first", "last"} <= found:
            return True
    return False


def _behind(
    code: Code,
    given: expr,
) -> Iterator[AST]:
    """Yield the nodes of an argument, and of the values of the names in it."""
    for node in descendants(given):
        yield node
        if isinstance(node, Name):
            value = code.reaching(node)
            if value is not None:
                yield from descendants(value)


def _end(node: AST) -> str:
    """Return which end of each row an index cuts off: first for `[:, 1:]`, last for `[:, :-1]`."""
    if not isinstance(node, Subscript) or not isinstance(node.slice, Tuple):
        return ""
    index = node.slice.elts[-1]
    if not isinstance(index, Slice):
        return ""
    if index.upper is None and literal(index.lower) == 1:
        return "first"
    upper = index.upper
    is_last = isinstance(upper, UnaryOp) and literal(upper.operand) == 1
    return "last" if is_last and index.lower is None else ""


RULE = Rule(
    "attention-sees-answer",
    "causal-mask-missing",
    find,
)
