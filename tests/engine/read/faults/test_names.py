"""Names of metrics are understood by their parts: split, part, quantity, rank, place in a path."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, given, known_names
from tests.together import together


def table(*names):
    """Return a CSV of three epochs in which each column has values of its own."""
    header = ["epoch", *names]
    rows = [
        [str(epoch), *(f"0.{place + 1}{epoch}" for place in range(len(names)))]
        for epoch in (1, 2, 3)
    ]
    return "\n".join(",".join(row) for row in [header, *rows]) + "\n"


NAMES = [  # formats 6, 13, 19, reading B4, answers F19: columns -> canonical names
    ("train-mlogloss eval-mlogloss", "train_loss val_loss"),
    ("validation_0-rmse validation_1-rmse", "train_rmse val_rmse"),
    ("validation_0-logloss validation_1-logloss", "train_loss val_loss"),
    ("train_logloss valid_logloss", "train_loss val_loss"),
    ("training_multi_logloss valid_0_multi_logloss", "train_loss val_loss"),
    ("learn test", "train_loss test_loss val_loss"),
    ("train_xent val_xent", "train_loss val_loss"),
    ("train_accs val_accs", "train_accuracy val_accuracy"),
    ("train_losses val_losses", "train_loss val_loss"),
    ("mean_token_accuracy eval_mean_token_accuracy", "train_accuracy val_accuracy"),
    ("train_error test_error", "train_error test_error val_error"),
    ("trainLoss valLoss valAcc", "train_loss val_loss val_accuracy"),
    ("trainloss validloss validacc", "train_loss val_loss val_accuracy"),
    ("loss_train loss_val acc_train acc_val", "train_loss val_loss train_accuracy val_accuracy"),
    ("train/loss eval/my_set/loss", "train_loss val_loss"),
    ("eval_my_set_bleu", "val_bleu"),
    ("eval_squad_f1 eval_squad_exact_match", "val_f1 val_exact_match"),
    ("val_loss/dataloader_idx_0 val_loss/dataloader_idx_1", "val_loss val_loader_1_loss"),
    ("record/extra/train_loss record/extra/val_loss", "train_loss val_loss"),
    ("ray/tune/env_runners/episode_return_mean", "reward"),
    ("hparam/val_loss", "val_loss"),
    ("reward rewards/accuracy_reward/mean", "reward"),
    ("loss val_roc", "train_loss val_auc"),
    ("accu v_accu", "train_accuracy val_accuracy"),
    ("t_loss v_loss v_acc", "train_loss val_loss val_accuracy"),
    ("loss L.r.", "train_loss lr"),
    ("loss norm", "train_loss grad_norm"),
    ("loss mean_grad", "train_loss"),
    ("loss grad/layer1_norm", "train_loss"),
    ("train_loss train_nll", "train_loss train_nll"),
    ("train_nll val_nll", "train_loss val_loss"),
    ("train_loss val_wer val_cer", "train_loss val_wer val_cer"),
    ("train_loss val_rouge1 val_rougeL", "train_loss val_rouge val_rougel"),
    ("train_loss val_miou val_dice", "train_loss val_iou val_dice"),
    ("loss accuracy val_loss val_accuracy", "train_loss train_accuracy val_loss val_accuracy"),
    ("train_loss valid_loss accuracy", "train_loss val_loss val_accuracy"),
    ("train_loss eval_loss f1", "train_loss val_loss val_f1"),
    ("train_loss val_loss epochs_per_second", "train_loss val_loss"),
    ("loss loss_std", "train_loss"),
    ("train_loss train_acc@1 train_acc@5", "train_loss train_accuracy train_5_accuracy"),
    ("train_ppl valid_ppl", "train_perplexity val_perplexity"),
    ("metrics/precision(B) metrics/recall(B) metrics/mAP50(B)", "val_precision val_recall val_map"),
]


@together("columns, canonical", NAMES)
def test_columns_get_canonical_names(columns, canonical):
    case = case_of({"metrics.csv": table(*columns.split())})

    assert known_names(case) | (set(canonical.split()) & case.series.keys()) == set(
        canonical.split()
    )


@together("columns, canonical", NAMES)
def test_a_console_line_gives_the_names_that_a_table_gives(columns, canonical):
    names = columns.split()
    lines = [
        f"epoch {epoch}: "
        + ", ".join(f"{name}: 0.{place + 1}{epoch}" for place, name in enumerate(names))
        for epoch in (1, 2, 3)
    ]
    case = case_of({"log.txt": "\n".join(lines)})

    assert known_names(case) | (set(canonical.split()) & case.series.keys()) == set(
        canonical.split()
    )


PARTS = [  # formats 23, reading B4
    given(
        "parts without a total are summed",
        table("train/box_loss", "train/cls_loss", "train/dfl_loss", "val/box_loss", "val/cls_loss"),
        train_box_loss=[0.11, 0.12, 0.13],
        train_cls_loss=[0.21, 0.22, 0.23],
        train_dfl_loss=[0.31, 0.32, 0.33],
        train_loss=[0.63, 0.66, 0.69],
        val_box_loss=[0.41, 0.42, 0.43],
        val_cls_loss=[0.51, 0.52, 0.53],
        val_loss=[0.92, 0.94, 0.96],
    ),
    given(
        "parts with a total",
        table("loss", "loss_classifier", "loss_box_reg", "loss_objectness"),
        train_loss=[0.11, 0.12, 0.13],
        train_classifier_loss=[0.21, 0.22, 0.23],
        train_box_reg_loss=[0.31, 0.32, 0.33],
        train_objectness_loss=[0.41, 0.42, 0.43],
    ),
    given(
        "parts of a detector in a console line",
        """
        eta: 0:01:00  iter: 19  total_loss: 1.50  loss_cls: 0.90  loss_box_reg: 0.60  lr: 0.001
        eta: 0:00:40  iter: 39  total_loss: 1.20  loss_cls: 0.70  loss_box_reg: 0.50  lr: 0.001
        """,
        train_loss={19: 1.5, 39: 1.2},
        train_cls_loss=[0.9, 0.7],
        train_box_reg_loss=[0.6, 0.5],
        lr=[0.001, 0.001],
    ),
    given(
        "a part that is not finite is seen",
        "epoch,train/box_loss,train/cls_loss\n1,0.5,inf\n2,0.4,inf\n3,0.3,inf\n",
        train_box_loss=[0.5, 0.4, 0.3],
        train_cls_loss=[float("inf")] * 3,
        train_loss=[float("inf")] * 3,
    ),
]

REINFORCEMENT = [  # formats 16: no supervised detector may read the objective of a policy
    table("rollout/ep_rew_mean", "train/loss", "train/policy_gradient_loss", "train/value_loss", "train/entropy_loss"),
    table("reward", "loss", "kl", "completions/mean_length"),
    table("episode_return", "policy_loss", "loss", "entropy"),
]  # fmt: skip


@pytest.mark.parametrize("text", REINFORCEMENT)
def test_the_loss_of_a_policy_is_no_training_loss(text):
    case = case_of({"progress.csv": text})

    assert "reward" in case.series
    assert "train_loss" not in case.series


CONSOLES = [  # reading A12
    given(
        "XGBoost",
        "[0]\ttrain-logloss:0.69\teval-logloss:0.70\n[1]\ttrain-logloss:0.60\teval-logloss:0.65\n",
        train_loss={0: 0.69, 1: 0.6},
        val_loss={0: 0.7, 1: 0.65},
    ),
    given(
        "CatBoost",
        """
        0:\tlearn: 0.6900000\ttest: 0.6910000\tbest: 0.6910000 (0)\ttotal: 50ms\tremaining: 49.9s
        1:\tlearn: 0.6500000\ttest: 0.6600000\tbest: 0.6600000 (1)\ttotal: 60ms\tremaining: 29.9s
        2:\tlearn: 0.6100000\ttest: 0.6300000\tbest: 0.6300000 (2)\ttotal: 70ms\tremaining: 19.9s
        """,
        train_loss={0: 0.69, 1: 0.65, 2: 0.61},
        test_loss={0: 0.691, 1: 0.66, 2: 0.63},
        val_loss={0: 0.691, 1: 0.66, 2: 0.63},
    ),
    given(
        "llm.c",
        "s:0 tel:11.0\ns:1 trl:10.8\ns:2 trl:10.1\ns:2 tel:10.2\n",
        train_loss={1: 10.8, 2: 10.1},
        val_loss={0: 11.0, 2: 10.2},
    ),
    given(
        "Flair",
        """
        2024-01-01 10:00:00,000 EPOCH 1 done: loss 0.9012 - lr: 0.100000
        2024-01-01 10:00:01,000 DEV : loss 0.8012 - f1-score (micro avg)  0.6100
        2024-01-01 10:00:02,000 EPOCH 2 done: loss 0.7012 - lr: 0.100000
        2024-01-01 10:00:03,000 DEV : loss 0.7512 - f1-score (micro avg)  0.6500
        """,
        train_loss={1: 0.9012, 2: 0.7012},
        val_loss={1: 0.8012, 2: 0.7512},
        val_f1=[0.61, 0.65],
        lr=[0.1, 0.1],
    ),
    given(
        "nnU-Net",
        """
        2024-01-01 10:00:00.000000: Epoch 0
        2024-01-01 10:00:00.000100: Current learning rate: 0.01
        2024-01-01 10:01:00.000000: train_loss -0.1012
        2024-01-01 10:01:00.000100: val_loss -0.2012
        2024-01-01 10:01:00.000200: Pseudo dice [0.9, 0.7]
        2024-01-01 10:01:00.000300: Epoch time: 60.1 s
        2024-01-01 10:02:00.000000: Epoch 1
        2024-01-01 10:02:00.000100: Current learning rate: 0.00999
        2024-01-01 10:03:00.000000: train_loss -0.3012
        2024-01-01 10:03:00.000100: val_loss -0.3512
        2024-01-01 10:03:00.000200: Pseudo dice [0.92, 0.74]
        """,
        train_loss={0: -0.1012, 1: -0.3012},
        val_loss={0: -0.2012, 1: -0.3512},
        val_dice=[0.8, 0.83],
        lr=[0.01, 0.00999],
    ),
]

TABLES = [*PARTS, *CONSOLES]


@together("text, series, config", TABLES)
def test_parts_and_names_of_tools(text, series, config):
    assert_reads(text, series, config)
