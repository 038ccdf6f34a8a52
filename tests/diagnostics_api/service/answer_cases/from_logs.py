"""Pasted logs, tables and programs that were once answered wrongly."""

from __future__ import annotations

from tests.diagnostics_api.service.answer_cases.right import FAILURE, OPEN, QUIET, UNKNOWN, Right

BATCHES = [
    0.67, 1.06, 0.9, 1.5, 0.8, 2.12, 1.3, 0.75, 1.1, 1.7, 0.95, 1.4, 0.7, 1.2, 1.9, 0.85, 1.0, 1.6,
    1.15,
]  # fmt: skip


def lines(template, values):
    return "\n".join(template.format(*value) for value in enumerate(values))


def log(name, text, verdicts, first=(), never=()):
    return Right(name, {"log": text}, verdicts, first, never)


FROM_LOGS = [
    log(
        "zero from the first step",
        lines("Epoch [1][{0}/1000] lr: 1.0e-02, loss: {1}", ["0.0000"] * 8),
        FAILURE | UNKNOWN,
    ),
    log("a namespace", "Namespace(batch_size=128, lr=0.5, num_classes=10, optimizer='sgd')", OPEN),
    log(
        "late excerpt",
        lines("step 90{0}00 loss {1:.4f}", [1.31 - i / 1000 for i in range(9)]),
        QUIET,
        never=("learning-rate-too-low",),
    ),
    log(
        "late gap",
        "\n".join(
            f"step {60 + i}000 train_loss {0.41 - 0.003 * i:.3f} eval_loss {1.7 + 0.006 * i:.3f}"
            for i in range(16)
        ),
        FAILURE,
        ("overfitting",),
        never=("eval-mode-missing",),
    ),
    log(
        "parts of a loss",
        "\n".join(
            f"[ep {i}] obj {0.9 / i:.2f} box {0.3 / i:.2f}\n"
            f"[val ep {i}] obj {0.95 / i:.2f} box {0.32 / i:.2f} all {1.27 / i:.2f}"
            for i in range(1, 9)
        ),
        QUIET,
        never=("learning-rate-too-high",),
    ),
    log(
        "names behind values",
        "\n".join(
            [
                f" {i}: {700 - i}.00, {700 - i}.00 avg loss, 0.001000 rate, 3 seconds"
                for i in range(1, 8)
            ]
            + [" 8: -nan, -nan avg loss, 0.001000 rate, 3 seconds"]
        ),
        FAILURE,
    ),
    log(
        "decimal commas",
        "\n".join(f"epoch {i} loss 0,{87 - 5 * i} accuracy 0,{45 + 4 * i}" for i in range(1, 9)),
        QUIET,
        never=("underfitting",),
    ),
    log("a clock", "\n".join(f"Epoch[{i}] Time cost=10.{i}" for i in range(8)), OPEN),
    log(
        "bars alone",
        "\n".join(
            f"train:  {i}0%|██  | {2 * i}0/200 [00:{i}1<00:46, 2.6it/s] nll {2.2 - i / 10:.2f}"
            for i in range(1, 9)
        ),
        QUIET,
    ),
    log(
        "chance among 100",
        "50000/50000 [==] - 38s - loss: 4.6052 - accuracy: 0.0100 - val_loss: "
        "4.6052 - val_accuracy: 0.0100",
        FAILURE | UNKNOWN,
    ),
    log(
        "batch noise",
        lines("step {0}0 batch_loss {1}", BATCHES),
        QUIET,
        never=("learning-rate-too-high",),
    ),
    log("shards", "\n".join(f"processing shard {i} of 25" for i in range(25)), OPEN),
    log(
        "collective timeout",
        "frame #1: c10d::ProcessGroupNCCL::WorkNCCL::checkTimeout(...)\n"
        "Exception raised from ncclCommWatchdog",
        frozenset({"failure", "not-covered"}),
    ),
    log(
        "five short points",
        "step,loss\n10,2.00\n20,1.72\n30,1.60\n40,1.52\n50,1.41",
        QUIET,
        never=("learning-rate-too-low",),
    ),
    log(
        "it never learns",
        "\n".join(
            f"epoch {i} loss {2.302 + (i % 3) / 1000:.4f} accuracy 0.1" for i in range(1, 61)
        ),
        FAILURE,
    ),
    log(
        "one row with a gap",
        "Epoch 12 | train loss 0.06 | val loss 1.38 | val acc 0.71",
        FAILURE,
        ("overfitting",),
    ),
    log(
        "norms grow before NaN",
        "\n".join(
            f"step {i} loss {loss} grad_norm {norm}"
            for i, loss, norm in [
                (1, 6.2, 1.3),
                (2, 6.3, 2.1),
                (3, 6.9, 8.6),
                (4, 11.2, 88),
                (5, 19.4, 4213),
                (6, "nan", "nan"),
            ]
        ),
        FAILURE,
    ),
    log(
        "passwords",
        "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/"
        "nologin\nbin:x:2:2:bin:/bin:/usr/sbin/nologin\nsys:x:3:3:sys:/dev:/usr/sbin/nologin",
        frozenset({"no-run"}),
    ),
    log(
        "one branch steps",
        "for step, (x, y) in enumerate(loader):\n    loss = f(model(x), y)\n"
        "    if step % 8 == 0:\n        loss.backward()\n    else:\n        opt.step()",
        FAILURE | UNKNOWN,
    ),
    log(
        "scaled once",
        "X_train = X[:5000] / 255.0\nX_test = X[5000:]\nmodel.fit(X_train, y_train)\n"
        "model.evaluate(X_test, y_test)",
        FAILURE | UNKNOWN,
        ("preprocessing-mismatch",),
    ),
    log(
        "last class is never found",
        "              precision    recall  f1-score   support\n\n"
        "           0       0.88      1.00      0.94       440\n"
        "           1       0.00      0.00      0.00        60\n\n"
        "    accuracy                           0.88       500",
        FAILURE,
        ("class-imbalance",),
    ),
]
