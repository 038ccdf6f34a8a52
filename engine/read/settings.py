"""What a configuration says, flat and under canonical names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from engine.names import normalized
from engine.read.limits import MAX_LISTED_SETTINGS
from engine.read.names import Names, nested_endings
from engine.read.numbers import number_from_text
from engine.run import ConfigValue

MAX_SETTINGS = 2000
_DEPTH = 12
_LONGEST_PATH = 1000  # characters, from the end; every setting below a key carries it in its path
_WORD_LIMIT = 200
_PRECISIONS = {
    "fp16": "fp16",
    "16": "fp16",
    "16.0": "fp16",
    "16-mixed": "fp16",
    "16-true": "fp16",
    "float16": "fp16",
    "half": "fp16",
    "mixed_float16": "fp16",
    "torch.float16": "fp16",
    "mixed": "fp16",
    "amp": "fp16",
    "bf16": "bf16",
    "bf16-mixed": "bf16",
    "bf16-true": "bf16",
    "bfloat16": "bf16",
    "mixed_bfloat16": "bf16",
    "torch.bfloat16": "bf16",
    "fp32": "fp32",
    "32": "fp32",
    "32.0": "fp32",
    "32-true": "fp32",
    "float32": "fp32",
    "torch.float32": "fp32",
    "full": "fp32",
    "no": "fp32",
    "64": "fp64",
    "64.0": "fp64",
    "float64": "fp64",
}
_OPTIMIZERS = {
    "adamw_torch": "adamw",
    "adamw_hf": "adamw",
    "adamw_torch_fused": "adamw",
    "momentum": "sgd",
}
_CLASS_PATH = re.compile(r"<?(?:class )?'?(?:\w+\.)+(\w+)'?>?")
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
# A nested block names what it configures by one of these keys: optimizer: {name: adam, lr: 0.1}
_TITLES = frozenset({"name", "type", "_target_", "class_name", "class", "class_path", "kind"})


def flat_settings(
    config: Mapping[str, object], names: Names
) -> tuple[dict[str, ConfigValue], tuple[str, ...]]:
    """The settings under canonical names, and the names that no alias knows."""
    known: dict[str, ConfigValue] = {}
    unknown: dict[str, ConfigValue] = {}
    for path, raw in islice(_flatten(config, "", _DEPTH), MAX_LISTED_SETTINGS):
        value = setting(raw)
        if value is None:
            continue
        last = normalized(path.rpartition(".")[2])
        if last in _FLAG_PRECISION and isinstance(value, bool):
            if value and _FLAG_PRECISION[last]:
                known["precision"] = _FLAG_PRECISION[last]
            continue
        name = _canonical(path, names)
        if name in _COUNTS and not _may_count(value):
            continue
        target, key = (known, name) if name else (unknown, normalized(path.replace(".", "_")))
        if len(known) + len(unknown) < MAX_SETTINGS:
            target.setdefault(key, _worded(key, value))
    return {**unknown, **known}, tuple(unknown)


def _flatten(config: Mapping[str, object], prefix: str, depth: int) -> Iterator[tuple[str, object]]:
    for key, value in config.items():
        path = f"{prefix}{key}"[-_LONGEST_PATH:]
        if isinstance(value, dict) and set(value) <= {"value", "desc"} and "value" in value:
            value = value["value"]  # as Weights & Biases writes config.yaml
        if isinstance(value, dict):
            if depth:
                yield from _flatten(value, f"{path}.", depth - 1)
        elif prefix and normalized(str(key)) in _TITLES | {"target"}:
            yield path, value
            yield prefix.rstrip("."), value
        else:
            yield path, value


def _may_count(value: ConfigValue) -> bool:
    """Return whether no number of the value is negative, infinite or NaN."""
    numbers = value if isinstance(value, tuple) else (value,)
    return all(not isinstance(number, float) or 0 <= number < math.inf for number in numbers)


def _canonical(path: str, names: Names) -> str | None:
    meanings = (names.looked_up(ending) for ending in nested_endings(path))
    return next((meaning for meaning in meanings if meaning), None)


def setting(value: object) -> ConfigValue | None:
    """A value as a number, a flag, a lower-case word or a tuple of numbers; None for what says
    nothing.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _float(value)
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, list | tuple):
        return _from_list(list(value))
    return None


def _from_text(text: str) -> ConfigValue | None:
    text = text.strip()
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if text.lower() in {"", "null"}:
        return None
    number = number_from_text(text[:60])
    return text[:_WORD_LIMIT].lower() if number is None else number


def _from_list(values: list[object]) -> ConfigValue | None:
    flat = [
        value for value in values if not isinstance(value, list | tuple)
    ]  # a list is no number, however deep
    numbers = [number for number in map(setting, flat) if isinstance(number, float)]
    if values and len(numbers) == len(values):
        return tuple(numbers)
    words = [value.strip().lower() for value in values if isinstance(value, str)]
    return ", ".join(words)[:_WORD_LIMIT] if words else None


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _worded(name: str, value: ConfigValue) -> ConfigValue:
    """Spellings of one thing made the same: torch.optim.AdamW is adamw, 16-mixed is fp16."""
    if name == "precision":
        return _PRECISIONS.get(str(value).lower(), value)
    if not isinstance(value, str):
        return value
    word = value
    path = _CLASS_PATH.fullmatch(word)
    if path:
        word = path.group(1)
    if name == "optimizer":
        word = word.partition(" ")[0].partition("(")[0]
        return _OPTIMIZERS.get(word, word)
    return word
