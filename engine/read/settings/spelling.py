"""One spelling for one thing: torch.optim.AdamW is adamw, 16-mixed is fp16, `5k steps` is 5000."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from engine.read.parts.numbers import (
    clamped_float,
    number_from_text,
)
from engine.read.settings.quantities import number_in_words
from engine.run import ConfigValue

_WORD_LIMIT = 200
_NUMBER_LIMIT = 60
_PRECISIONS = {
    "fp16": "fp16", "16": "fp16", "16.0": "fp16", "16-mixed": "fp16", "16-true": "fp16",
    "float16": "fp16", "half": "fp16", "mixed_float16": "fp16", "torch.float16": "fp16",
    "mixed": "fp16", "amp": "fp16", "jnp.float16": "fp16",
    "bf16": "bf16", "bf16-mixed": "bf16", "bf16-true": "bf16", "bfloat16": "bf16",
    "mixed_bfloat16": "bf16", "torch.bfloat16": "bf16", "jnp.bfloat16": "bf16",
    "fp32": "fp32", "32": "fp32", "32.0": "fp32", "32-true": "fp32", "float32": "fp32",
    "torch.float32": "fp32", "full": "fp32", "no": "fp32", "false": "fp32", "jnp.float32": "fp32",
    "64": "fp64", "64.0": "fp64", "float64": "fp64",
}  # fmt: skip
# What a name of an optimizer is once its library's own words are taken off.
_OPTIMIZERS = {
    "momentum": "sgd",
    "gradientdescent": "sgd",
    "gradient_descent": "sgd",
    "sgdm": "sgd",
    "adam_w": "adamw",
    "adamweightdecay": "adamw",
}
_CLASS_PATH = re.compile(r"<?(?:class )?'?(?:\w+\.)+(\w+)'?>?")
# Of the implementation and not of the method: FusedAdam, paged_adamw_8bit, adamw_torch_fused.
_IMPLEMENTATION = re.compile(
    r"(?:^(?:fused|distributed|paged|deepspeedcpu|cpu|apex|torch|tf|keras|optax)_?"
    r"|_?(?:torch|hf|fused|apex|xla|npu|bnb|anyprecision|foreach|optimizer|optim|opt|4bit|8bit"
    r"|32bit|layerwise|v1|v2|tpu)$)"
)
_MOST_WORDS_OFF = 4
# Settings that count things. Loggers write -1 for "no limit".
COUNTS = frozenset(
    {
        "accumulation_steps", "batch_size", "class_counts", "depth", "effective_batch_size",
        "epochs", "eval_batch_size", "n_classes", "n_features", "n_heads", "n_parameters",
        "n_test", "n_train", "n_val", "sequence_length", "steps", "vocab_size", "warmup_steps",
        "width",
    }
)  # fmt: skip
# Settings that are numbers, whatever words stand behind them: `1e-3 (cosine)`.
_NUMBERS = COUNTS | frozenset(
    {
        "beta1", "beta2", "epsilon", "gradient_clip", "label_smoothing", "learning_rate",
        "learning_rate_d", "learning_rate_g", "momentum", "n_workers_distributed", "num_workers",
        "seed", "warmup_ratio", "weight_decay", "dropout", "early_stopping_patience",
    }
)  # fmt: skip
# Settings that are numbers of a range, ends included: (least, most).
_SHARE = (0.0, 1.0)
_SIZE = (0.0, 1e15)  # a float does not hold every whole number from here on
_POSITIVE = (0.0, 1e300)  # a square of it overflows all the same
RANGES: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(COUNTS, _SIZE),
    **dict.fromkeys(
        (
            "beta1", "beta2", "dropout", "label_smoothing", "momentum", "replay_fraction",
            "warmup_ratio",
        ),
        _SHARE,
    ),
    **dict.fromkeys(
        (
            "epsilon", "feature_std", "gradient_clip", "learning_rate", "learning_rate_d",
            "learning_rate_g", "loss_scale", "target_std", "weight_decay",
        ),
        _POSITIVE,
    ),
    "target_mean": (-1e300, 1e300),
}  # fmt: skip
NO_LIMIT = -1.0  # as loggers write it
# Learning rates from text such as a schedule's name start with no digit and stay words.
_ABOVE_RATE = 1.0  # `step_size` of a schedule counts epochs, a rate is at most this


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


def unified(
    name: str,
    value: ConfigValue,
) -> ConfigValue:
    """Return the value of the setting `name` in the one spelling that detectors know."""
    if name == "precision":
        return _PRECISIONS.get(str(value).lower(), value)
    if not isinstance(value, str):
        return value
    if name in _NUMBERS:
        number = number_in_words(value)
        return value if number is None else number
    word = _last_of_path(value)
    return optimizer_name(word) if name == "optimizer" else word


def may_be(
    name: str,
    alias: str,
    value: ConfigValue,
) -> bool:
    """Return whether the setting can have the value: no count is negative, infinite or NaN."""
    if not is_in_range(name, value):
        return False
    if name == "learning_rate" and alias.endswith(("step_size", "eta")):
        return isinstance(value, float) and value < _ABOVE_RATE
    return True


def optimizer_name(text: str) -> str:
    """Return the method: `AdamW (` is adamw, GradientDescentOptimizer is sgd."""
    word = text.strip("@ ").lower().partition(" ")[0]
    word = word.partition("(")[0]
    if not word.strip("_"):
        return text
    for _ in range(_MOST_WORDS_OFF):
        shorter = _IMPLEMENTATION.sub("", word, count=1)
        if shorter == word or not shorter:
            break
        word = shorter
    return _OPTIMIZERS.get(word, word)


def _last_of_path(word: str) -> str:
    word = word.lstrip("@")
    word = word.removesuffix("()")
    path = _CLASS_PATH.fullmatch(word)
    return path.group(1) if path else word


def is_in_range(
    name: str,
    value: ConfigValue,
) -> bool:
    """Return whether all numbers of a setting are in its range; words and flags are."""
    least, most = RANGES.get(name, (-math.inf, math.inf))
    values = value if isinstance(value, tuple) else (value,)
    numbers = [each for each in values if isinstance(each, float)]
    return name not in RANGES or all(least <= number <= most for number in numbers)


def out_of_range(
    name: str,
    value: ConfigValue,
) -> str:
    """Say that a value is not read because it is out of range; nothing for any other.

    -1 is the way of loggers to write "no limit", and is left out without a word.
    """
    if value == NO_LIMIT or is_in_range(name, value):
        return ""
    least, most = RANGES[name]
    written = f"{value:g}" if isinstance(value, float) else "a list"
    return f"{name} is {written}, which is not from {least:g} to {most:g}: it is not read"


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
    if len(set(words)) == 1 and len(words) == len(values):
        return words[0][:_WORD_LIMIT]  # the activation of every layer
    return ", ".join(words)[:_WORD_LIMIT] if words else None
