"""Words by which a name is known as a setting, a measured value or a position of training.

A log says `lr: 0.1` for a setting and for a point of a curve. These words, and not the names of the
knowledge, decide: they are the words of the field, and a log may be read without any knowledge.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase, digits

from engine.read.parts.numbers import number_from_text

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OF_WORDS = f"{ascii_lowercase}{digits}".encode()
_OTHERS = bytes(set(range(256)).difference(_OF_WORDS))
_BLANKS_BETWEEN = bytes.maketrans(_OTHERS, b" " * len(_OTHERS))
_LONGEST = 120
_MOST_WORDS = 12
_REMEMBERED = 8192  # names: each is asked about in several ways

# Any of these words makes a name that of a setting, unless a word of MEASURED stands in it.
SETTING_WORDS = frozenset(
    {
        "optimizer", "optimiser", "optim", "momentum", "nesterov", "decay", "dropout",
        "scheduler", "schedule", "warmup", "seed", "precision", "fp16", "bf16", "tf32", "amp",
        "patience", "workers", "accumulation", "accum", "beta1", "beta2", "betas", "smoothing",
        "augmentation", "augment", "pretrained", "activation", "backbone", "arch", "architecture",
        "vocab", "heads", "nhead", "layers", "hidden", "embd", "dim", "dims", "dmodel", "channels",
        "hparams", "criterion", "dataset", "shuffle", "imgsz", "device", "gpus", "checkpointing",
        "clip", "clipping", "quantization", "lora", "deepspeed", "fsdp", "gamma", "epsilon", "eps",
        "wd", "bs", "lr", "lr0", "lrf", "classes", "minibatch", "microbatch",
    }
)  # fmt: skip
# Names of several words, joined by a blank, that are settings.
SETTING_PAIRS = frozenset(
    {
        "learning rate", "batch size", "weight decay", "max epochs", "num epochs", "n epochs",
        "train epochs", "total epochs", "max steps", "num steps", "max iters", "train iters",
        "train batch", "block size", "seq len", "seq length", "sequence length", "max length",
        "context length", "mixed precision", "world size", "num processes", "grad clip",
        "grad norm clip", "max grad", "loss fn", "loss function", "model name", "model type",
        "num train", "num examples", "num samples", "total train", "optimization steps",
        "data dir", "output dir", "save dir", "log dir", "data path", "nproc per", "n layer",
        "n head", "d model", "image size", "img size", "input size", "label smoothing",
        "mini batch",
    }
)  # fmt: skip
SETTING_NAMES = frozenset(
    {
        "epochs", "model", "data", "task", "loss", "batch", "iters", "iterations", "steps", "eta",
        "width", "depth", "dtype", "net", "network", "gpu", "cuda", "resume",
        "objective", "norm", "init", "rank", "output", "name",
    }
)  # fmt: skip
# A name with one of these words and a number is a measured value.
MEASURED = frozenset(
    {
        "loss", "losses", "acc", "accuracy", "acc1", "acc5", "top1", "top5", "perplexity", "ppl",
        "f1", "precision", "recall", "auc", "auroc", "map", "map50", "miou", "iou", "dice", "bleu",
        "rouge", "wer", "cer", "mae", "mse", "rmse", "r2", "reward", "return", "score", "runtime",
        "fps", "mfu", "throughput", "grad", "gnorm", "kl", "entropy", "nll", "xent", "bpc", "psnr",
        "ssim", "fid", "error", "err", "elapsed", "eta", "mem", "memory", "sec", "second",
        "seconds", "nan", "tok",
    }
)  # fmt: skip
# A row with one of these names says where training stands, so it is a row of a curve.
POSITIONS = frozenset(
    {
        "epoch", "ep", "step", "iter", "iteration", "it", "global step", "batch idx", "update",
        "timestep", "timesteps", "total timesteps", "current epoch", "global steps", "num updates",
        "train step", "trainer global step", "round", "episode",
    }
)  # fmt: skip
# Settings whose words are also those of measured values.
_SURE = ("clip", "max grad norm", "fn", "smoothing", "scale", "weight", "weights", "type", "coef")
# Of a message, not of a setting.
_ENDINGS = (
    "error", "warning", "exception", "warn", "info", "debug", "note", "hint", "notice", "todo",
    "critical", "fatal",
)  # fmt: skip
_MOST_BEFORE = 100  # characters


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case: trainSize, train-size and train/size are one."""
    return _words_of(name[:_LONGEST])


@lru_cache(maxsize=_REMEMBERED)
def _words_of(name: str) -> tuple[str, ...]:
    spaced = name if name.islower() else _CAMEL.sub(" ", name)
    encoded = spaced.lower().encode("ascii", errors="replace")
    words = encoded.translate(_BLANKS_BETWEEN).decode().split()
    return tuple(words[:_MOST_WORDS])


def is_position(name: str) -> bool:
    """Return whether the name, or the last part of its path, says where training stands."""
    last = name.rpartition("/")[2]
    return " ".join(words_of(last)) in POSITIONS


def is_measured(
    name: str,
    value: object,
) -> bool:
    """Return whether the name with this value is a result: a loss of 0.5, not a loss of `ce`."""
    name = name[:_LONGEST]
    stem = name.rstrip(digits)
    if stem[-1:].isalnum():  # the digits belong to a word: acc1
        stem = name
    return _may_be_measured(stem) and _is_numeric(value)


@lru_cache(maxsize=_REMEMBERED)
def _may_be_measured(name: str) -> bool:
    """Return whether a name, without a number of its own behind it, is one of a result."""
    words = _words_of(name)
    if MEASURED.isdisjoint(words):
        return False
    joined = " ".join(words)
    return not any(map(joined.__contains__, _SURE))


def _is_numeric(value: object) -> bool:
    """Return whether a value is a number, begins with one (`2.3 [64/60000]`), or is a list that
    begins with one.
    """
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, str):
        first, _, _ = value.lstrip().partition(" ")
        return number_from_text(first) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_setting(name: str) -> bool:
    """Return whether the words of a name are those of a setting."""
    words = words_of(name)
    if not words:
        return False
    if " ".join(words) in SETTING_NAMES or not SETTING_WORDS.isdisjoint(words):
        return True
    pairs = map(" ".join, pairwise(words))
    return not SETTING_PAIRS.isdisjoint(pairs)


def is_message(name: str) -> bool:
    """Return whether a line that begins so is a message: `ValueError: bad shape`."""
    name = name[:_LONGEST].lower()
    if not name.endswith(_ENDINGS):
        return False
    longest = max(len(ending) for ending in _ENDINGS if name.endswith(ending))
    return len(name) - longest <= _MOST_BEFORE


def is_sure_setting(name: str) -> bool:
    """Return the same for a name that stands alone, where `model` or `data` says too little."""
    words = words_of(name)
    return is_setting(name) and " ".join(words) not in SETTING_NAMES
