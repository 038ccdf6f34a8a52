"""The split of a value that its name does not say: line heads, headings, columns, fields, files."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, given
from tests.together import together

HEADS_OF_LINES = [  # formats 5, reading A2
    given(
        "a clock between the split and the loss",
        """
        Epoch 1 Train: Time 3.0 Loss 2.4
        Test: Time 1.0 Loss 2.5
        Epoch 2 Train: Time 3.0 Loss 2.1
        Test: Time 1.0 Loss 2.2
        """,
        train_loss=[2.4, 2.1],
        test_loss=[2.5, 2.2],
    ),
    given(
        "validate and validating",
        """
        Train: Loss 2.4
        Validate: Loss 2.5
        Train: Loss 2.2
        Validating: Loss 2.4
        """,
        train_loss=[2.4, 2.2],
        val_loss=[2.5, 2.4],
    ),
    given(
        "evaluate, evaluating and tested",
        """
        epoch 1 loss 2.4
        Evaluate: loss 2.5
        epoch 2 loss 2.2
        Evaluating: loss 2.3
        Tested: loss 2.35
        """,
        train_loss=[2.4, 2.2],
        val_loss=[2.5, 2.3],
        test_loss=[2.35],
    ),
    given(
        "Megatron's validation",
        """
         iteration       25/     100 | consumed samples:          200 | elapsed time per iteration (ms): 512.1 | learning rate: 1.500E-04 | global batch size:     8 | lm loss: 9.105E+00 | loss scale: 1.0 | grad norm: 1.531 |
        -----------------------------------------------------------------------------------------------
         validation loss at iteration 25 | lm loss value: 9.012E+00 | lm loss PPL: 8.201E+03 |
        -----------------------------------------------------------------------------------------------
         iteration       50/     100 | consumed samples:          400 | elapsed time per iteration (ms): 498.3 | learning rate: 1.400E-04 | global batch size:     8 | lm loss: 8.905E+00 | loss scale: 1.0 | grad norm: 1.402 |
         validation loss at iteration 50 | lm loss value: 8.9E+00 | lm loss PPL: 7.332E+03 |
        """,
        train_loss={25: 9.105, 50: 8.905},
        val_loss={25: 9.012, 50: 8.9},
        val_perplexity=[8201.0, 7332.0],
        lr=[1.5e-4, 1.4e-4],
        grad_norm=[1.531, 1.402],
        loss_scale=[1.0, 1.0],
    ),
    given(
        "a split in brackets",
        """
        [train] epoch: 1, loss: 0.91, acc: 0.61
        [valid] epoch: 1, loss: 0.99, acc: 0.58
        [train] epoch: 2, loss: 0.81, acc: 0.65
        [valid] epoch: 2, loss: 0.95, acc: 0.60
        """,
        train_loss={1: 0.91, 2: 0.81},
        train_accuracy={1: 0.61, 2: 0.65},
        val_loss={1: 0.99, 2: 0.95},
        val_accuracy={1: 0.58, 2: 0.60},
    ),
    given(
        "TensorFlow's estimators",
        """
        INFO:tensorflow:loss = 1.21, step = 100 (0.412 sec)
        INFO:tensorflow:loss = 1.01, step = 200 (0.398 sec)
        INFO:tensorflow:Saving dict for global step 200: accuracy = 0.61, average_loss = 1.09, global_step = 200, loss = 34.8
        INFO:tensorflow:loss = 0.95, step = 300 (0.400 sec)
        INFO:tensorflow:loss = 0.90, step = 400 (0.400 sec)
        INFO:tensorflow:Saving dict for global step 400: accuracy = 0.65, average_loss = 0.99, global_step = 400, loss = 31.7
        """,
        train_loss={100: 1.21, 200: 1.01, 300: 0.95, 400: 0.90},
        val_loss=[1.09, 0.99],
        val_accuracy=[0.61, 0.65],
    ),
    given(
        "fairseq's subset",
        """
        2024-01-01 10:00:00 | INFO | train | epoch 001 | loss 9.1 | nll_loss 8.9 | ppl 477.7 | wps 1000 | ups 1.5 | wpb 600 | bsz 8 | num_updates 100 | lr 1e-05 | gnorm 2.1 | train_wall 60 | wall 70
        2024-01-01 10:01:00 | INFO | valid | epoch 001 | valid on 'valid' subset | loss 8.8 | nll_loss 8.6 | ppl 388.0 | wps 2000 | wpb 600 | bsz 8 | num_updates 100
        2024-01-01 10:02:00 | INFO | train | epoch 002 | loss 8.1 | nll_loss 7.9 | ppl 238.9 | wps 1000 | ups 1.5 | wpb 600 | bsz 8 | num_updates 200 | lr 2e-05 | gnorm 2.0 | train_wall 60 | wall 70
        2024-01-01 10:03:00 | INFO | valid | epoch 002 | valid on 'valid' subset | loss 8.0 | nll_loss 7.8 | ppl 222.9 | wps 2000 | wpb 600 | bsz 8 | num_updates 200
        """,
        train_loss={100: 9.1, 200: 8.1},
        val_loss={100: 8.8, 200: 8.0},
        train_nll_loss=[8.9, 7.9],
        val_nll_loss=[8.6, 7.8],
        train_perplexity=[477.7, 238.9],
        val_perplexity=[388.0, 222.9],
        lr=[1e-5, 2e-5],
        grad_norm=[2.1, 2.0],
    ),
]

HEADINGS = [  # formats 5, reading A2 (c)
    given(
        "PyTorch's tutorial",
        """
        Epoch 1
        -------------------------------
        loss: 2.303494  [   64/60000]
        loss: 2.294637  [ 6464/60000]
        Test Error:
         Accuracy: 50.0%, Avg loss: 2.1

        Epoch 2
        -------------------------------
        loss: 2.164537  [   64/60000]
        loss: 2.150637  [ 6464/60000]
        Test Error:
         Accuracy: 56.5%, Avg loss: 1.9
        """,
        train_loss=[2.303494, 2.294637, 2.164537, 2.150637],
        test_loss=[2.1, 1.9],
        test_accuracy=[0.5, 0.565],
    ),
    given(
        "the Trainer's metrics after the fit",
        """
        {'loss': 0.61, 'learning_rate': 2e-05, 'epoch': 1.0}
        {'loss': 0.41, 'learning_rate': 1e-05, 'epoch': 2.0}
        ***** eval metrics *****
          epoch         =    2.0
          eval_accuracy = 0.8012
          eval_loss     =    nan
        """,
        train_loss=[0.61, 0.41],
        lr=[2e-5, 1e-5],
        val_loss=[float("nan")],
        val_accuracy=[0.8012],
    ),
    given(
        "evaluation begins and ends",
        """
        epoch: 1, batch: 10, loss: 1.20, acc: 0.50
        Eval begin...
        step 5/5 - loss: 1.10 - acc: 0.55 - 3ms/step
        Eval samples: 100
        epoch: 2, batch: 10, loss: 1.00, acc: 0.60
        Eval begin...
        step 5/5 - loss: 1.05 - acc: 0.58 - 3ms/step
        Eval samples: 100
        """,
        train_loss=[1.2, 1.0],
        train_accuracy=[0.5, 0.6],
        val_loss=[1.1, 1.05],
        val_accuracy=[0.55, 0.58],
    ),
    given(
        "a heading does not reach over the next epoch",
        """
        Epoch 1/2
        loss: 0.9
        Validation results:
        loss: 1.0
        Epoch 2/2
        loss: 0.8
        Validation results:
        loss: 0.95
        """,
        train_loss=[0.9, 0.8],
        val_loss=[1.0, 0.95],
    ),
    given(
        "a phase in front of indented values",
        """
        Epoch 0/24
        ----------
        train Loss: 0.62 Acc: 0.68
        val Loss: 0.22 Acc: 0.91

        Epoch 1/24
        ----------
        train Loss: 0.51 Acc: 0.77
        val Loss: 0.25 Acc: 0.90
        """,
        train_loss=[0.62, 0.51],
        train_accuracy=[0.68, 0.77],
        val_loss=[0.22, 0.25],
        val_accuracy=[0.91, 0.90],
    ),
]

COLUMNS_AND_FIELDS = [  # formats 5, reading B2
    given(
        "a column phase",
        """
        epoch,phase,loss
        0,train,2.0
        0,val,2.5
        1,train,1.5
        1,val,2.4
        """,
        train_loss={0: 2.0, 1: 1.5},
        val_loss={0: 2.5, 1: 2.4},
    ),
    given(
        "a field split of JSON lines",
        """
        {"split": "train", "epoch": 1, "loss": 2.0, "accuracy": 0.3}
        {"split": "val", "epoch": 1, "loss": 2.5, "accuracy": 0.2}
        {"split": "train", "epoch": 2, "loss": 1.5, "accuracy": 0.4}
        {"split": "val", "epoch": 2, "loss": 2.4, "accuracy": 0.25}
        """,
        train_loss={1: 2.0, 2: 1.5},
        val_loss={1: 2.5, 2: 2.4},
        train_accuracy=[0.3, 0.4],
        val_accuracy=[0.2, 0.25],
    ),
    given(
        "mmdetection's mode",
        """
        {"mode": "train", "epoch": 1, "iter": 50, "lr": 0.01, "loss": 1.2}
        {"mode": "train", "epoch": 1, "iter": 100, "lr": 0.01, "loss": 1.0}
        {"mode": "val", "epoch": 1, "iter": 100, "lr": 0.01, "loss": 1.1, "bbox_mAP": 0.21}
        {"mode": "train", "epoch": 2, "iter": 50, "lr": 0.01, "loss": 0.9}
        {"mode": "train", "epoch": 2, "iter": 100, "lr": 0.01, "loss": 0.8}
        {"mode": "val", "epoch": 2, "iter": 100, "lr": 0.01, "loss": 1.0, "bbox_mAP": 0.25}
        """,
        train_loss=[1.2, 1.0, 0.9, 0.8],
        val_loss=[1.1, 1.0],
        val_map=[0.21, 0.25],
        lr=4,
    ),
    given(
        "a column of tags",
        """
        tag,step,value
        train/loss,1,2.0
        val/loss,1,2.5
        train/loss,2,1.5
        val/loss,2,2.4
        """,
        train_loss={1: 2.0, 2: 1.5},
        val_loss={1: 2.5, 2: 2.4},
    ),
]

TABLES = [*HEADS_OF_LINES, *HEADINGS, *COLUMNS_AND_FIELDS]


@together("text, series, config", TABLES)
def test_splits_of_one_text(text, series, config):
    assert_reads(text, series, config)


PAIR = "0\t0.69\n1\t0.60\n2\t0.55\n"
DOWNLOAD = "Wall time,Step,Value\n1.0,1,0.9\n2.0,2,0.8\n3.0,3,0.7\n"
PLACES = [
    ({"learn_error.tsv": "iter\tLogloss\n" + PAIR, "test_error.tsv": "iter\tLogloss\n" + PAIR}, "test_loss"),
    ({"train/loss.csv": DOWNLOAD, "validation/loss.csv": DOWNLOAD}, "val_loss"),
    ({"run-train-tag-loss.csv": DOWNLOAD, "run-val-tag-loss.csv": DOWNLOAD}, "val_loss"),
    ({"train.log": "epoch 1 loss 0.9\nepoch 2 loss 0.8\n", "val.log": "epoch 1 loss 1.0\nepoch 2 loss 1.1\n"}, "val_loss"),
    ({"plots/metrics/train/loss.tsv": "step\tloss\n" + PAIR, "plots/metrics/val/loss.tsv": "step\tloss\n" + PAIR}, "val_loss"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "held_out"), PLACES)
def test_the_file_or_its_folder_says_the_split(files, held_out):
    assert {"train_loss", held_out} <= case_of(files).series.keys()
