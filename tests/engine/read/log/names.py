"""A small alias table for tests of the log reader."""

from engine.read.metric_names.resolve import Resolver, with_own_names

TABLE = with_own_names(
    {
        "loss": "train_loss",
        "acc": "train_accuracy",
        "val": "val_loss",
        "eval_loss": "val_loss",
        "gnorm": "grad_norm",
        "learning_rate": "lr",
    }
)


def resolver():
    return Resolver(TABLE)
