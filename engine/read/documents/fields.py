"""What the fields of a logged row are: values, axes, splits, runs, or nothing about learning."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from engine.names import MAX_NAME, normalized
from engine.read.parts.names import EPOCH_NAMES, HOUSEKEEPING, SPLITS, STEP_NAMES, Names, split_in

Role = Literal["value", "step", "epoch", "run", "split", "none"]

# Levels of a document that say how it is stored and not which quantity stands below them.
WRAPPERS = frozenset(
    {
        "record", "extra", "payload", "jsonpayload", "data", "fields", "attributes", "metric",
        "metrics", "result", "results", "history", "histories", "log", "logs", "log_history",
        "scalars", "values", "summary", "rows", "epochs", "iterations", "steps", "evals_result",
        "events", "entries", "records", "curves", "training_history", "stats", "scalar_data",
    }
)  # fmt: skip
CONFIG_KEYS = frozenset(
    {
        "config", "configs", "configuration", "hparams", "hyperparameters", "hyperparams",
        "hyper_parameters", "args", "arguments", "params", "parameters", "settings",
        "training_args", "train_args",
    }
)  # fmt: skip
_STEP_WORDS = frozenset(
    {
        "step", "steps", "timestep", "timesteps", "ts", "iter", "iters", "iteration", "iterations",
        "it", "update", "updates", "round", "tree", "boosting",
    }
)  # fmt: skip
# Words that may stand beside the word of a step or an epoch without making it another quantity.
_AXIS_QUALIFIERS = frozenset(
    {
        "global", "trainer", "training", "train", "total", "num", "number", "n", "current", "cur",
        "curr", "optimizer", "optim", "opt", "env", "agent", "time", "lifetime", "sampled", "x",
        "idx", "index", "no", "logged", "since", "restore",
    }
)  # fmt: skip
_COUNTING_WORDS = frozenset({"num", "n", "number", "total", "train", "training"})
_EPOCH_WORDS = frozenset({"epoch", "epochs"})
# The closest first: where several fields of a row count, the first of them is the step.
_STEP_RANKS = (
    "step", "num_updates", "timestep", "ts", "iteration", "iter", "round", "tree",
)  # fmt: skip
_SPLIT_KEYS = frozenset(
    {
        "split", "mode", "phase", "type", "subset", "stage", "set", "partition", "kind", "event",
        "loop", "dataset", "data_split", "category",
    }
)  # fmt: skip
_RUN_KEYS = frozenset(
    {
        "run", "run_id", "run_name", "run_uuid", "runid", "fold", "seed", "trial", "trial_id",
        "rank", "local_rank", "experiment", "experiment_id", "exp_name", "replica", "worker_id",
        "cv_fold", "kfold",
    }
)  # fmt: skip
# Numbers of a log record itself, and of the machine that wrote it.
_RECORD_FIELDS = frozenset(
    {
        "line", "lineno", "levelno", "no", "process", "thread", "created", "msecs", "severity",
        "relativecreated", "stream", "hostname", "node_ip", "done", "support", "dur", "uuid",
        "count",
    }
)  # fmt: skip
_CLOCK_ENDS = ("time", "timestamp", "timestamps", "seconds", "secs", "runtime", "elapsed", "date")
_TIMER_WORDS = frozenset({"timer", "timers"})
_QUANTITIES = frozenset(
    {
        "loss", "losses", "acc", "accs", "accuracy", "accuracies", "error", "err", "errors", "f1",
        "auc", "score", "scores", "reward", "rewards", "return", "returns", "perplexity", "ppl",
        "bleu", "rouge", "wer", "cer", "mae", "mse", "rmse", "r2", "iou", "miou", "dice", "map",
        "precision", "recall", "entropy", "nll", "logloss", "lr", "kl", "fid",
    }
)  # fmt: skip
# Words that make a setting of a metric's name: loss_weight, max_grad_norm, target_kl.
_SETTING_WORDS = frozenset(
    {
        "weight", "weights", "coef", "coeff", "coefficient", "threshold", "target", "patience",
        "decay", "scale", "smoothing", "fn", "func", "function", "type", "name", "reduction",
        "schedule", "scheduler", "warmup", "init", "initial", "eps", "epsilon", "max", "min",
        "clip", "clipping", "metric", "class_name", "gamma", "alpha", "beta", "milestones", "every",
        "delta", "tol", "factor", "ratio_target", "for", "use", "key", "mode", "dtype",
    }
)  # fmt: skip
_WORDS_OF_FIELD = 2  # file_line; a longer name, share_on_line, is a quantity
_WORDS_OF_SPLIT = 2  # a text of more words, `training_stats_scalar`, names something else
_GRAINS = {
    "step": "step", "batch": "step", "iter": "step", "iteration": "step", "inner": "step",
    "epoch": "epoch",
}  # fmt: skip


class Place(NamedTuple):
    """What a text field says of its row."""

    split: str = ""
    grain: str = ""


@lru_cache(maxsize=8192)
def _role(plain: str) -> Role:
    words = plain.split("_")
    if plain in _RUN_KEYS:
        return "run"
    if plain in _SPLIT_KEYS:
        return "split"
    if plain in EPOCH_NAMES or _is_axis(words, _EPOCH_WORDS):
        return "epoch"
    if plain in STEP_NAMES or _is_axis(words, _STEP_WORDS):
        return "step"
    is_of_record = words[-1] in _RECORD_FIELDS and len(words) <= _WORDS_OF_FIELD
    if plain in HOUSEKEEPING or is_of_record or _is_clock(words):
        return "none"
    return "value"


def role(name: str) -> Role:
    """Return what a field of this name is. Only its last characters are looked at."""
    return _remembered_role(name) if len(name) <= MAX_NAME else _role_of(name)


def _role_of(name: str) -> Role:
    if "/" not in name:
        return _role(normalized(name))
    own = name.rpartition("/")[2][:MAX_NAME]
    own_plain = normalized(own)
    if own_plain in _RUN_KEYS or own_plain in _SPLIT_KEYS or own_plain in _RECORD_FIELDS:
        return _role(own_plain)
    return _role(normalized(name))


# The cache outlives the request, so it gets names of bounded length only.
_remembered_role = lru_cache(maxsize=8192)(_role_of)


def _is_axis(words: list[str], units: frozenset[str]) -> bool:
    has_unit = False
    for word in words:
        if word in units:
            has_unit = True
        elif word not in _AXIS_QUALIFIERS:
            return False
    return has_unit


def _is_clock(words: list[str]) -> bool:
    last = words[-1]
    if not _TIMER_WORDS.isdisjoint(words):
        return True
    if last.endswith(_CLOCK_ENDS) or last in {"id", "eta", "ms"}:
        return True
    return "eta" in words or "_time_" in f"_{'_'.join(words)}_"


def says_position(name: str) -> bool:
    """Return whether the field places its row; `epochs` and `num_steps` are settings as often."""
    if role(name) not in {"step", "epoch"}:
        return False
    words = normalized(name).split("_")
    if words[-1] == "epochs":
        return False
    return words[-1] != "steps" or _COUNTING_WORDS.isdisjoint(words)


def is_timer(key: str) -> bool:
    """Return whether the values below a key are clocks of parts of the program."""
    return not _TIMER_WORDS.isdisjoint(normalized(key).split("_"))


def step_rank(name: str) -> int:
    """Return the place of a step field among several; the lowest is the closest to a step."""
    plain = normalized(name)
    for rank, ending in enumerate(_STEP_RANKS):
        if plain == ending or plain.endswith((f"_{ending}", f"_{ending}s")):
            return rank
    return len(_STEP_RANKS)


def place_of(key: str, text: str) -> Place:
    """Return split and grain that a text field says, nothing for any other text."""
    plain = normalized(text)
    if plain in SPLITS:
        return Place(SPLITS[plain])
    if role(key) != "split":
        return Place()
    words = plain.split("_")
    if len(words) > _WORDS_OF_SPLIT:
        return Place()
    grain = next((_GRAINS[word] for word in words if word in _GRAINS), "")
    return Place(split_in(words), grain)


def split_of_key(key: str) -> str:
    """Return the split that a key names: `train`, `valid_0`, `validation_1`."""
    words = normalized(key).split("_")
    return split_in(word.rstrip("0123456789") for word in words)


def is_wrapper(key: str) -> bool:
    return normalized(key) in WRAPPERS


def is_config_key(key: str) -> bool:
    return normalized(key) in CONFIG_KEYS


def speaks_of_classes(key: str) -> bool:
    """Return whether a list under this key has one number for each class."""
    plain = normalized(key)
    return "per_class" in plain or "by_class" in plain or "each_class" in plain


def is_rate(name: str) -> bool:
    """Return whether the name is one of a learning rate: a setting as often as a curve."""
    words = normalized(name).split("_")
    return "lr" in words or "lrs" in words or {"learning", "rate"} <= set(words)


def is_metric(name: str, names: Names | None) -> bool:
    """Return whether the name is one of a metric, and not one of a setting that speaks of it."""
    words = normalized(name).split("_")
    if role(name) != "value":
        return False
    if not _SETTING_WORDS.isdisjoint(words):
        return False
    if names is not None and names.canonical(name) is not None:
        return True
    return any(word in _QUANTITIES or word.endswith(("loss", "error")) for word in words)
