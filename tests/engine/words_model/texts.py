"""Twelve short texts about three failures."""

from engine.words_model.train import Example

TEXTS = {
    "nan-loss": (
        "the loss is nan",
        "loss becomes nan after ten steps",
        "nan loss in epoch 2",
        "i get nan everywhere",
    ),
    "gpu-out-of-memory": (
        "cuda out of memory",
        "gpu memory is full",
        "out of memory on the gpu",
        "memory error cuda",
    ),
    "overfitting": (
        "validation loss rises",
        "val loss goes up",
        "train accuracy high, val low",
        "it memorizes the data",
    ),
}
EXAMPLES = [Example(label, text) for label, texts in TEXTS.items() for text in texts]
