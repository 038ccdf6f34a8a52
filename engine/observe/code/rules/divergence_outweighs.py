"""A variational autoencoder averages the error over all values and sums the divergence."""

from __future__ import annotations

from ast import AST, Add, Attribute, BinOp, Call, Constant, Name, Pow, Sub, stmt
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called
from engine.read.code.program import descendants
from engine.read.code.values import text_of

SOURCE = "https://arxiv.org/abs/1312.6114"
_ERRORS = frozenset({"mse_loss", "binary_cross_entropy", "l1_loss"})
_SENTENCE = (
    "The error is averaged over all values and the divergence is not, so the divergence outweighs "
    "it and the codes carry nothing."
)


def find(code: Code) -> Iterator[Found]:
    sums = [node for node in code.of(BinOp) if not _is_part_of_sum(code, node)]
    divergences = [node for node in sums if _is_divergence(node)]
    for divergence in divergences[:1]:
        scope = code.scope(divergence)
        if _is_averaged(code, divergence):
            continue
        for node in code.of(Call):
            if code.scope(node) is scope and _is_mean_error(code, node):
                yield Found(
                    node,
                    _SENTENCE,
                    LIKELY,
                )
                return


def _is_part_of_sum(code: Code, node: AST) -> bool:
    """Return whether a longer sum holds all words of a node, which need not be read again: a sum
    of thousands of terms is as deep.
    """
    parent = code.parents.get(node)
    return isinstance(parent, BinOp) and isinstance(parent.op, Sub | Add)


def _is_divergence(node: AST) -> bool:
    """Return whether a node is of the form `1 + log_var - mean ** 2 - exp(log_var)`."""
    if not isinstance(node, BinOp) or not isinstance(node.op, Sub | Add):
        return False
    text = " ".join(_words(node))
    has_square = "Pow" in text or "pow" in text or "square" in text
    has_one = "one" in text
    return has_square and has_one and "exp" in text and "log" in text


def _words(node: AST) -> Iterator[str]:
    for inner in descendants(node):
        if isinstance(inner, Name):
            yield inner.id.lower()
        elif isinstance(inner, Attribute):
            yield inner.attr
        elif isinstance(inner, Pow):
            yield "Pow"
        elif isinstance(inner, Constant) and inner.value == 1:
            yield "one"


def _is_averaged(
    code: Code,
    divergence: AST,
) -> bool:
    """Return whether all values of the divergence are averaged as well."""
    for parent in code.ancestors(divergence):
        if isinstance(parent, stmt) or called(parent) == "sum":
            break
        if called(parent) in ("mean", "reduce_mean") and isinstance(parent, Call):
            return not parent.args or called(parent) == "reduce_mean"
    return False


def _is_mean_error(
    code: Code,
    node: AST,
) -> bool:
    """Return whether a node is a squared error or cross-entropy, averaged over all values."""
    if not isinstance(node, Call):
        return False
    if called(node) in _ERRORS:
        reduction = text_of(
            argument(
                node,
                "reduction",
            )
        )
        is_scaled = isinstance(
            code.parents.get(node),
            BinOp,
        )
        return reduction in ("", "mean") and not is_scaled
    is_mean = called(node) == "mean" and not node.args and not node.keywords
    return is_mean and _is_squared_error(node)


def _is_squared_error(node: Call) -> bool:
    text = " ".join(_words(node.func))
    is_square = "pow" in text or "Pow" in text or "square" in text
    has_difference = any(
        isinstance(
            inner,
            Sub,
        )
        for inner in descendants(node.func)
    )
    return is_square and has_difference and "exp" not in text and "sum" not in text


RULE = Rule(
    "divergence-outweighs",
    "posterior-collapse",
    find,
)
