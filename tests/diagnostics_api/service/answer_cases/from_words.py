"""Descriptions that were once answered wrongly."""

from __future__ import annotations

from tests.diagnostics_api.service.answer_cases.right import FAILURE, OPEN, QUIET, UNKNOWN, Right


def words(name, text, verdicts, first=(), never=()):
    return Right(name, {"description": text}, verdicts, first, never)


FROM_WORDS = [
    words("thanks", "Thank you very much for your work", OPEN),
    words("a request", "Could you share your training log?", OPEN),
    words(
        "two runs differ",
        "Same seed, two runs, different results.",
        FAILURE | UNKNOWN,
        never=("eval-mode-missing",),
    ),
    words(
        "dropout explains it",
        "Why is validation accuracy higher than training accuracy? I use dropout 0.5.",
        frozenset({"normal", "undecided"}),
    ),
    words("is this normal", "Is this normal?", OPEN),
    words("meaning of output", "What does the output mean?", OPEN),
    words("stopping", "Stopping training", OPEN),
    words("a call", "optimizer.step()", OPEN),
    words("versions", "cudnn 5.1 and 6.0", OPEN),
    words("settings", "batch size = 32, learning rate = 1e-4, warmup steps = 1000", OPEN),
    words("error rates", "training WER 13 %, validation WER 57 %", FAILURE, ("overfitting",)),
    words("accuracies", "train acc 99 %, val acc 60 %", FAILURE, ("overfitting",)),
    words(
        "Chinese gap", "训练集准确率99%，验证集只有60%，验证loss一直上升", FAILURE, ("overfitting",)
    ),
    words(
        "Chinese chance level",
        "训练十个epoch之后loss一直不下降，准确率只有10%，一共10类",
        FAILURE | UNKNOWN,
        never=("data-not-shuffled",),
    ),
    words("a return that rises", "The reward reaches 500 but the loss is rising", QUIET),
    words("a forgotten call", "I forgot optimizer.zero_grad()", FAILURE, ("missing-zero-grad",)),
    words(
        "photos of phones",
        "works great on the test set but fails on real photos from phones",
        FAILURE | UNKNOWN,
        ("distribution-shift", "lab-to-production-gap"),
    ),
    words(
        "normalized before the split",
        "I normalized the whole dataset before the split",
        FAILURE | UNKNOWN,
        ("data-leakage", "preprocessing-leakage"),
    ),
    words(
        "slow input",
        "training is very slow, GPU utilization is 15 %",
        FAILURE | UNKNOWN,
        never=("bad-batch-size",),
    ),
    words("nothing said", "my model is bad and I do not know why", OPEN),
    words("a name", "my model is overfitting", FAILURE, ("overfitting",)),
    words("set-up", "Training a resnet on cifar with SGD", OPEN),
    words("newcomer", "Hello, I am new to deep learning", OPEN),
    words("content", "Everything works fine, thank you!", OPEN),
    words("a question", "What batch size should I use?", OPEN),
    words(
        "lower than",
        "Validation accuracy is much lower than training accuracy",
        FAILURE | UNKNOWN,
        ("overfitting",),
    ),
    words(
        "larger gives NaN",
        "learning rate larger than 0.001 gives NaN",
        FAILURE,
        ("learning-rate-too-high", "nan-loss"),
        never=("learning-rate-too-low",),
    ),
    words(
        "nan at first step",
        "G_loss is nan at the very first step since I feed 64 pixel pictures instead of 256.",
        FAILURE,
    ),
]
