"""Settings of a configuration, flat and under canonical names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from engine.names import normalized
from engine.read.parts.limits import MAX_LISTED_SETTINGS
from engine.read.parts.names import Names, nested_endings
from engine.read.parts.numbers import clamped_float, number_from_text
from engine.run import ConfigValue

MAX_SETTINGS = 2000
_DEPTH = 12
_LONGEST_PATH = 1000  # characters, from the end; every setting below a key carries it in its path
_WORD_LIMIT = 200
_NUMBER_LIMIT = 60
_PRECISIONS = {
    "fp16": "fp16", "16": "fp16", "16.0": "fp16", "16-mixed": "fp16", "16-true": "fp16",
    "float16": "fp16", "half": "fp16", "mixed_float16": "fp16", "torch.float16": "fp16",
    "mixed": "fp16", "amp": "fp16",
    "bf16": "bf16", "bf16-mixed": "bf16", "bf16-true": "bf16", "bfloat16": "bf16",
    "mixed_bfloat16": "bf16", "torch.bfloat16": "bf16",
    "fp32": "fp32", "32": "fp32", "32.0": "fp32", "32-true": "fp32", "float32": "fp32",
    "torch.float32": "fp32", "full": "fp32", "no": "fp32",
    "64": "fp64", "64.0": "fp64", "float64": "fp64",
}  # fmt: skip
_OPTIMIZERS = {
    "adamw_torch": "adamw",
    "adamw_hf": "adamw",
    "adamw_torch_fused": "adamw",
    "momentum": "sgd",
}
_CLASS_PATH = re.compile(r"<?(?:class )?'?(?:\w+\.)+(\w+)'?>?")
# Flags that choose the precision; tf32 is a flag that leaves it as it is.
_FLAG_PRECISION = {
    "fp16": "fp16",
    "bf16": "bf16",
    "amp": "fp16",
    "half": "fp16",
    "use_amp": "fp16",
    "tf32": "",
}
# Settings that count things. Loggers write -1 for "no limit".
_COUNTS = frozenset(
    {
        "accumulation_steps",
        "batch_size",
        "class_counts",
        "depth",
        "epochs",
        "n_classes",
        "n_features",
        "n_parameters",
        "n_test",
        "n_train",
        "n_val",
        "steps",
        "vocab_size",
        "width",
    }
)
# A nested block names its subject by one of these keys: optimizer: {name: adam, lr: 0.1}
_TITLES = frozenset(
    {"name", "type", "_target_", "target", "class_name", "class", "class_path", "kind"}
)
_VALUE_WITH_TEXT = frozenset({"value", "desc"})  # Weights & Biases writes config.yaml so


def flat_settings(
    config: Mapping[str, object],
    names: Names,
) -> tuple[dict[str, ConfigValue], tuple[str, ...]]:
    """Return the settings under canonical names, and the names that are no alias."""
    canonical: dict[str, ConfigValue] = {}
    unknown: dict[str, ConfigValue] = {}
    for path, raw in islice(
        _flatten(
            config,
            "",
            _DEPTH,
        ),
        MAX_LISTED_SETTINGS,
    ):
        value = setting(raw)
        if value is None:
            continue
        flag = normalized(path.rpartition(".")[2])
        if flag in _FLAG_PRECISION and isinstance(value, bool):
            if value and _FLAG_PRECISION[flag]:
                canonical["precision"] = _FLAG_PRECISION[flag]
            continue
        if len(canonical) + len(unknown) >= MAX_SETTINGS:
            continue
        name = _canonical(path, names)
        if name in _COUNTS and not _may_count(value):
            continue
        if name:
            canonical.setdefault(name, _unified(name, value))
        else:
            name = normalized(path.replace(".", "_"))
            unknown.setdefault(name, _unified(name, value))
    return {**unknown, **canonical}, tuple(unknown)


def _flatten(
    config: Mapping[str, object],
    prefix: str,
    depth: int,
) -> Iterator[tuple[str, object]]:
    """Yield (path, value) of each setting; the title of a block also under the block's path."""
    for key, value in config.items():
        path = f"{prefix}{key}"[-_LONGEST_PATH:]
        if isinstance(value, dict) and "value" in value and value.keys() <= _VALUE_WITH_TEXT:
            value = value["value"]
        if not isinstance(value, dict):
            yield path, value
            if prefix and normalized(str(key)) in _TITLES:
                yield prefix.rstrip("."), value
        elif depth:
            yield from _flatten(
                value,
                f"{path}.",
                depth - 1,
            )


def _may_count(value: ConfigValue) -> bool:
    """Return whether no number of the value is negative, infinite or NaN."""
    numbers = value if isinstance(value, tuple) else (value,)
    counts = [number for number in numbers if isinstance(number, float)]
    return all(0 <= number < math.inf for number in counts)


def _canonical(
    path: str,
    names: Names,
) -> str | None:
    for ending in nested_endings(path):
        name = names.looked_up(ending)
        if name:
            return name
    return None


def setting(value: object) -> ConfigValue | None:
    """Return a number, a flag, a lower-case word or a tuple of numbers; None for empty values."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return clamped_float(value)
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, list | tuple):
        return _from_list(list(value))
    return None


def _from_text(text: str) -> ConfigValue | None:
    text = text.strip()
    word = text.lower()
    if word in {"true", "false"}:
        return word == "true"
    if word in {"", "null"}:
        return None
    number = number_from_text(text[:_NUMBER_LIMIT])
    return text[:_WORD_LIMIT].lower() if number is None else number


def _from_list(values: list[object]) -> ConfigValue | None:
    # A list inside a list is no number, however deep it is: it is not looked into.
    flat = [value for value in values if not isinstance(value, list | tuple)]
    settings = map(setting, flat)
    numbers = [value for value in settings if isinstance(value, float)]
    if values and len(numbers) == len(values):
        return tuple(numbers)
    words = [value.strip().lower() for value in values if isinstance(value, str)]
    return ", ".join(words)[:_WORD_LIMIT] if words else None


def _unified(
    name: str,
    value: ConfigValue,
) -> ConfigValue:
    """Return one spelling for one thing: torch.optim.AdamW is adamw, 16-mixed is fp16."""
    if name == "precision":
        return _PRECISIONS.get(str(value).lower(), value)
    if not isinstance(value, str):
        return value
    word = value
    path = _CLASS_PATH.fullmatch(word)
    if path:
        word = path.group(1)
    if name != "optimizer":
        return word
    word = word.partition(" ")[0]
    word = word.partition("(")[0]
    return _OPTIMIZERS.get(word, word)
