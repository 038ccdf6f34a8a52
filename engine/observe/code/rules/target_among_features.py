"""The target column is still among the features of a table."""

from __future__ import annotations

from ast import AST, Attribute, Call, Delete, List, Name, Subscript, Tuple, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, receiver, root
from engine.read.code.program import descendants
from engine.read.code.values import text_of

SOURCE = "https://scikit-learn.org/stable/common_pitfalls.html"
_LEARNING = ("fit", "train_test_split", "cross_val_score", "fit_predict", "cross_validate")
_KEEPING = frozenset(
    {
        "copy", "to_numpy", "get_dummies", "fillna", "astype", "DataFrame", "fit_transform",
        "reset_index", "dropna",
    }
)  # fmt: skip
_MOST_STEPS = 10


def find(code: Code) -> Iterator[Found]:
    for call in code.calls_of(*_LEARNING):
        for features, target in zip(
            call.args,
            call.args[1:],
            strict=False,
        ):
            table, column = _column(code, target)
            if column and _keeps(code, features, table, column):
                yield Found(
                    call,
                    f"The column `{column}` is the target and is still among the features.",
                    LIKELY,
                )


def _column(
    code: Code,
    node: expr,
) -> tuple[str, str]:
    """Return table and column of a target: `df["price"]`, `df.price`, or values of it."""
    value = code.resolved(node)
    while isinstance(value, Attribute | Call):
        if isinstance(value, Attribute) and value.attr != "values":
            break
        inner = value.value if isinstance(value, Attribute) else receiver(value)
        if inner is None or (isinstance(value, Call) and called(value) not in _KEEPING):
            return "", ""
        value = code.resolved(inner)
    if isinstance(value, Subscript) and isinstance(value.value, Name):
        return value.value.id, text_of(code.resolved(value.slice))
    return "", ""


def _keeps(
    code: Code,
    features: expr,
    table: str,
    column: str,
) -> bool:
    """Return whether the features are the whole table, with the target in it."""
    node: expr | None = features
    is_whole = False
    for _ in range(_MOST_STEPS):
        if isinstance(node, Name):
            if node.id == table:
                is_whole = True
                break
            node = code.reaching(node)
        elif isinstance(node, Attribute) and node.attr == "values":
            node = node.value
        elif isinstance(node, Call):
            node = _step(
                code,
                node,
                column,
            )
        else:
            return False
    return is_whole and not _is_removed(code, table, column)


def _step(
    code: Code,
    call: Call,
    column: str,
) -> expr | None:
    """Return the table that a call keeps all columns of, but for others than the target."""
    target = receiver(call)
    if called(call) == "drop" and target is not None:
        dropped = _dropped(code, call)
        return target if dropped is not None and column not in dropped else None
    if called(call) not in _KEEPING:
        return None
    is_function = bool(call.args) and (target is None or dotted(target) in ("pd", "np"))
    if is_function or called(call) == "fit_transform":
        return call.args[0] if call.args else None
    return target


def _dropped(
    code: Code,
    call: Call,
) -> set[str] | None:
    """Return the columns that a call drops; None where they are not known."""
    given = argument(call, "columns") or argument(call, "labels", 0)
    value = code.resolved(given)
    if isinstance(value, List | Tuple):
        names = [text_of(code.resolved(item)) for item in value.elts]
    else:
        names = [text_of(value)]
    return set(names) if all(names) else None


def _is_removed(
    code: Code,
    table: str,
    column: str,
) -> bool:
    """Return whether the target is taken out of the table itself, or that may be so."""
    if code.of(Delete):
        return True
    for call in code.calls_of("drop", "pop"):
        if root(call) == table and _takes_out(code, call, column):
            return True
    every = code.all_of(None, table)
    changed = [each for each in every if _reads(each.source, table)]
    return any(called(each.source) == "drop" for each in changed) or len(every) > 2


def _takes_out(
    code: Code,
    node: AST,
    column: str,
) -> bool:
    """Return whether the column leaves the table in place, or another one is made without it."""
    if not isinstance(node, Call):
        return False
    if called(node) == "pop":
        return True
    if argument(node, "inplace") is None:
        return False
    dropped = _dropped(code, node)
    return dropped is None or column in dropped


def _reads(
    node: AST | None,
    name: str,
) -> bool:
    if node is None:
        return False
    return any(isinstance(each, Name) and each.id == name for each in descendants(node))


RULE = Rule(
    "target-among-features",
    "target-leakage",
    find,
)
