"""Several runs, ranks, folds or kinds of lines in one input are kept apart."""

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, given
from tests.together import together

GRAINS = [  # reading A4
    given(
        "evaluated training loss beside the loss of the iteration, as nanoGPT prints them",
        """
        step 0: train loss 4.2874, val loss 4.2823
        iter 0: loss 4.2659, time 11500.12ms, mfu -100.00%
        iter 10: loss 3.1000, time 22.58ms, mfu 16.01%
        iter 20: loss 2.9000, time 22.61ms, mfu 16.00%
        iter 30: loss 2.7000, time 22.60ms, mfu 16.00%
        step 40: train loss 2.5000, val loss 2.5600
        iter 40: loss 2.5300, time 3500.10ms, mfu 14.41%
        """,
        train_loss={0: 4.2874, 40: 2.5},
        val_loss={0: 4.2823, 40: 2.56},
        train_loss_step={0: 4.2659, 10: 3.1, 20: 2.9, 30: 2.7, 40: 2.53},
    ),
    given(
        "batches and epochs",
        """
        batch 20/64 loss=2.0
        batch 40/64 loss=1.9
        batch 60/64 loss=1.8
        Epoch 1 | loss=1.9
        batch 20/64 loss=1.7
        batch 40/64 loss=1.6
        batch 60/64 loss=1.5
        Epoch 2 | loss=1.6
        """,
        train_loss={1: 1.9, 2: 1.6},
        train_loss_step=[2.0, 1.9, 1.8, 1.7, 1.6, 1.5],
    ),
    given(
        "the best so far is no value of its epoch",
        """
        Epoch 1 val acc: 70.0 %
        Max accuracy: 70.0 %
        Epoch 2 val acc: 77.0 %
        Max accuracy: 77.0 %
        Epoch 3 val acc: 75.0 %
        Max accuracy: 77.0 %
        """,
        val_accuracy={1: 0.7, 2: 0.77, 3: 0.75},
    ),
    given(
        "the best in the middle of a line",
        """
        epoch 1: train loss 1.0, val loss 1.10 (best 1.10 at epoch 1)
        epoch 2: train loss 0.9, val loss 1.20 (best 1.10 at epoch 1)
        epoch 3: train loss 0.8, val loss 1.05, best val loss so far: 1.05
        """,
        train_loss={1: 1.0, 2: 0.9, 3: 0.8},
        val_loss={1: 1.1, 2: 1.2, 3: 1.05},
    ),
    given(
        "batch losses of a tutorial and the mean of the epoch",
        """
        [1,  2000] loss: 2.170
        [1,  4000] loss: 1.860
        Epoch 1 average loss: 2.015
        [2,  2000] loss: 1.470
        [2,  4000] loss: 1.370
        Epoch 2 average loss: 1.420
        """,
        train_loss={1: 2.015, 2: 1.42},
        train_loss_step=[2.17, 1.86, 1.47, 1.37],
    ),
]

RESTARTS = [  # reading A6, answers F06
    given(
        "two fits",
        """
        Epoch 1/3 loss: 2.0
        Epoch 2/3 loss: 1.5
        Epoch 3/3 loss: 1.2
        Epoch 1/3 loss: 5.0
        Epoch 2/3 loss: 4.5
        Epoch 3/3 loss: 4.2
        """,
        train_loss={1: 5.0, 2: 4.5, 3: 4.2},
    ),
    given(
        "runs under headings of their own",
        """
        run one
        it 50 nll 0.77 dev 0.91
        it 100 nll 0.70 dev 0.90
        run two
        it 50 nll 0.74 dev 0.98
        it 100 nll 0.72 dev 0.97
        """,
        train_loss={50: 0.74, 100: 0.72},
        val_loss={50: 0.98, 100: 0.97},
    ),
    given(
        "steps that go back to the start",
        """
        step 100 loss 3.0
        step 200 loss 2.5
        step 300 loss 2.2
        step 100 loss 3.1
        step 200 loss 2.4
        step 300 loss 2.0
        """,
        train_loss={100: 3.1, 200: 2.4, 300: 2.0},
    ),
    given(
        "a run that was resumed is one run",
        """
        step 100 loss 3.0
        step 200 loss 2.5
        step 300 loss 2.2
        step 400 loss 2.1
        Resuming from checkpoint at step 300
        step 400 loss 2.1
        step 500 loss 2.0
        step 600 loss 1.9
        """,
        train_loss=[3.0, 2.5, 2.2, 2.1, 2.1, 2.0, 1.9],
    ),
    given(
        "crashed attempts in front of a good run",
        """
        Epoch 1 loss 2.0
        RuntimeError: CUDA out of memory.
        Epoch 1 loss 2.1
        Epoch 2 loss 1.9
        KeyboardInterrupt
        Epoch 1 loss 2.2
        Epoch 2 loss 1.7
        Epoch 3 loss 1.4
        Epoch 4 loss 1.2
        """,
        train_loss={1: 2.2, 2: 1.7, 3: 1.4, 4: 1.2},
    ),
    given(
        "a short run behind a long one is not complete",
        """
        Epoch 1 loss 2.2
        Epoch 2 loss 1.7
        Epoch 3 loss 1.4
        Epoch 4 loss 1.2
        Epoch 1 loss 2.0
        """,
        train_loss={1: 2.2, 2: 1.7, 3: 1.4, 4: 1.2},
    ),
]

