"""Settings that a program gives its optimizer, loss, loaders and loop, by its syntax tree."""

from __future__ import annotations

from ast import Call, Constant, For, Import, ImportFrom, expr
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.read.code.code import Code, code_of
from engine.read.code.names import argument, called, dotted, words
from engine.read.settings.program import KEY, program_settings
from engine.run import Snippet

MAX_CODE = 100_000  # characters of one input; settings stand in no longer programs
_OPTIMIZERS = frozenset(
    {
        "SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "Adamax", "NAdam", "RAdam",
        "LBFGS", "Adafactor", "Lion", "LAMB",
    }
)  # fmt: skip
_LOSSES = {
    "CrossEntropyLoss": "cross_entropy",
    "cross_entropy": "cross_entropy",
    "NLLLoss": "nll_loss",
    "nll_loss": "nll_loss",
    "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "MSELoss": "mse",
    "mse_loss": "mse",
    "L1Loss": "mae",
    "l1_loss": "mae",
    "SmoothL1Loss": "smooth_l1",
    "HuberLoss": "huber",
}
_ACTIVATIONS = {
    "ReLU": "relu",
    "LeakyReLU": "leaky_relu",
    "GELU": "gelu",
    "ELU": "elu",
    "SELU": "selu",
    "SiLU": "silu",
    "Tanh": "tanh",
    "Sigmoid": "sigmoid",
}
_FRAMEWORKS = {
    "torch": "pytorch",
    "lightning": "pytorch",
    "pytorch_lightning": "pytorch",
    "keras": "keras",
    "tensorflow": "tensorflow",
    "sklearn": "scikit-learn",
}
_NUMBERS = ("lr", "learning_rate", "momentum", "weight_decay")
_CANONICAL = {"lr": "learning_rate"}
_NO_SETTINGS = frozenset({"dim", "dims", "keepdim"})  # arguments of any call
_TRAINING = frozenset({"train", "training", "trn"})
_HELD_OUT = frozenset({"val", "valid", "validation", "test", "eval", "dev"})


class _Setting(NamedTuple):
    name: str
    value: object


def code_settings(snippets: Sequence[Snippet]) -> dict[str, object]:
    """Return the settings of program text below a key of their own; empty without any."""
    size = sum(len(snippet.text) for snippet in snippets)
    if not snippets:
        return {}
    code = code_of(snippets) if size <= MAX_CODE else Code("")
    settings = _of_tree(code)
    lines = [line for snippet in snippets for line in snippet.text.splitlines()]
    found = program_settings(lines).get(KEY)
    if isinstance(found, dict):
        for name, value in found.items():
            if name not in _NO_SETTINGS and not _is_misread(code, name, value):
                settings.setdefault(name, value)
    return {KEY: settings} if settings else {}


def _is_misread(
    code: Code,
    name: str,
    value: object,
) -> bool:
    """Return whether the tree gives a name another number: `a, b = 1, 2` is read line by line."""
    for assigned in code.all_of(None, name):
        number = code.number(assigned.value)
        if number is not None and number != value:
            return True
    return isinstance(value, dict) and _NO_SETTINGS.issuperset(value)


def _of_tree(code: Code) -> dict[str, object]:
    """Return the settings that are the same wherever the program gives them."""
    values: dict[str, list[object]] = {}
    for name, value in _settings(code):
        known = values.setdefault(name, [])
        if value not in known:
            known.append(value)
    return {name: known[0] for name, known in values.items() if len(known) == 1}


def _settings(code: Code) -> Iterator[_Setting]:
    yield from _of_optimizers(code)
    yield from _of_losses(code)
    yield from _of_loaders(code)
    yield from _of_fits(code)
    yield from _of_epochs(code)
    yield from _of_layers(code)
    yield from _of_imports(code)


def _of_optimizers(code: Code) -> Iterator[_Setting]:
    for call in code.calls_of(*_OPTIMIZERS):
        yield _Setting("optimizer", called(call).lower())
        rate = code.number(
            argument(
                call,
                "lr",
                1,
            )
        )
        if rate is not None:
            yield _Setting("learning_rate", rate)
        yield from _numbers(
            code,
            call,
            _NUMBERS[1:],
        )


def _numbers(
    code: Code,
    call: Call,
    names: Iterable[str],
) -> Iterator[_Setting]:
    for name in names:
        value = code.number(argument(call, name))
        if value is not None:
            yield _Setting(_CANONICAL.get(name, name), value)


def _of_losses(code: Code) -> Iterator[_Setting]:
    for call in code.calls_of(*_LOSSES):
        yield _Setting("loss", _LOSSES[called(call)])
    for call in code.calls_of("compile"):
        for name in ("loss", "optimizer"):
            given = code.resolved(argument(call, name))
            if isinstance(given, Constant) and isinstance(given.value, str):
                yield _Setting(name, given.value.lower())


def _of_loaders(code: Code) -> Iterator[_Setting]:
    """Batch size and shuffling of the loaders that are not of held-out data."""
    for call in code.calls_of("DataLoader"):
        if _is_held_out(code, call):
            continue
        yield from _numbers(
            code,
            call,
            ("batch_size",),
        )
        shuffle = code.resolved(
            argument(
                call,
                "shuffle",
                2,
            )
        )
        if isinstance(shuffle, Constant) and isinstance(shuffle.value, bool):
            yield _Setting("shuffle", shuffle.value)


def _is_held_out(
    code: Code,
    call: Call,
) -> bool:
    """Return whether the name of a loader, or of its data, is one of held-out data."""
    statement = code.statement(call)
    targets = getattr(
        statement,
        "targets",
        [],
    )
    named: list[expr] = [*targets[:1], *call.args[:1]]
    found = {word for each in named for word in words(dotted(each))}
    return bool(found & _HELD_OUT) and not found & _TRAINING


def _of_fits(code: Code) -> Iterator[_Setting]:
    for call in code.calls_of(
        "fit",
        "fit_generator",
        "TrainingArguments",
    ):
        yield from _numbers(
            code,
            call,
            ("epochs", "batch_size", "learning_rate"),
        )
        shuffle = argument(call, "shuffle")
        if isinstance(shuffle, Constant) and isinstance(shuffle.value, bool):
            yield _Setting("shuffle", shuffle.value)


def _of_epochs(code: Code) -> Iterator[_Setting]:
    for loop in code.of(For):
        if words(dotted(loop.target)) & {"epoch", "epochs", "ep"}:
            count = code.length(loop.iter)
            if count is not None:
                yield _Setting("epochs", count)


def _of_layers(code: Code) -> Iterator[_Setting]:
    kinds = Counter(called(call) for call in code.calls_of(*_ACTIVATIONS))
    if len(kinds) == 1:
        [kind] = kinds
        yield _Setting("activation", _ACTIVATIONS[kind])
    for call in code.calls_of("Dropout"):
        share = code.number(argument(call, "p", 0) or argument(call, "rate"))
        if share is not None:
            yield _Setting("dropout", share)


def _of_imports(code: Code) -> Iterator[_Setting]:
    modules = [alias.name for node in code.of(Import) for alias in node.names]
    modules += [node.module or "" for node in code.of(ImportFrom)]
    for module in modules:
        framework = _FRAMEWORKS.get(module.partition(".")[0])
        if framework:
            yield _Setting("framework", framework)
