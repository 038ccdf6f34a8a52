"""Curves and settings, some with words, that were once answered wrongly."""

from __future__ import annotations

from tests.diagnostics_api.service.answer_cases.right import (
    FAILURE,
    FINE,
    OPEN,
    QUIET,
    UNKNOWN,
    Right,
)

CLEAN = {
    "epoch": list(range(1, 13)),
    "train_loss": [2.1, 1.6, 1.3, 1.1, 0.95, 0.85, 0.78, 0.72, 0.68, 0.65, 0.63, 0.61],
    "val_loss": [1.9, 1.5, 1.22, 1.05, 0.92, 0.83, 0.77, 0.72, 0.69, 0.66, 0.645, 0.63],
}
FROM_BOTH = [
    Right("clean", {"metrics": CLEAN}, FINE),
    Right(
        "clean, with a question",
        {
            "metrics": CLEAN,
            "description": "Is it normal that my validation loss is lower than my training loss?",
        },
        FINE,
    ),
    Right(
        "clean, with another question",
        {"metrics": CLEAN, "description": "Should the two curves touch this early?"},
        FINE,
    ),
    Right(
        "guess among 1000",
        {
            "config": "optimizer: adam\nlearning_rate: 0.1\nn_classes: 1000",
            "description": "loss 6.91, top-1 0.1 %",
        },
        FAILURE | UNKNOWN,
    ),
    Right("settings alone", {"config": {"lr": 0.1, "weight_decay": 0.1, "fp16": True}}, OPEN),
    Right(
        "a loss that crosses zero",
        {
            "metrics": {
                "epoch": list(range(1, 21)),
                "train_loss": [0.1 - 0.0275 * i + 0.01 * (i % 2) for i in range(20)],
            }
        },
        QUIET,
        never=("learning-rate-too-high",),
    ),
]
