"""Layouts of tables, files and lines that people write themselves."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, given

ROWS = [
    given(
        "a pandas table of folds printed",
        """
           fold  epoch  train_loss  val_loss
        0     0      1    0.912000  0.951200
        1     0      2    0.712000  0.811200
        2     1      1    0.902000  0.941200
        3     1      2    0.702000  0.801200
        """,
        train_loss={1: 0.902, 2: 0.702},
        val_loss={1: 0.9412, 2: 0.8012},
    ),
    given(
        "tables of tabulate in the style of fancy_grid",
        """
        ╒═════════╤══════════════╤════════════╤═══════════╕
        │   epoch │   train_loss │   val_loss │   val_acc │
        ╞═════════╪══════════════╪════════════╪═══════════╡
        │       1 │       0.9123 │     0.9523 │    0.5123 │
        ├─────────┼──────────────┼────────────┼───────────┤
        │       2 │       0.7123 │     0.8523 │    0.6123 │
        ├─────────┼──────────────┼────────────┼───────────┤
        │       3 │       0.5123 │     0.8423 │    0.6223 │
        ╘═════════╧══════════════╧════════════╧═══════════╛
        """,
        train_loss={1: 0.9123, 2: 0.7123, 3: 0.5123},
        val_loss={1: 0.9523, 2: 0.8523, 3: 0.8423},
        val_accuracy={1: 0.5123, 2: 0.6123, 3: 0.6223},
    ),
    given(
        "tables of tabulate in the style of rst",
        """
        =======  ============  ==========
          epoch    train_loss    val_loss
        =======  ============  ==========
              1        0.9123      0.9523
              2        0.7123      0.8523
              3        0.5123      0.8423
        =======  ============  ==========
        """,
        train_loss={1: 0.9123, 2: 0.7123, 3: 0.5123},
        val_loss={1: 0.9523, 2: 0.8523, 3: 0.8423},
    ),
    given(
        "a file of one's own for each split",
        {
            "logs/train.csv": "epoch,loss,acc\n1,1.2,0.41\n2,1.0,0.51\n3,0.8,0.61\n",
            "logs/valid.csv": "epoch,loss,acc\n1,1.3,0.40\n2,1.1,0.48\n3,1.0,0.52\n",
        },
        train_loss={1: 1.2, 2: 1.0, 3: 0.8},
        train_accuracy=[0.41, 0.51, 0.61],
        val_loss={1: 1.3, 2: 1.1, 3: 1.0},
        val_accuracy=[0.40, 0.48, 0.52],
    ),
    given(
        "a progress line with arrows and bars of one's own",
        """
        Epoch 1/3 ━━━━ train ▸ loss 1.2012 │ acc 41.20% ━━━━ valid ▸ loss 1.3012 │ acc 40.10% │ lr 1.0e-03 │ 12.1s
        Epoch 2/3 ━━━━ train ▸ loss 1.0012 │ acc 51.20% ━━━━ valid ▸ loss 1.1012 │ acc 48.10% │ lr 8.0e-04 │ 12.0s
        Epoch 3/3 ━━━━ train ▸ loss 0.8012 │ acc 61.20% ━━━━ valid ▸ loss 1.0012 │ acc 52.10% │ lr 5.0e-04 │ 12.2s
        """,
        train_loss={1: 1.2012, 2: 1.0012, 3: 0.8012},
        train_accuracy=[0.412, 0.512, 0.612],
        val_loss={1: 1.3012, 2: 1.1012, 3: 1.0012},
        val_accuracy=[0.401, 0.481, 0.521],
        lr=[1e-3, 8e-4, 5e-4],
    ),
    given(
        "lists below the splits with a list of epochs beside them",
        {
            "history.json": '{"epochs": [1, 2, 3], "train": {"loss": [0.9, 0.7, 0.6], "acc": [0.5, 0.6, 0.7]}, "valid": {"loss": [1.0, 0.9, 0.88], "acc": [0.4, 0.5, 0.52]}, "args": {"lr": 0.01, "batch_size": 64}}'
        },
        {"learning_rate": 0.01, "batch_size": 64},
        train_loss={1: 0.9, 2: 0.7, 3: 0.6},
        train_accuracy=[0.5, 0.6, 0.7],
        val_loss={1: 1.0, 2: 0.9, 3: 0.88},
        val_accuracy=[0.4, 0.5, 0.52],
    ),
]


@pytest.mark.parametrize(("text", "series", "config"), ROWS)
def test_own_layouts(text, series, config):
    assert_reads(text, series, config)
