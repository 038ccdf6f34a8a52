"""Which canonical name a logger's name means: the alias table first, then the words of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from engine.names import normalized

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

SPLITS = {
    "train": "train",
    "training": "train",
    "tr": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "eval": "val",
    "evaluation": "val",
    "dev": "val",
    "test": "test",
    "testing": "test",
}
_WORDS = {
    "acc": "accuracy",
    "accuracies": "accuracy",
    "losses": "loss",
    "lrs": "lr",
    "top1": "accuracy",
    "gnorm": "grad_norm",
}
# Words that say how a value was averaged or when it was taken, not which quantity it is.
_FILLERS = frozenset(
    {"epoch", "avg", "average", "mean", "score", "value", "current", "running", "total", "metrics", "final"}
)
STEP_NAMES = frozenset(
    {"step", "steps", "global_step", "iteration", "iter", "iterations", "trainer_global_step", "num_updates"}
)
EPOCH_NAMES = frozenset({"epoch", "epochs"})
# Clocks, counters and identifiers that loggers add to each row and that say nothing about learning.
HOUSEKEEPING = frozenset(
    {
        "timestamp", "runtime", "time", "wall_time", "walltime", "date", "datetime", "eta", "elapsed", "relative_time",
        "eval_runtime", "eval_samples_per_second", "eval_steps_per_second", "train_runtime", "train_steps_per_second",
        "total_flos", "total_steps", "max_steps", "num_input_tokens_seen", "run_id", "rank", "pid", "level", "message",
        "v_num", "wps", "ups", "wpb", "train_wall", "max_mem", "seed", "version", "name", "id", "key", "type",
        "event", "index", "number",
    }
)  # fmt: skip


def _variants(name: str) -> Iterator[str]:
    """Further spellings to look up, the closest first."""
    plain = normalized(name)
    yield plain
    yield normalized(_CAMEL.sub("_", name))
    words = [_WORDS.get(word, word) for word in plain.split("_") if word]
    splits = [SPLITS[word] for word in words if word in SPLITS]
    quantity = [word for word in words if word not in SPLITS and word not in _FILLERS]
    if splits:
        yield "_".join([splits[0], *quantity])
        return
    yield "_".join(words)
    yield "_".join(quantity)
    if quantity[:1] in (["lr"], ["lr-"]):  # Lightning's monitor writes lr-Adam, lr-SGD/pg1
        yield "lr"


class Names:
    """Looks names up in one alias table and remembers what it found."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = {**table, **{name: name for name in table.values()}}
        self._found: dict[str, str | None] = {}

    def canonical(self, name: str) -> str | None:
        """The canonical name, None for a name that no alias knows."""
        if name not in self._found:
            self._found[name] = next((self._table[key] for key in _variants(name) if key in self._table), None)
        return self._found[name]

    def own_or_canonical(self, name: str) -> str:
        return self.canonical(name) or normalized(name) or "unnamed"


def nested_endings(path: str) -> Iterator[str]:
    """`training_args.optim.lr`, then `optim.lr`, then `lr`."""
    parts = path.split(".")
    for start in range(len(parts)):
        yield ".".join(parts[start:])