STREAMS = [  # formats 18
    given(
        "ranks of torchrun",
        """
        [default0]:Epoch 1 train_loss 1.00 val_loss 1.10
        [default1]:Epoch 1 train_loss 1.04 val_loss 1.14
        [default1]:Epoch 2 train_loss 0.84 val_loss 1.02
        [default0]:Epoch 2 train_loss 0.80 val_loss 1.00
        """,
        train_loss={1: 1.0, 2: 0.8},
        val_loss={1: 1.1, 2: 1.0},
    ),
    given(
        "ranks in words",
        """
        [rank 0] step 10 loss 2.0
        [rank 1] step 10 loss 2.1
        [rank 0] step 20 loss 1.8
        [rank 1] step 20 loss 1.9
        """,
        train_loss={10: 2.0, 20: 1.8},
    ),
    given(
        "ranks as srun numbers them",
        """
        0: step 10 loss 2.0
        1: step 10 loss 2.1
        0: step 20 loss 1.8
        1: step 20 loss 1.9
        1: step 30 loss 1.7
        0: step 30 loss 1.6
        """,
        train_loss={10: 2.0, 20: 1.8, 30: 1.6},
    ),
    given(
        "folds",
        """
        Fold 1
        epoch 1 train_loss 1.0 val_loss 1.2
        epoch 2 train_loss 0.9 val_loss 1.1
        Fold 2
        epoch 1 train_loss 1.1 val_loss 1.3
        epoch 2 train_loss 0.8 val_loss 1.0
        """,
        train_loss={1: 1.1, 2: 0.8},
        val_loss={1: 1.3, 2: 1.0},
    ),
    given(
        "folds in each line",
        """
        [Fold 0] Epoch 1 - train_loss: 0.95 - val_loss: 0.99
        [Fold 0] Epoch 2 - train_loss: 0.85 - val_loss: 0.93
        [Fold 1] Epoch 1 - train_loss: 0.96 - val_loss: 0.98
        [Fold 1] Epoch 2 - train_loss: 0.86 - val_loss: 0.92
        """,
        train_loss={1: 0.96, 2: 0.86},
        val_loss={1: 0.98, 2: 0.92},
    ),
    given(
        "a column run of a table",
        """
        run,epoch,loss
        a,1,1.0
        a,2,0.9
        b,1,2.0
        b,2,1.9
        """,
        train_loss={1: 2.0, 2: 1.9},
    ),
]

TABLES = [*GRAINS, *RESTARTS, *STREAMS]


@together("text, series, config", TABLES)
def test_runs_and_grains_are_apart(text, series, config):
    assert_reads(text, series, config)


@pytest.mark.parametrize("text", [each.values[0] for each in STREAMS])
def test_the_other_runs_are_told(text):
    read_as = case_of({"log.txt": text}).read_as[0]

    assert len(read_as.other_runs) == 1


def test_a_file_that_repeats_another_gets_one_warning_and_one_of_another_run_another():
    rows = "epoch,loss,val_loss\n1,{},3\n2,2,2\n3,1,2\n"
    same = case_of({"a.csv": rows.format(3), "b.csv": rows.format(3)})
    other = case_of({"a.csv": rows.format(3), "b.csv": "epoch,loss\n1,9\n2,8\n3,7\n"})

    assert [warning for warning in same.warnings if "b.csv" in warning] == [
        "b.csv repeats curves of a.csv: train_loss, val_loss"
    ]
    assert other.series["train_loss"].y.tolist() == [3, 2, 1]
    assert sum("two runs" in warning for warning in other.warnings) == 1
