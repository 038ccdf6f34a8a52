"""Small words around figures: what a number counts, and what joins values."""

from __future__ import annotations

# A number behind these counts something, or is the value of a setting.
COUNTED_BEHIND = frozenset(
    {
        "epoch", "epochs", "step", "iteration", "iter", "batch", "lr", "rate", "size", "layer",
        "seed", "fold", "class", "version", "v", "k", "n", "line", "gpu", "rank", "day", "week",
        "dropout", "decay", "momentum", "label", "threshold", "temperature", "beta", "alpha",
        "gamma", "horizon", "resnet", "top", "minibatch", "patience", "weight", "run", "column",
        "sample", "@",
    }
)  # fmt: skip
# A number in front of these counts them.
UNITS = frozenset(
    {
        "epoch", "epochs", "step", "steps", "iteration", "iterations", "iters", "images", "image",
        "samples", "examples", "classes", "class", "categories", "labels", "gpus", "gpu", "hours",
        "hour", "minutes", "min", "seconds", "sec", "s", "ms", "days", "weeks", "layers", "times",
        "k", "gb", "mb", "m", "b", "sentences", "tweets", "rows", "points", "runs", "seeds", "way",
        "features", "words", "tokens", "files", "batches", "people", "percentage", "x", "d", "th",
        "nodes", "parameters", "params", "utterances", "pictures", "documents", "frames", "folds",
    }
)  # fmt: skip
# Between a value and another of the same quantity that is not finite: `0 and sometimes nan`.
OTHERWISE = frozenset(
    {
        "and",
        "or",
        "/",
        ",",
        "then",
        "sometimes",
        "is",
        "it",
        "even",
        "back",
        "forth",
    }
)
