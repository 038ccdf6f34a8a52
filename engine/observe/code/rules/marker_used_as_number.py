"""A marker of missing values, such as -999, goes into the model as a number."""

from __future__ import annotations

from ast import AST, Assign, Subscript, UnaryOp, USub
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import called, literal, root
from engine.read.code.program import calls_in

SOURCE = "https://scikit-learn.org/stable/modules/impute.html"
_MARKERS = (999, 9999, 99999, 999.0, 9999.0, 99999.0, 999.9)
_SCALED = frozenset({"StandardScaler", "MinMaxScaler", "std", "Normalization"})
_TREES = ("Forest", "Boost", "XGB", "LGBM", "Tree", "CatBoost")
_SENTENCE = (
    "A missing value is stored as a number far from all others, and nothing takes it out before "
    "the table is scaled."
)


def find(code: Code) -> Iterator[Found]:
    if code.names.isdisjoint(_SCALED) or _has_trees(code):
        return
    places = [node for node in code.of(UnaryOp) if _is_marker(node)]
    written = [node for node in places if _is_written(code, node)]
    is_taken_out = len(written) < len(places)
    if written and not is_taken_out and not _is_masked(code):
        yield Found(
            written[0],
            _SENTENCE,
            LIKELY,
        )


def _has_trees(code: Code) -> bool:
    """Return whether a model splits by thresholds, which a marker does not hurt."""
    return any(word in name for name in code.names for word in _TREES)


def _is_marker(node: AST) -> bool:
    """Return whether a node is `-999` or one of its kind."""
    is_negative = isinstance(node, UnaryOp) and isinstance(node.op, USub)
    if not is_negative or not isinstance(node, UnaryOp):
        return False
    value = literal(node.operand)
    return isinstance(value, int | float) and value in _MARKERS


def _is_written(
    code: Code,
    node: AST,
) -> bool:
    """Return whether a marker is put into a table: by an index, `fillna`, or `where`."""
    parent = code.parents.get(node)
    if isinstance(parent, Assign) and isinstance(parent.targets[0], Subscript):
        return bool(root(parent.targets[0]))
    return called(parent) in ("fillna", "where", "nan_to_num", "masked_fill", "full_like")


def _is_masked(code: Code) -> bool:
    """Return whether a mask of valid values is taken with the table."""
    for call in code.calls_of(
        "isnan",
        "isna",
        "notna",
        "isnull",
        "nanmean",
        "nanmedian",
    ):
        statement = code.statement(call)
        if isinstance(statement, Assign) and not any(calls_in(statement, "fillna")):
            return True
    return not code.names.isdisjoint({"SimpleImputer", "MissingIndicator", "Masking"})


RULE = Rule(
    "marker-used-as-number",
    "missing-values",
    find,
)
