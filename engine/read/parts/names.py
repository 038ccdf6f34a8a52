"""Names of metrics and settings: their parts, and their canonical spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from engine.names import MAX_NAME, normalized

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
    {
        "epoch", "avg", "average", "mean", "score", "value", "current", "running", "total",
        "metrics", "final",
    }
)  # fmt: skip
STEP_NAMES = frozenset(
    {
        "step", "steps", "global_step", "iteration", "iter", "iterations", "trainer_global_step",
        "num_updates",
    }
)  # fmt: skip
EPOCH_NAMES = frozenset({"epoch", "epochs"})
AXIS_NAMES = STEP_NAMES | EPOCH_NAMES
# Clocks, counters and identifiers that loggers add to each row and that say nothing about learning.
HOUSEKEEPING = frozenset(
    {
        "timestamp", "runtime", "time", "wall_time", "walltime", "date", "datetime", "eta",
        "elapsed", "relative_time", "eval_runtime", "eval_samples_per_second",
        "eval_steps_per_second", "train_runtime", "train_steps_per_second", "total_flos",
        "total_steps", "max_steps", "num_input_tokens_seen", "run_id", "rank", "pid",
        "message", "v_num", "wps", "ups", "wpb", "train_wall", "max_mem", "seed", "version",
        "name", "id", "key", "type", "event", "index", "number",
    }
)  # fmt: skip


def _variants(name: str) -> Iterator[str]:
    """Yield further spellings to look up, the closest first."""
    plain = normalized(name)
    yield plain
    yield normalized(_CAMEL.sub("_", name))
    words = [_WORDS.get(word, word) for word in plain.split("_") if word]
    quantity = _quantity(words)
    split = split_in(words)
    if split:
        yield "_".join([split, *quantity])
        return
    yield "_".join(words)
    yield "_".join(quantity)
    if quantity[:1] in (["lr"], ["lr-"]):  # Lightning's monitor writes lr-Adam, lr-SGD/pg1
        yield "lr"


def split_in(words: Iterable[str]) -> str:
    """Return the split that the first word of a split names, empty without one."""
    for word in words:
        if word in SPLITS:
            return SPLITS[word]
    return ""


def _quantity(words: list[str]) -> list[str]:
    return [word for word in words if word not in SPLITS and word not in _FILLERS]


class _Same:
    """A table that equals itself alone, so that what is made of it can be kept."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.table is self.table


@lru_cache(maxsize=8)
def _with_own_names(same: _Same) -> Mapping[str, str]:
    """Return the table with each canonical name as an alias of itself."""
    to_itself = {name: name for name in same.table.values()}
    return {**same.table, **to_itself}


class Names:
    """Looks names up in one alias table, which no longer changes, and remembers the answers."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = _with_own_names(_Same(table))
        self._answers: dict[str, str | None] = {}

    @property
    def table(self) -> Mapping[str, str]:
        """The alias table, each canonical name an alias of itself."""
        return self._table

    def canonical(self, name: str) -> str | None:
        """Return the canonical name, None for a name that is no alias."""
        if name not in self._answers:
            self._answers[name] = self.looked_up(name)
        return self._answers[name]

    def looked_up(self, name: str) -> str | None:
        """Return the same without remembering it, for names that are asked for once."""
        for spelling in _variants(name):
            if spelling in self._table:
                return self._table[spelling]
        return None


def nested_endings(path: str) -> Iterator[str]:
    """Yield `training_args.optim.lr`, then `optim.lr`, then `lr`.

    Only the first 120 characters of a name are looked at, so longer endings are left out, unless
    they are the last part: all endings of a path with thousands of dots are quadratic in its
    length.
    """
    start = 0
    while True:
        dot = path.find(".", start)
        if dot < 0:
            yield path[start:]
            return
        if len(path) - start <= MAX_NAME:
            yield path[start:]
        start = dot + 1
