"""The best model, epoch or column is chosen by its score on the test data."""

from __future__ import annotations

from ast import Attribute, Call, Compare, If, Name, Store, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import name_words
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, words
from engine.read.code.program import descendants

SOURCE = "https://scikit-learn.org/stable/common_pitfalls.html"
_TEST = frozenset({"test", "testing", "holdout"})
_BEST = frozenset({"best", "highest", "lowest", "max", "min", "top"})
_STOPPING = ("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "early_stopping")
_SENTENCE = "The choice follows the score on the test data, which is no longer a fair one then."
_STOPPED = "Training stops by the test data, and is then scored on the same data."


def find(code: Code) -> Iterator[Found]:
    for node in code.of(If):
        if code.loops(node) and _is_choice(code, node):
            yield Found(
                node,
                _SENTENCE,
                LIKELY,
            )
    yield from _stopped(code)


def _is_choice(
    code: Code,
    node: If,
) -> bool:
    """Return whether a new best by test score is kept: `if test_acc > best: best = test_acc`."""
    test = node.test
    if not isinstance(test, Compare) or len(test.comparators) != 1:
        return False
    sides = (test.left, test.comparators[0])
    for score, best in (sides, sides[::-1]):
        is_best = isinstance(best, Name | Attribute) and bool(name_words(best) & _BEST)
        if is_best and _is_test_score(code, score) and _keeps_more(node, dotted(best)):
            return True
    return False


def _is_test_score(
    code: Code,
    node: expr,
) -> bool:
    if name_words(node) & _BEST:
        return False
    value = (
        code.reaching(node)
        if isinstance(
            node,
            Name,
        )
        else node
    )
    if isinstance(node, Name) and _is_test(name_words(node)):
        return True
    if not isinstance(value, Call):
        return False
    return any(
        _is_test_data(
            code,
            given,
        )
        for given in value.args
    )


def _is_test(found: frozenset[str]) -> bool:
    held_out = {"held", "out"} <= found
    return bool(found & _TEST or held_out) and not found & {"val", "valid", "dev", "validation"}


def _is_test_data(
    code: Code,
    node: expr,
) -> bool:
    """Return whether data has the name of a test set, itself or behind one other name."""
    if not isinstance(node, Name | Attribute):
        return False
    other = code.reaching(node)
    named = (
        [node, other]
        if isinstance(
            other,
            Name,
        )
        else [node]
    )
    return any(_is_test(words(dotted(each))) for each in named)


def _keeps_more(
    node: If,
    best: str,
) -> bool:
    """Return whether the branch sets the best score and keeps something beside it."""
    targets: set[str] = set()
    has_call = False
    for statement in node.body:
        for inner in descendants(statement):
            if isinstance(inner, Name | Attribute) and isinstance(inner.ctx, Store):
                targets.add(dotted(inner))
            if called(inner) in ("save", "deepcopy", "save_pretrained", "dump", "save_checkpoint"):
                has_call = True
    return best in targets and (has_call or len(targets) > 1)


def _stopped(code: Code) -> Iterator[Found]:
    """`fit(validation_data=(X_test, y_test), callbacks=[EarlyStopping()])`, scored on X_test."""
    if code.names.isdisjoint(_STOPPING) and not _has_rounds(code):
        return
    for fit in code.calls_of("fit"):
        for name in _watched(fit):
            if name and _is_test(words(name)) and _is_scored(code, name, fit):
                yield Found(
                    fit,
                    _STOPPED,
                    LIKELY,
                )
                break


def _has_rounds(code: Code) -> bool:
    return any(argument(call, "early_stopping_rounds") is not None for call in code.calls)


def _watched(fit: Call) -> list[str]:
    """Return the names of the data that stops a fit early."""
    watched = argument(fit, "validation_data") or argument(fit, "eval_set")
    stops = argument(fit, "callbacks") or argument(fit, "early_stopping_rounds")
    if watched is None or (stops is None and argument(fit, "eval_set") is None):
        return []
    found = [node for node in descendants(watched) if isinstance(node, Name)]
    return [node.id for node in found]


def _is_scored(
    code: Code,
    name: str,
    fit: Call,
) -> bool:
    order = code.order
    for call in code.calls_of(
        "evaluate",
        "predict",
        "score",
        "predict_proba",
    ):
        if order[call] > order[fit] and name in map(dotted, call.args):
            return True
    return False


RULE = Rule(
    "chosen-by-test-score",
    "test-set-leakage",
    find,
)
