"""The training data is read in the order in which it lies."""

from __future__ import annotations

from ast import Assign, Call, Name, While, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.training import backward_passes, is_of_training, name_words
from engine.read.code.code import Code
from engine.read.code.names import argument, dotted, is_false, receiver
from engine.read.code.program import Loop

SOURCE = "https://docs.pytorch.org/docs/stable/data.html"
_FOLDERS = ("flow_from_directory", "image_dataset_from_directory", "flow_from_dataframe")
_OF_SEQUENCES = frozenset({"LSTM", "GRU", "SimpleRNN", "TimeseriesGenerator", "stateful"})
_OTHER_ORDER = ("sampler", "batch_sampler", "collate_fn")
_SENTENCE = "The training data is read without shuffling, in the order in which it is stored."


def find(code: Code) -> Iterator[Found]:
    yield from _loaders(code)
    yield from _folders(code)
    yield from _fits(code)


def _loaders(code: Code) -> Iterator[Found]:
    trained = _sources_of_training(code)
    for call in code.calls_of("DataLoader"):
        if not is_false(code.resolved(argument(call, "shuffle", 2))):
            continue
        if any(argument(call, name) is not None for name in _OTHER_ORDER[:2]):
            continue
        target = _target(code, call)
        if target and target in trained:
            yield Found(
                call,
                _SENTENCE,
                SURE,
            )
        elif not trained and is_of_training(Name(target)) and _is_only(code, call):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )


def _target(
    code: Code,
    call: Call,
) -> str:
    """Return the name that a loader gets; empty if a program has another one of that name."""
    statement = code.statement(call)
    if not isinstance(statement, Assign) or statement.value is not call:
        return ""
    name = dotted(statement.targets[0])
    every = code.all_of(code.scope(call), name)
    return name if len(every) == 1 else ""


def _sources_of_training(code: Code) -> set[str]:
    """Return the names over which the loops with a backward pass run."""
    names: set[str] = set()
    for backward in backward_passes(code):
        for loop in code.loops(backward):
            if isinstance(loop, Loop) and not isinstance(loop, While):
                names.add(_source(loop.iter))
    return names - {""}


def _source(node: expr) -> str:
    """Return the loader of `enumerate(loader)` or `tqdm(loader, total=9)`."""
    while isinstance(node, Call) and node.args:
        node = node.args[0]
    return dotted(node)


def _is_only(
    code: Code,
    call: Call,
) -> bool:
    """Return whether no other loader of training data may be the one that trains."""
    for other in code.calls_of("DataLoader"):
        statement = code.statement(other)
        target = statement.targets[0] if isinstance(statement, Assign) else None
        if other is not call and is_of_training(target):
            return False
    names = name_words(Name(_target(code, call)))
    return names.isdisjoint({"eval", "feature", "features", "bank", "memory", "cache"})


def _folders(code: Code) -> Iterator[Found]:
    """A generator over folders, one per class, that is not shuffled and trains a model."""
    for call in code.calls_of(*_FOLDERS):
        if not is_false(argument(call, "shuffle")):
            continue
        target = _target(code, call)
        fits = code.calls_of("fit", "fit_generator")
        if target and any(_is_trained_on(fit, target) for fit in fits):
            yield Found(
                call,
                _SENTENCE,
                SURE,
            )


def _is_trained_on(
    fit: Call,
    name: str,
) -> bool:
    first = fit.args[0] if fit.args else argument(fit, "x")
    return dotted(first) == name


def _fits(code: Code) -> Iterator[Found]:
    """`model.fit(x, y, epochs=9, shuffle=False)` of Keras; sequences may need their order."""
    if not code.names.isdisjoint(_OF_SEQUENCES):
        return
    for call in code.calls_of("fit"):
        is_keras = argument(call, "epochs") is not None
        is_in_order = is_keras and is_false(argument(call, "shuffle"))
        if is_in_order and receiver(call) is not None and len(call.args) > 1:
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )


RULE = Rule(
    "training-data-in-order",
    "data-not-shuffled",
    find,
)
