"""Nested settings as paths: `optimizer.lr`, and which path of several is the run's own."""

from __future__ import annotations

import re
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
)
from typing import NamedTuple

from engine.names import normalized
from engine.read.settings.commands import settings_of_words
from engine.read.settings.literals import value_of
from engine.read.settings.optimizers import is_optimizer

DEPTH = 12
_LONGEST_PATH = 1000  # characters, from the end; every setting below a key carries it in its path
_MOST_ITEMS = 64  # mappings of one list
# A nested block names its subject by one of these keys: optimizer: {name: adam, lr: 0.1}
_TITLES = frozenset(
    {"name", "type", "_target_", "target", "class_name", "class", "class_path", "kind"}
)
_RATES = frozenset({"lr", "learning_rate"})
_VALUE_WITH_TEXT = frozenset({"value", "desc"})  # Weights & Biases writes config.yaml so
_COMMAND_KEYS = frozenset({"args", "argv", "command", "cmd", "command_line"})
_ENVIRONMENT_KEYS = frozenset({"dependencies", "channels"})
_OF_TRACKER = frozenset({"_wandb", "wandb_version", "hydra"})
_SUMMARY_KEYS = frozenset({"_step", "_runtime", "_timestamp"})
_OVERRIDE = re.compile(r"[+~]{0,2}([A-Za-z_][\w./@-]{0,119})=(.*)")
# Blocks that hold the settings of the run as a whole: a path through them is no deeper.
_NEUTRAL = frozenset(
    {
        "config", "cfg", "args", "arguments", "hparams", "hyperparameters", "params", "parameters",
        "training", "train", "trainer", "training_args", "training_arguments", "optimizer",
        "optim", "opt", "optimization", "optim_wrapper", "settings", "options", "value", "task",
        "overrides", "init_args", "trainingarguments", "data", "model", "dataset", "kwargs",
    }
)  # fmt: skip
# Words of blocks whose settings are not those of the run as a whole.
_ASIDE = frozenset(
    {
        "scheduler", "schedulers", "sched", "schedule", "lr_scheduler", "lr_config", "lr_schedule",
        "param_scheduler", "scheduler_config", "warmup", "ema", "teacher", "default", "defaults",
        "eval", "evaluation", "val", "validation", "test", "sweep", "choices",
    }
)  # fmt: skip
_NUMBERED = re.compile(r"(?:line|group|other) \d{1,9}|\d{1,4}")
_PROGRAM = "program"


# Values of `Place.aside`.
ASIDE = 1
OF_PROGRAM = 2
OF_RESULTS = 3


class Place(NamedTuple):
    """Where a setting stands, the first of a sorted list first.

    aside: 0 for the run's own; else a block of another subject, program text, or results.
    depth: blocks above it, without those that hold the run's settings as a whole.
    """

    aside: int
    depth: int


def place_of(
    path: str,
    is_of_results: bool = False,
) -> Place:
    """Return the place of a path of names with dots between them."""
    lowered = path.lower()
    parts = lowered.split(".")
    above = parts[:-1]
    depth = len(above)
    if is_of_results:
        return Place(OF_RESULTS, depth)
    if above[:1] == [_PROGRAM]:
        return Place(OF_PROGRAM, depth)
    words = list(map(normalized, above))
    own = [word for word in words if word not in _NEUTRAL]
    is_further_one = any(map(_is_numbered, above))
    is_aside = is_further_one or not _ASIDE.isdisjoint(words)
    return Place(
        aside=int(is_aside),
        depth=len(own),
    )


def _is_numbered(part: str) -> bool:
    """Return whether a part of a path is a further one of its kind: a second group or run."""
    return part != "0" and _NUMBERED.fullmatch(part) is not None


def is_summary(config: Mapping[str, object]) -> bool:
    """Return whether a mapping is the results of a run: a tracker adds its step and clock."""
    given = _SUMMARY_KEYS.intersection(config)
    return len(given) >= 2


def flattened(
    config: Mapping[str, object],
    prefix: str = "",
    depth: int = DEPTH,
) -> Iterator[tuple[str, object]]:
    """Yield (path, value) of each setting; the title of a block also under the block's path."""
    if not prefix and config.keys() >= _ENVIRONMENT_KEYS:
        return  # an environment of conda
    for key, value in config.items():
        name = str(key)
        if not prefix and name in _OF_TRACKER:
            yield from _of_tracker(value)
            continue
        path = f"{prefix}{name}"[-_LONGEST_PATH:]
        path = path.replace("/", ".")
        yield from _flattened_value(path, value, depth)
        if prefix and isinstance(value, str) and normalized(name) in _TITLES:
            yield from _titles(prefix, value, config)


def _of_tracker(value: object) -> Iterator[tuple[str, object]]:
    """Yield the overrides that a Hydra configuration records; its other settings are its own."""
    overrides = _at(value, "overrides")
    task = _at(overrides, "task")
    if isinstance(task, list):
        yield from _overrides("overrides.", task)


def _at(
    value: object,
    key: str,
) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _flattened_value(
    path: str,
    value: object,
    depth: int,
) -> Iterator[tuple[str, object]]:
    if value is None or isinstance(value, float | bool):
        yield path, value
        return
    value = _without_description(value)
    if isinstance(value, list) and _are_overrides(value):
        yield from _overrides(f"{path}.", value)
        return
    inside = _inside(path, value)
    if inside is None:
        yield path, value
    elif depth:
        yield from flattened(inside, f"{path}.", depth - 1)


def _inside(
    path: str,
    value: object,
) -> Mapping[str, object] | None:
    """Return the settings in a value: of a mapping, of a list of mappings, of a command."""
    if isinstance(value, dict):
        return value
    name = path.rpartition(".")[2]
    if normalized(name) in _COMMAND_KEYS:
        words = _words(value)
        return settings_of_words(words) if words else None
    if not isinstance(value, list):
        return None
    if not any(isinstance(item, dict) for item in value):
        return None
    numbered = enumerate(value[:_MOST_ITEMS])
    return {str(number): item for number, item in numbered}


def _titles(
    prefix: str,
    value: str,
    block: Mapping[str, object],
) -> Iterator[tuple[str, object]]:
    """Yield what the title of a block says: its subject, and an optimizer wherever it stands."""
    subject = prefix.rstrip(".")
    yield subject, value
    has_rate = not _RATES.isdisjoint(block)
    if has_rate and is_optimizer(value):
        yield f"{prefix}optimizer", value


def _without_description(value: object) -> object:
    if not isinstance(value, dict):
        return value
    is_described = "value" in value and value.keys() <= _VALUE_WITH_TEXT
    return value["value"] if is_described else value


def _words(value: object) -> list[str]:
    """Return the words of a command that was recorded as a text or a list, empty for no command."""
    words: list[str] = []
    if isinstance(value, str):
        words = value.split()
    elif isinstance(value, list):
        words = [item for item in value if isinstance(item, str)]
    for word in words:
        if word.startswith("--"):
            return words
    return []


def _are_overrides(values: Sequence[object]) -> bool:
    """Return whether a list holds nothing but overrides."""
    if not values:
        return False
    return all(map(_override, values))


def _overrides(
    prefix: str,
    values: Sequence[object],
) -> Iterator[tuple[str, object]]:
    for value in values:
        match = _override(value)
        if match:
            name, text = match.groups()
            yield f"{prefix}{name}", value_of(text)


def _override(value: object) -> re.Match[str] | None:
    """Return name and value of an override as Hydra takes it: `optimizer.lr=0.1`."""
    return _OVERRIDE.fullmatch(value) if isinstance(value, str) else None
