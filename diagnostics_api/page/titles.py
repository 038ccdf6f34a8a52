"""What the usual curves are called on the page."""

from __future__ import annotations

TITLES = {
    "train_loss": "training loss",
    "val_loss": "validation loss",
    "train_accuracy": "training accuracy",
    "val_accuracy": "validation accuracy",
    "lr": "learning rate",
    "grad_norm": "gradient norm",
}


def title_of(name: str) -> str:
    words = name.replace("_", " ")
    return TITLES.get(name, words)
