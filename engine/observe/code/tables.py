"""Tables and arrays of a program: what was fitted or scaled, and how rows are split."""

from __future__ import annotations

from ast import (
    AST,
    Assign,
    Attribute,
    BinOp,
    Call,
    List,
    Name,
    Slice,
    Store,
    Subscript,
    Tuple,
    expr,
)
from collections.abc import Iterator

from engine.observe.code.training import TRAINING, VALIDATION
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, is_false, receiver, words
from engine.read.code.program import descendants
from engine.read.code.values import Assigned

# Classes whose `fit` learns numbers of the rows that it gets.
SCALERS = frozenset(
    {
        "StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler", "PowerTransformer",
        "QuantileTransformer",
    }
)  # fmt: skip
CHOOSERS = frozenset(
    {
        "PCA", "TruncatedSVD", "SelectKBest", "SelectPercentile", "SelectFromModel", "RFE",
        "RFECV", "TargetEncoder", "KNNImputer", "SimpleImputer", "IterativeImputer",
        "TfidfVectorizer",
    }
)  # fmt: skip
ENCODERS = frozenset({"LabelEncoder", "OrdinalEncoder", "OneHotEncoder", "CountVectorizer"})
SPLITTERS = ("train_test_split",)
_MOST_STEPS = 12
_APART = (
    {"left training", "right held out"},
    {"left held out", "right training"},
)
# Methods and functions that keep the rows of a table.
_KEEPING = frozenset(
    {
        "drop", "copy", "to_numpy", "astype", "reset_index", "fillna", "DataFrame", "array",
        "asarray", "get_dummies", "dropna", "sample", "reshape", "toarray", "assign", "rename",
        "sort_values", "sort_index", "concat", "Series", "as_tensor", "tensor", "from_numpy",
    }
)  # fmt: skip


def last_assigned(
    code: Code,
    node: expr,
) -> Assigned | None:
    """Return the assignment that a name has where it is used, also of an unpacked call."""
    name = dotted(node)
    scope = code.scope(node)
    last: Assigned | None = None
    order = code.order
    own = code.statement(node)
    for assigned in code.all_of(scope, name):
        if assigned.statement is own or order[assigned.statement] > order.get(node, 0):
            break
        last = assigned
    return last


def fitted_class(
    code: Code,
    call: Call,
) -> str:
    """Return the class of the object whose `fit` or `fit_transform` a call calls."""
    return called(code.resolved(receiver(call)))


def makers(
    code: Code,
    node: expr | None,
) -> Iterator[expr]:
    """Yield the expressions that a table went through, the last first, down to where it is read."""
    for _ in range(_MOST_STEPS):
        if node is None:
            return
        if isinstance(node, Name):
            assigned = last_assigned(code, node)
            node = assigned.source if assigned is not None else None
            continue
        yield node
        node = _source_of(node)


def _source_of(node: expr) -> expr | None:
    """Return the table that an expression takes its rows from."""
    if isinstance(node, Subscript | Attribute):
        return node.value
    if isinstance(node, BinOp):
        return node.left
    if isinstance(node, Call):
        target = receiver(node)
        is_of_module = isinstance(target, Name) and target.id in ("pd", "np", "torch", "tf")
        if called(node) in _KEEPING and target is not None and not is_of_module:
            return target
        if called(node) in _KEEPING | {"fit_transform", "transform"} and node.args:
            first = node.args[0]
            is_list = isinstance(first, List | Tuple) and first.elts
            return first.elts[0] if isinstance(first, List | Tuple) and is_list else first
    return None


def tables_behind(
    code: Code,
    node: expr | None,
) -> set[str]:
    """Return the names of all tables that an expression is made from, through plain steps."""
    names: set[str] = set()
    if isinstance(node, Name):
        names.add(node.id)
    for maker in makers(code, node):
        if isinstance(maker, Name):
            names.add(maker.id)
        inner = _source_of(maker)
        if isinstance(inner, Name):
            names.add(inner.id)
    return names


def random_splits(code: Code) -> Iterator[Call]:
    """Yield the calls that split rows at random into training and held-out rows."""
    for call in code.calls_of(*SPLITTERS):
        if not is_false(argument(call, "shuffle")):
            yield call


def is_used(
    code: Code,
    names: set[str],
    after: AST,
    before: AST,
) -> bool:
    """Return whether one of the names is set between two places."""
    low = code.order[after]
    high = code.order[before]
    for node in code.nodes[low:high]:
        if isinstance(node, Name) and isinstance(node.ctx, Store) and node.id in names:
            return True
    return False


def both_sides(code: Code) -> Iterator[tuple[str, Subscript]]:
    """Yield each name that is cut by position into training and held-out rows, with the first cut.

    `x[:n]` goes into what has a name of training and `x[n:]` into what is held out, or otherwise.
    """
    first: dict[tuple[str, str], Subscript] = {}
    sides: dict[tuple[str, str], set[str]] = {}
    for node in code.of(Subscript):
        if not isinstance(node.value, Name):
            continue
        kind = _kind_of_target(code, node)
        for side, bound in _cut(node.slice) if kind else ():
            key = (node.value.id, bound)
            first.setdefault(key, node)
            sides.setdefault(key, set()).add(f"{side} {kind}")
    for key, found in sides.items():
        if found in _APART:
            yield key[0], first[key]


def _kind_of_target(
    code: Code,
    node: AST,
) -> str:
    """Return whether a part of the rows gets a name of training or of held-out rows."""
    statement = code.statement(node)
    if not isinstance(statement, Assign):
        return ""
    target: AST = statement.targets[0]
    value = statement.value
    if isinstance(target, Tuple) and isinstance(value, Tuple):
        pairs = zip(
            target.elts,
            value.elts,
            strict=False,
        )
        own = [name for name, part in pairs if code.is_within(node, part)]
        target = own[0] if own else target
    names = target.elts if isinstance(target, Tuple) else [target]
    found = [words(dotted(name)) for name in names]
    if all(each & TRAINING for each in found):
        return "training"
    return "held out" if all(each & VALIDATION for each in found) else ""


def _cut(index: expr) -> Iterator[tuple[str, str]]:
    """Yield the side of a slice and its bound: left of `[:n]`, right of `[n:]`."""
    if isinstance(index, Tuple) and index.elts:
        index = index.elts[0]
    if not isinstance(index, Slice) or index.step is not None:
        return
    if index.lower is None and index.upper is not None:
        yield "left", shape(index.upper)
    elif index.upper is None and index.lower is not None:
        yield "right", shape(index.lower)


def shape(node: AST) -> str:
    """Return a text that is the same for expressions that are written alike."""
    parts = []
    for inner in descendants(node):
        kind = type(inner).__name__
        detail = getattr(
            inner,
            "id",
            getattr(
                inner,
                "attr",
                getattr(
                    inner,
                    "value",
                    "",
                ),
            ),
        )
        is_plain = isinstance(detail, str | int | float)
        part = f"{kind}:{detail}" if is_plain else kind
        parts.append(part)
    return " ".join(parts[:200])
