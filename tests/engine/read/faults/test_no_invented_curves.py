"""Healthy logs full of other numbers: clocks, memory, sizes, dates, paths, addresses, versions."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, given
from tests.together import together

TWO = {"train_loss": {1: 0.9, 2: 0.8}, "val_loss": {1: 1.0, 2: 0.95}}
RUN = "epoch 1 train_loss 0.9 val_loss 1.0\n{}\nepoch 2 train_loss 0.8 val_loss 0.95\n{}\n"

OTHER_LINES = {
    "an estimate": "ETA: 0:12:31, elapsed 0:03:02, 3.1 it/s",
    "hours and minutes": "Epoch time: 1h 23m 10s, remaining: 2d 3h",
    "seconds": "Training time: 123.4 seconds (avg 12.3 s)",
    "memory": "GPU mem: 10.2/24.0 GiB, reserved 11.5GB, max allocated: 9876 MB",
    "a table of nvidia-smi": "| 30%   45C    P2   120W / 350W |  10240MiB / 24576MiB |     98%      Default |",
    "the head of nvidia-smi": "| NVIDIA-SMI 535.104.05   Driver Version: 535.104.05   CUDA Version: 12.2     |",
    "parameters": "Number of trainable parameters: 124,439,808 (124.44M)",
    "a layer of a summary": "conv1 (Conv2D)              (None, 26, 26, 32)        320",
    "the total of a summary": "Total params: 1,199,882\nTrainable params: 1,199,882\nNon-trainable params: 0",
    "sizes of splits": "train: 50000 images, val: 10000 images, test: 10000 images",
    "lengths of loaders": "len(train_loader)=391 len(val_loader)=79",
    "sizes of sets": "Train set: 45000, Validation set: 5000, Test set: 10000",
    "shapes": "X_train shape: (60000, 28, 28, 1) y_train: (60000,)",
    "percent of a data set": "train/val/test split: 0.8/0.1/0.1",
    "shares of a split": "Split: train 80%, val 10%, test 10%",
    "statistics of data": "mean=0.4914 std=0.2023 min=0.0 max=1.0",
    "counts of classes": "class counts: {0: 5923, 1: 6742, 2: 5958}",
    "a date": "Started at 2024-01-31 10:20:30.123456",
    "a date in words": "Mon Jan  1 10:00:00 2024",
    "a path": "Saving checkpoint to /data/exp_12/run3/ckpt_0010.pt",
    "a path with a metric": "Saving model to checkpoints/epoch=02-val_loss=0.95.ckpt",
    "a path with a rate": "outputs/lr_0.001_bs_32/model_epoch_2.pth saved",
    "an address": "Connected to tcp://192.168.1.10:23456 (rank 0 of 8)",
    "a hash": "git commit 1a2b3c4, branch main, 3 files changed",
    "versions": "torch 2.1.0+cu121, python 3.10.12, numpy==1.26.0, CUDA 12.1",
    "a download": "Downloading model.safetensors: 100%|██████████| 548M/548M [00:05<00:00, 105MB/s]",
    "a bar of data": "Tokenizing: 100%|██████████| 1000/1000 [00:01<00:00, 812.1 examples/s]",
    "shards": "Loading checkpoint shards:  50%|█████     | 1/2 [00:05<00:05,  5.51s/it]",
    "a warning with a place": "/usr/lib/python3.10/site-packages/torch/optim/lr_scheduler.py:136: UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`.",
    "a warning of TensorFlow": "2024-01-01 10:00:00.123456: I tensorflow/core/platform/cpu_feature_guard.cc:182] This TensorFlow binary is optimized",
    "W&B": "wandb: Tracking run with wandb version 0.16.1",
    "W&B's address": "wandb: View run at https://wandb.ai/u/p/runs/1a2b3c4d",
    "an early stop": "EarlyStopping counter: 1 out of 5",
    "patience": "No improvement for 3 epochs (patience 10)",
    "a scheduler": "Reducing learning rate of group 0 to 1.0000e-04 at next epoch",
    "best so far": "New best model! val_loss improved from 1.20 to 0.95, saving model",
    "best score": "Best val_loss: 0.95 at epoch 2",
    "a seed": "Setting random seed to 42 on 8 workers",
    "throughput": "throughput: 1234.5 samples/s, 12.3 TFLOPs, 45% MFU",
    "tokens": "consumed 1,048,576 tokens (0.01% of 10B)",
    "a skipped step": "Gradient overflow. Skipping step, loss scaler 0",
    "samples": "Sample 3: predicted 7, target 7 (0.98)",
    "generated text": ">> the loss of 3 men in 1912 was 4.5 times the cost",
    "a question in words": "Do the 10 test errors of 1.5 matter?",
    "a process": "[1] 12345 killed python train.py",
    "a port": "Serving TensorBoard on localhost; running at port 6006",
    "a version of data": "Loaded dataset cifar10 v3.0.2 (163 MiB) in 2.1s",
    "cards": "Using 8 x A100-SXM4-80GB, world size 8, local rank 0",
    "a table of optimizers": "AdamW (Parameter Group 0 betas: (0.9, 0.999) eps: 1e-08 foreach: None)",
    "a thread": "OMP: Info #276: omp_set_nested routine deprecated, please use omp_set_max_active_levels instead.",
    "NCCL": "node7:1234:1250 [0] NCCL INFO comm 0x7f8c000 rank 0 nranks 8 cudaDev 0 busId 1a000 - Init COMPLETE",
    "a step time": "step time: 0.12s data time: 0.01s",
    "loss as a word": "Using loss CrossEntropyLoss (label smoothing 0.1)",
    "a weight of a loss": "loss weights: box=7.5 cls=0.5 dfl=1.5",
    "a threshold": "confidence threshold 0.25, IoU threshold 0.45",
    "a model card": "resnet50-0676ba61.pth: accuracy on ImageNet of the authors 76.13%",
    "a learning rate that a finder suggests": "Learning rate finder suggests 3.1e-04",
}  # fmt: skip


@together("line", OTHER_LINES.values())
def test_a_line_of_other_numbers_between_metrics(line):
    series = dict(TWO)
    names = case_of({"log.txt": RUN.format(line, line)}).series.keys()
    optional = {"samples_per_second", "step_time", "data_time", "gpu_memory_mb", "train_loss_step"}

    assert_reads(RUN.format(line, line), series)
    assert {name for name in names - optional if not name.startswith("best_")} == TWO.keys()


@together("line", OTHER_LINES.values())
def test_other_numbers_alone_make_no_curve(line):
    case = case_of({"log.txt": f"{line}\n" * 2})

    losses_and_scores = {"train_loss", "val_loss", "test_loss", "train_accuracy", "val_accuracy"}
    assert not losses_and_scores & case.series.keys()


PREFIXES = [  # formats 19
    "I1128 10:20:30.123456 12345 trainer.py:99] {}",
    "2024-01-01 10:00:00,123 - INFO - __main__ - {}",
    "[2024-01-01 10:00:00,123][train.py][INFO] - {}",
    "[01/01 10:00:00 d2.utils.events]:  {}",
    "10:00:00 | INFO     | __main__:main:186 - {}",
    "2024-01-01T10:00:00.123Z stdout F {}",
    "INFO:root:{}",
    "[rank0]:[titan] 2024-01-01 10:00:00,123 - root - INFO - {}",
    "(RayTrainWorker pid=1234, ip=10.0.0.3) {}",
    "Jan  1 10:00:00 node7 trainer[1234]: {}",
    "[INFO|trainer.py:2128] 2024-01-01 10:00:00,123 >> {}",
    "2024-01-01 10:00:00.123 | INFO     | train:fit:42 - {}",
    "node7: {}",
    "trainer-0  | {}",
    "[1,0]<stdout>:{}",
    "0: {}",
    "[10:00:00] {}",
    "[2024/01/01 10:00:00] ppcls INFO: {}",
    "\x1b[32m[0101 10:00:00 @base.py:250]\x1b[0m {}",
    "01-01 10:00:00 INFO {}",
    "info - 10:00:00 - 0:00:12 - {}",
    "time=2024-01-01T10:00:00Z level=info msg={}",
    "[12.345s] {}",
    "<0.12.0> {}",
    "[node7] 2024-01-01 10:00:00,001 (trainer:754) INFO: {}",
    "2024-01-01 10:00:00.001\tnode7:0\tolmo.train:912\tINFO\t{}",
]


@together("prefix", PREFIXES)
def test_prefixes_of_loggers_are_no_values(prefix):
    lines = [
        "epoch 1 train_loss 0.9 val_loss 1.0",
        "epoch 2 train_loss 0.8 val_loss 0.95",
        "epoch 3 train_loss 0.7 val_loss 0.97",
    ]
    case = case_of({"log.txt": "\n".join(map(prefix.format, lines))})

    assert {name: curve.y.tolist() for name, curve in case.series.items()} == {
        "train_loss": [0.9, 0.8, 0.7],
        "val_loss": [1.0, 0.95, 0.97],
    }
    assert case.series["val_loss"].x.tolist() == [1, 2, 3]


TABLES = [
    given(
        "a start of a run without a metric",
        """
        2024-01-01 10:00:00,123 - INFO - Loading 12 shards from /data/v1.2/train (3.4 GB)
        2024-01-01 10:00:05,456 - INFO - Train: 10000 samples, Val: 2000 samples
        2024-01-01 10:00:06,789 - INFO - Model has 11,173,962 parameters
        2024-01-01 10:00:07,001 - INFO - Start training for 100 epochs
        """,
    ),
    given(
        "shards that are processed",
        "\n".join(f"processing shard {place} of 25" for place in range(25)),
    ),
    given(
        "a summary of Keras",
        """
        Layer (type)                Output Shape              Param #
        =================================================================
        conv2d (Conv2D)             (None, 26, 26, 32)        320
        flatten (Flatten)           (None, 5408)              0
        dense (Dense)               (None, 10)                54090
        =================================================================
        Total params: 54410 (212.54 KB)
        Trainable params: 54410 (212.54 KB)
        Non-trainable params: 0 (0.00 Byte)
        """,
    ),
]


@pytest.mark.parametrize(("text", "series", "config"), TABLES)
def test_logs_without_a_metric(text, series, config):
    assert_reads(text, series, config)
