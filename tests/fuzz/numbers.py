"""Requests whose numbers are degenerate: no measurement fits them, and each must be answered."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from random import Random

from engine.read import NamedFile

ODD: tuple[object, ...] = (
    0, -1, 1, -0.0, 2, 0.5, 1e-12, 5e-324, 1e9, 1.7e9, 1e15, 1e18, 1e300, 1e308, -1e308,
    2**31, 2**53 + 1, 2**63, 2**64, 2**64 + 1, 10**20, 10**400, -(10**400),
    "nan", "NaN", "inf", "-inf", "Infinity", "1e999", "-1", "0", "", "x", "1e-3", "5k",
    True, False, None, [], [1], [[1]], {}, {"a": 1},
)  # fmt: skip
USUAL = (0.1, 0.5, 1, 2.303, 10, 32, 100, 1000)
CURVES = (
    "train_loss", "val_loss", "train_loss_step", "loss", "train_accuracy", "val_accuracy",
    "accuracy", "val_f1", "val_r2", "pred_std", "lr", "grad_norm", "grad_norm_step",
    "update_ratio", "dead_fraction", "activation_saturation", "loss_scale", "rss_mb", "gpu_mb",
    "data_time", "step_time", "test_accuracy", "entropy", "kl", "reward", "d_loss", "g_loss",
    "val_loss/fold_1", "perplexity", "tokens_per_second",
)  # fmt: skip
TABLES = (
    "grad_norm_by_layer", "activation_std_by_layer", "per_class_recall", "per_class_precision",
    "per_class_count", "weight_norm_by_layer",
)  # fmt: skip
AXES = ("step", "epoch", "iteration", "time")
SETTINGS = (
    "accumulation_steps", "batch_size", "class_counts", "depth", "effective_batch_size", "epochs",
    "n_classes", "n_features", "n_heads", "n_parameters", "n_test", "n_train", "n_val",
    "sequence_length", "steps", "vocab_size", "warmup_steps", "width", "beta1", "beta2", "epsilon",
    "gradient_clip", "label_smoothing", "learning_rate", "learning_rate_d", "learning_rate_g",
    "momentum", "n_workers_distributed", "num_workers", "seed", "warmup_ratio", "weight_decay",
    "dropout", "target_std", "target_mean", "feature_std", "threshold", "chance_loss",
    "gradient_std", "ema_decay", "beta", "temperature",
)  # fmt: skip
WORDS: dict[str, tuple[object, ...]] = {
    "task": (
        "classification", "regression", "gan", "vae", "language_modeling", "reinforcement_learning",
        "contrastive", "multilabel", "diffusion", "",
    ),
    "optimizer": ("adam", "sgd", "adamw", "lion", ""),
    "loss": ("cross_entropy", "mse", "bce", "focal", ""),
    "precision": ("fp16", "bf16", "fp32", 16),
    "activation": ("relu", "sigmoid", "tanh"),
    "model_kind": ("mlp", "cnn", "transformer", "gbdt"),
    "normalization": ("none", "batch", "layer"),
    "scheduler": ("cosine", "step", "none"),
    "init": ("zeros", "normal", "pretrained"),
    "shuffle": (True, False, "no"),
    "pretrained": (True, False),
}  # fmt: skip
LENGTHS = (0, 1, 1, 2, 2, 3, 5, 8, 12, 20, 21, 40, 120)

Values = list[object]


def fields(random: Random) -> dict[str, object]:
    """Return the fields of one request, as JSON gives them or with a file of rows."""
    length = random.choice(LENGTHS)
    names = random.sample(CURVES, random.randint(0, 5))
    metrics: dict[str, object] = {name: values(random, length) for name in names}
    if random.random() < 0.6:
        metrics[random.choice(AXES)] = axis(random, length)
    if random.random() < 0.25:
        metrics[random.choice(TABLES)] = _table(random, length)
    if random.random() < 0.1:
        metrics["points"] = {"x": axis(random, length), "y": values(random, length)}
    config = settings(random)
    if random.random() < 0.25:
        return {"files": [rows(random, metrics)], "config": config}
    return _parsed({"metrics": metrics, "config": config})


def values(random: Random, length: int) -> Values:
    return random.choice(_SHAPES)(random, length)


def axis(random: Random, length: int) -> Values:
    """Return steps: even, unordered, equal, huge, negative or no numbers at all."""
    return random.choice(_AXES)(random, length)


def settings(random: Random) -> dict[str, object]:
    given: dict[str, object] = {}
    for name in random.sample(SETTINGS, random.randint(0, 6)):
        given[name] = _setting(random, name)
    for name in random.sample(list(WORDS), random.randint(0, 3)):
        given[name] = random.choice((*WORDS[name], *WORDS[name], odd(random)))
    return given


def odd(random: Random) -> object:
    return random.choice(ODD)


def _setting(random: Random, name: str) -> object:
    if name in {"class_counts", "feature_std"} or random.random() < 0.05:
        return [_any(random) for _ in range(random.randint(0, 5))]
    return _any(random)


def _any(random: Random) -> object:
    return odd(random) if random.random() < 0.6 else random.choice(USUAL)


def _mixed(random: Random, length: int) -> Values:
    return [_number(random) for _ in range(length)]


def _one_odd(random: Random, length: int) -> Values:
    numbers = _falling(random, length)
    if numbers:
        numbers[random.randrange(length)] = odd(random)
    return numbers


def _same(random: Random, length: int) -> Values:
    return [_number(random)] * length


def _falling(random: Random, length: int) -> Values:
    scale = random.choice((1.0, 1e-300, 1e300, 1e-12, 1e9, 2.3))
    return [scale * (1 / (place + 1) + 0.01 * random.random()) for place in range(length)]


def _rising(random: Random, length: int) -> Values:
    scale = random.choice((1.0, 100.0, 1e300, -1.0))
    return [scale * min(1.0, place / max(1, length - 1)) for place in range(length)]


def _noise(random: Random, length: int) -> Values:
    scale = random.choice((1.0, 1e-9, 1e6))
    return [scale * random.gauss(0, 1) for _ in range(length)]


def _anything(random: Random, length: int) -> Values:
    return [odd(random) for _ in range(length)]


def _other_length(random: Random, length: int) -> Values:
    return _falling(random, length + random.choice((-1, 1, 5)) if length else 1)


def _number(random: Random) -> object:
    """Return an odd value that reads as a number, or as none recorded."""
    while True:
        value = _any(random)
        if value is None or (isinstance(value, int | float) and abs(value) < 10**300):
            return None if isinstance(value, bool) else value
        if isinstance(value, str) and value.lower() in {"nan", "inf", "-inf"}:
            return value


_SHAPES: tuple[Callable[[Random, int], Values], ...] = (
    _mixed, _mixed, _mixed, _one_odd, _same, _falling, _falling, _rising, _noise, _anything,
    _other_length,
)  # fmt: skip


def _even(random: Random, length: int) -> Values:
    step = random.choice((1, 1, 10, 1e-9, 1e12, -1))
    return [step * place for place in range(length)]


def _last_odd(random: Random, length: int) -> Values:
    steps = _even(random, length)
    if steps:
        steps[-1] = _number(random)
    return steps


def _shuffled(random: Random, length: int) -> Values:
    steps = _even(random, length)
    random.shuffle(steps)
    return steps


_AXES: tuple[Callable[[Random, int], Values], ...] = (
    _even, _even, _last_odd, _last_odd, _shuffled, _same, _mixed, _anything, _other_length,
)  # fmt: skip


def _table(random: Random, length: int) -> object:
    width = random.choice((0, 1, 2, 3, 10))
    if random.random() < 0.5:
        return {f"layer{place}": values(random, length) for place in range(width)}
    return [values(random, width) for _ in range(length)]


def _parsed(request: dict[str, object]) -> dict[str, object]:
    """Return the request as the door reads it: numbers beyond a float among them."""
    from diagnostics_api.service.json_body import parse_body

    document = parse_body(json.dumps(request))
    assert isinstance(document, dict)
    return document


def rows(random: Random, metrics: dict[str, object]) -> NamedFile:
    """Return the metrics as a file of one row a point: JSON lines, JSON or a table."""
    columns = {name: each for name, each in metrics.items() if isinstance(each, list)}
    length = max(map(len, columns.values()), default=0)
    every = [
        {name: each[place] for name, each in columns.items() if place < len(each)}
        for place in range(length)
    ]
    form = random.choice(("jsonl", "json", "csv", "log", "py"))
    return NamedFile(f"run.{form}", _WRITTEN[form](every).encode())


def _lines(every: list[dict[str, object]]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in every)


def _csv(every: list[dict[str, object]]) -> str:
    names = list(dict.fromkeys(name for row in every for name in row))
    lines = [",".join(names)]
    lines += [",".join(_cell(row.get(name, "")) for name in names) for row in every]
    return "\n".join(lines) + "\n"


def _log(every: list[dict[str, object]]) -> str:
    return "".join(
        " ".join(f"{name}: {_cell(value)}" for name, value in row.items()) + "\n" for row in every
    )


def _cell(value: object) -> str:
    """Return a value as print writes it; whole numbers of 5,000 digits do not print."""
    if isinstance(value, float) and math.isinf(value):
        return "inf"
    return str(value).replace(",", ";")


_WRITTEN: dict[str, Callable[[list[dict[str, object]]], str]] = {
    "jsonl": _lines,
    "json": json.dumps,
    "csv": _csv,
    "log": _log,
    "py": lambda every: "".join(f"{row}\n" for row in every),
}
