"""A scaler, a choice of columns or an imputer learns from all rows, and then they are split."""

from __future__ import annotations

from ast import AST, Assign, Attribute, Call, Name, Slice, Subscript, Tuple, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.tables import (
    CHOOSERS,
    SCALERS,
    both_sides,
    fitted_class,
    makers,
    tables_behind,
)
from engine.observe.code.training import TRAINING, VALIDATION, name_words
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, root
from engine.read.code.program import calls_in, descendants

SOURCE = "https://scikit-learn.org/stable/common_pitfalls.html"
_SCORED = ("train_test_split", "cross_val_score", "cross_validate", "cross_val_predict")
_CHOOSING = ("topk", "argsort", "nlargest", "argpartition")
_MOST_STEPS = 300
_FITTED = "is fitted on all rows, and then the rows are split: the held-out rows were seen."
_CHOSEN = "Columns are chosen with all rows, of which some are held out for validation."


def find(code: Code) -> Iterator[Found]:
    for call in code.calls_of(*_SCORED):
        for given in _tables(call):
            fitted = _fitted(code, given)
            if fitted is not None:
                name = fitted_class(code, fitted) or "The step"
                yield Found(
                    fitted,
                    f"{name} {_FITTED}",
                    SURE,
                )
    yield from _in_place(code)
    yield from _chosen_on_all(code)


def _tables(call: Call) -> list[expr]:
    """Return the tables that a call splits; a model comes first in `cross_val_score`."""
    is_split = called(call) == "train_test_split"
    return call.args if is_split else call.args[1:2]


def _fitted(
    code: Code,
    given: expr,
) -> Call | None:
    """Return the call that fitted a table on its own rows before it is split."""
    for maker in makers(code, given):
        if not isinstance(maker, Call):
            continue
        if called(maker) == "fit_transform" and _is_of_all(maker):
            kind = fitted_class(
                code,
                maker,
            )
            return maker if kind in SCALERS | CHOOSERS else None
        if called(maker) == "transform":
            return _fit_before(
                code,
                maker,
            )
    return None


def _fit_before(
    code: Code,
    transform: Call,
) -> Call | None:
    """Return the `fit` of the same object on the same table."""
    if not isinstance(transform.func, Attribute) or not transform.args:
        return None
    fitted = dotted(transform.func.value)
    for call in code.calls_of("fit"):
        is_same = isinstance(call.func, Attribute) and dotted(call.func.value) == fitted
        if is_same and call.args and root(call.args[0]) == root(transform.args[0]):
            known = fitted_class(code, call) in SCALERS | CHOOSERS
            return call if known and _is_of_all(call) else None
    return None


def _is_of_all(call: Call) -> bool:
    """Return whether the rows that a call gets are not named as one side of a split."""
    return bool(call.args) and not name_words(call.args[0]) & (TRAINING | VALIDATION)


def _in_place(code: Code) -> Iterator[Found]:
    """`df[columns] = scaler.fit_transform(df[columns])`, and `df` is split below."""
    for node in code.of(Assign):
        if not isinstance(node.targets[0], Subscript):
            continue
        call = node.value
        if called(call) != "fit_transform" or not isinstance(call, Call):
            continue
        table = root(node.targets[0])
        kind = fitted_class(
            code,
            call,
        )
        if kind in SCALERS | CHOOSERS and _is_of_all(call) and _is_split_after(code, table, node):
            yield Found(
                call,
                f"{kind} {_FITTED}",
                SURE,
            )


def _is_split_after(
    code: Code,
    table: str,
    node: AST,
) -> bool:
    order = code.order
    for call in code.calls_of("train_test_split"):
        if order[call] > order[node] and code.scope(call) is code.scope(node):
            return any(table in tables_behind(code, given) for given in call.args)
    return False


def _chosen_on_all(code: Code) -> Iterator[Found]:
    """Columns are ranked by all rows of which a part is held out by position."""
    cut = {name for name, _ in both_sides(code)}
    if not cut:
        return
    for call in code.calls_of(*_CHOOSING):
        if _reads_all(code, call, cut) and _is_used_as_columns(code, call):
            yield Found(
                call,
                _CHOSEN,
                LIKELY,
            )


def _reads_all(
    code: Code,
    call: Call,
    cut: set[str],
) -> bool:
    """Return whether the rows of a whole set go into a value; a slice of it is a part."""
    waiting: list[AST] = [call]
    seen: set[str] = set()
    for _ in range(_MOST_STEPS):
        if not waiting:
            return False
        for name in _names_read(waiting.pop()):
            if name.id in cut:
                return True
            if name.id not in seen:
                seen.add(name.id)
                value = code.reaching(name)
                if value is not None and not _is_slice(value):
                    waiting.append(value)
    return False


def _names_read(node: AST) -> Iterator[Name]:
    for inner in descendants(node):
        if isinstance(inner, Name):
            yield inner


def _is_slice(value: expr) -> bool:
    return isinstance(value, Subscript) and isinstance(value.slice, Slice)


def _is_used_as_columns(
    code: Code,
    call: Call,
) -> bool:
    """Return whether the ranking picks columns: `x[:, chosen]`."""
    statement = code.statement(call)
    targets = (
        statement.targets
        if isinstance(
            statement,
            Assign,
        )
        else []
    )
    names = {dotted(target) for target in targets}
    for node in code.of(Subscript):
        if isinstance(node.slice, Tuple):
            picked = node.slice.elts[-1]
            if dotted(picked) in names or any(inner is call for inner in calls_in(picked)):
                return True
    return False


RULE = Rule(
    "fitted-on-all-rows",
    "preprocessing-leakage",
    find,
)
