"""Words of headers and labels: which column is an axis, a split, a run, a clock, a metric."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from string import punctuation, whitespace

from engine.names import MAX_NAME, normalized
from engine.read.metric_names.metric import metric_of
from engine.read.metric_names.words import SPLIT_WORDS, words_of
from engine.read.parts.names import HOUSEKEEPING

_UNNAMED = re.compile(r"|index|unnamed(?:_\d{1,4})?(?:_level_\d)?")
_UNIT = re.compile(r"\s{0,4}[(\[][^()\[\]]{0,12}[)\]]$")
_LONGEST_LABEL = 40

# An axis is named by its last word; of several axes the one with the lowest number is taken.
STEP_WORDS = {
    "step": 0, "steps": 0, "iteration": 1, "iterations": 1, "iter": 1, "iters": 1, "it": 1,
    "itr": 1, "timesteps": 0, "timestep": 0, "update": 2, "updates": 2, "round": 2, "rounds": 2,
    "tree": 2, "trees": 2, "counter": 2, "episode": 2, "episodes": 2, "generation": 2, "gen": 2,
    "batch": 3, "batches": 3, "minibatch": 3,
}  # fmt: skip
EPOCH_WORDS = {"epoch": 0, "epochs": 0, "ep": 1, "e": 1, "epoche": 0, "époque": 0, "epoca": 0}
_BEFORE_AXIS = frozenset(
    {
        "global", "trainer", "train", "training", "total", "num", "n", "time", "env", "current",
        "cur", "opt", "optimizer", "example", "boosting", "gradient", "no", "number", "of",
        "learner", "agent",
    }
)  # fmt: skip
_COUNTED_SINCE = 1  # rank added to an axis of several words: `step` is better than `train step`
_HOUSEKEEPING_WORDS = frozenset(
    {
        "time", "timestamp", "dur", "duration", "eta", "elapsed", "runtime", "clock", "walltime",
        "date", "datetime", "sec", "secs", "seconds", "mem", "memory", "instances", "images",
        "size",
    }
)  # fmt: skip
_SO_FAR = "far"  # TimestepsSoFar of baselines
_ENDS_OF_AXES = (*EPOCH_WORDS, *STEP_WORDS, _SO_FAR)
_SIGNS = f"{punctuation}{whitespace}"
# Times and sizes that say how a run goes: step_time, data_time, gpu_memory.
_MEASURED_OF = frozenset({"step", "data", "batch", "iteration", "gpu", "cuda", "rss", "peak"})
VALUE_NAMES = frozenset({"value", "values", "metric_value", "scalar", "val", "wert", "result"})
METRIC_NAMES = frozenset(
    {
        "metric", "metrics", "metric_name", "tag", "name", "key", "variable", "measure", "quantity",
        "scalar_name", "series", "metrik",
    }
)  # fmt: skip
RUN_NAMES = frozenset(
    {
        "run", "runs", "run_id", "run_name", "runname", "fold", "folds", "fold_id", "kfold", "cv",
        "cv_fold", "seed", "trial", "trial_id", "trial_name", "rank", "experiment", "exp", "repeat",
        "replicate", "version", "job", "worker",
    }
)  # fmt: skip
CLASS_NAMES = frozenset({"class", "classes", "category", "class_name", "label", "labels"})
_OF_DATA = frozenset({"set", "data", "split", "phase", "dataset", "mode", "stage", "loop"})


def axis_of(name: str) -> tuple[str, int]:
    """Return step or epoch and the rank of the name as such, ("", 0) for every other name.

    `train_loss_step` is a loss: every word before the last must be one that axes have.
    """
    return _axis_of(name) if _may_be_axis(name) else ("", 0)


def _may_be_axis(name: str) -> bool:
    """Cheap test before a name is taken apart: one in lower case ends in the word of an axis."""
    end = name.rstrip(_SIGNS)
    if not end.islower() or not end[-1].isalnum():
        return True
    return end.endswith(_ENDS_OF_AXES)


@lru_cache(maxsize=4096)
def _axis_of(name: str) -> tuple[str, int]:
    if name == "#":  # spaCy, lists of rows
        return "step", 0
    words = words_of(name)
    if words[-2:] == ["so", _SO_FAR]:
        words = words[:-2]
    if not words or not _BEFORE_AXIS.issuperset(words[:-1]):
        return "", 0
    last = words[-1]
    rank = _COUNTED_SINCE if len(words) > 1 else 0
    if last in EPOCH_WORDS:
        return "epoch", rank + EPOCH_WORDS[last]
    if last in STEP_WORDS:
        return "step", rank + STEP_WORDS[last]
    return "", 0


def counts_within_epoch(name: str) -> bool:
    """Return whether the axis starts again with each epoch by its meaning: a batch."""
    return words_of(name)[-1:] in (["batch"], ["batches"], ["minibatch"])


def split_of(text: str) -> str:
    """Return the split that a cell or a column names and nothing else besides, empty for none.

    `Training`, `val set` and `test_data` name one; `train loss` does not.
    """
    if len(text) > _LONGEST_LABEL:
        return ""
    words = words_of(text)
    others = [word for word in words if word not in SPLIT_WORDS]
    if not _OF_DATA.issuperset(others):
        return ""
    return split_among(words)


def split_among(words: Iterable[str]) -> str:
    """Return the split of the first word that names one, empty without one."""
    for word in words:
        split = SPLIT_WORDS.get(word)
        if split:
            return split
    return ""


def is_metric(name: str) -> bool:
    """Return whether the name holds a quantity: `val_loss`, `mAP50`, `Acc@1`."""
    return _holds_quantity(name[-MAX_NAME:])


@lru_cache(maxsize=4096)
def _holds_quantity(name: str) -> bool:
    return metric_of(name).quantity is not None


def is_housekeeping(name: str) -> bool:
    """Return whether the name is of a clock, a counter or an identifier."""
    if normalized(name) in HOUSEKEEPING:
        return True
    words = words_of(name)
    if not words or not _MEASURED_OF.isdisjoint(words):
        return False
    return words[-1] in _HOUSEKEEPING_WORDS


def is_unnamed(name: str) -> bool:
    """Return whether a column has no name, or the one that pandas gives to a missing one."""
    return _UNNAMED.fullmatch(normalized(name)) is not None


def without_unit(name: str) -> str:
    """Return `Val Acc` for `Val Acc (%)`."""
    return _UNIT.sub("", name)
