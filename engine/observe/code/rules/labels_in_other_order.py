"""Inputs and labels are put into different orders."""

from __future__ import annotations

from ast import (
    AST,
    Assign,
    Attribute,
    Call,
    DictComp,
    For,
    Name,
    Pass,
    Subscript,
    comprehension,
    expr,
    stmt,
)
from collections.abc import Iterator
from itertools import pairwise

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.training import words_of_targets
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, is_false, literal, receiver, root
from engine.read.code.program import calls_in, descendants

_DRAWS = ("permutation", "randperm")
_FOLDERS = ("flow_from_directory", "image_dataset_from_directory", "flow_from_dataframe")
_PREDICTING = ("predict", "predict_generator")
_SORTED = "The inputs are read in sorted order, and the labels in the order of the table."
_APART = "Inputs and labels are shuffled apart, so they do not belong together any more."
_SPLIT = "Inputs and labels are split in two calls that draw different rows."
_GENERATOR = (
    "The generator shuffles, so its predictions are not in the order of `classes` and `filenames`."
)


def find(code: Code) -> Iterator[Found]:
    yield from _sorted_names(code)
    yield from _split_apart(code)
    yield from _shuffled_apart(code)
    yield from _generators(code)


def _sorted_names(code: Code) -> Iterator[Found]:
    """`sorted(d)` gives the inputs, and `d.values()` of the same dict the labels."""
    listed = {dotted(receiver(call)) for call in code.calls_of("values") if not call.args}
    for call in code.calls_of("sorted"):
        keys = _keys_of(code, call)
        statement = code.statement(call)
        is_named = isinstance(statement, Assign) and statement.value is call
        if keys & (listed - {""}) and is_named and _picks_items(code, statement, call):
            yield Found(
                call,
                _SORTED,
                LIKELY,
            )


def _keys_of(
    code: Code,
    call: Call,
) -> set[str]:
    """Return the dicts whose keys are sorted: the dict itself, and one that it is built from."""
    if len(call.args) != 1 or call.keywords:
        return set()
    names = {_without_view(call.args[0], "keys")}
    made = code.resolved(call.args[0])
    if isinstance(made, DictComp):
        items = made.generators[0].iter
        names.add(_without_view(items, "items"))
    return names - {""}


def _without_view(
    node: expr,
    view: str,
) -> str:
    """Return the name of a dict, behind `d.keys()` or `d.items()`."""
    table = receiver(node) if called(node) == view else node
    return table.id if isinstance(table, Name) else ""


def _picks_items(
    code: Code,
    statement: stmt | None,
    call: Call,
) -> bool:
    """Return whether the sorted keys pick the items: `[d[name] for name in names]`."""
    if not isinstance(statement, Assign):
        return False
    name = dotted(statement.targets[0])
    for node in code.nodes:
        if isinstance(node, comprehension | For) and dotted(node.iter) == name:
            outer = code.parents.get(node) if isinstance(node, comprehension) else node
            if outer is not None and _indexes(outer, dotted(node.target), root(call.args[0])):
                return True
    return False


def _indexes(
    outer: AST,
    key: str,
    table: str,
) -> bool:
    for node in descendants(outer):
        if isinstance(node, Subscript) and dotted(node.slice) == key:
            return root(node.value) == table
    return False


def _split_apart(code: Code) -> Iterator[Found]:
    """`train_test_split(X)` and `train_test_split(y)` without one seed for both."""
    single = [call for call in code.calls_of("train_test_split") if len(call.args) == 1]
    for first, second in pairwise(single):
        kinds = [
            words_of_targets(
                code,
                call,
            )
            for call in (first, second)
        ]
        is_pair = "x" in kinds[0] and "y" in kinds[1]
        is_random = not is_false(argument(second, "shuffle"))
        if is_pair and is_random and not _has_one_seed(code, first, second):
            yield Found(
                second,
                _SPLIT,
                SURE,
            )


def _has_one_seed(
    code: Code,
    first: Call,
    second: Call,
) -> bool:
    seeds = [
        argument(
            call,
            "random_state",
        )
        for call in (first, second)
    ]
    if seeds[0] is None or seeds[1] is None:
        return False
    known = [literal(code.resolved(seed)) for seed in seeds]
    return None in known or known[0] == known[1]


def _shuffled_apart(code: Code) -> Iterator[Found]:
    """Both are shuffled by draws of their own: `np.random.shuffle(x)`, `np.random.shuffle(y)`."""
    before: dict[AST | None, Call] = {}
    for call in code.calls_of(
        "shuffle",
        "seed",
        "set_state",
        "set_seed",
        "manual_seed",
    ):
        scope = code.scope(call)
        if called(call) != "shuffle":
            before.pop(
                scope,
                None,
            )
            continue
        earlier = before.get(scope)
        if earlier is not None and _are_pair(earlier, call):
            yield Found(
                call,
                _APART,
                SURE,
            )
        if len(call.args) == 1 and not call.keywords:
            before[scope] = call
    yield from _drawn_apart(code)


def _are_pair(
    first: Call,
    second: Call,
) -> bool:
    """Return whether one call shuffles inputs and the next one the labels of them."""
    if len(first.args) != 1 or len(second.args) != 1:
        return False
    names = [dotted(call.args[0]).lower() for call in (first, second)]
    pairs = (("x", "y"), ("images", "labels"), ("inputs", "targets"), ("features", "labels"))
    return any(names[0].replace(a, b, 1) == names[1] and a in names[0] for a, b in pairs)


def _drawn_apart(code: Code) -> Iterator[Found]:
    """`x = x[np.random.permutation(n)]`, and the same for `y` with a draw of its own."""
    before: tuple[str, AST] = ("", Pass())
    for node in code.of(Assign):
        if not isinstance(node.value, Subscript):
            continue
        name = dotted(node.targets[0]).lower()
        if not any(calls_in(node.value.slice, *_DRAWS)):
            continue
        pair = before[0].replace(
            "x",
            "y",
            1,
        )
        if "x" in before[0] and pair == name:
            yield Found(
                node,
                _APART,
                SURE,
            )
        before = (name, node)


def _generators(code: Code) -> Iterator[Found]:
    """Predictions of a shuffled generator are compared with its `classes`."""
    compared = {
        dotted(node.value)
        for node in code.nodes
        if isinstance(node, Attribute) and node.attr in ("classes", "filenames", "labels")
    }
    for call in code.calls_of(*_PREDICTING):
        name = dotted(call.args[0]) if call.args else ""
        made = code.reaching(call.args[0]) if name else None
        is_folder = isinstance(made, Call) and called(made) in _FOLDERS
        if name not in compared or not isinstance(made, Call) or not is_folder:
            continue
        if not _may_keep_order(made):
            yield Found(
                call,
                _GENERATOR,
                SURE,
            )


def _may_keep_order(made: Call) -> bool:
    given = argument(
        made,
        "shuffle",
    )
    return given is not None and literal(given) is not True


RULE = Rule(
    "labels-in-other-order",
    "inputs-labels-misaligned",
    find,
)
