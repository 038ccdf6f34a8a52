from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.find import find_settings
from tests.together import together

PROGRAM = '''\
import os
import sys
with open(sys.argv[0]) as f:
    code = f.read() # read the code of this file ASAP, for logging
import torch

# -----------------------------------------------------------------------------
def zeropower(G, steps: int):
    """
    Newton-Schulz: the loss goes to 0.5
    val_loss: 0.3
    """
    a, b, c = (3.4445, -4.7750,  2.0315)
    for _ in range(steps):
        A = X @ X.mT
    return X

@dataclass
class Hyperparameters:
    train_files = "data/fineweb_train_*.bin" # input .bin to train on
    batch_size : int = 8*64
    num_iterations = 1770 # number of iterations to run
    weight_decay = 0.1
args = Hyperparameters()
optimizer1 = torch.optim.Adam([dict(params=head, lr=0.22), dict(params=embed, lr=0.6)],
                              betas=(0.8, 0.95))
optimizer2 = Muon(hidden, lr=0.05, momentum=0.95)
val_loss = 0.0
print0(f"step:{step}/{train_steps} val_loss:{val_loss:.4f}", console=True)
'''
RULE = "=" * 100


def found(text):
    lines = text.splitlines()
    settings, taken = find_settings(lines)
    return settings, [line for index, line in enumerate(lines) if index not in taken]


def test_program_text_is_taken_out_and_its_settings_are_found():
    log = [RULE, "Running Python 3.12.7", "step:0/1393 val_loss:10.8258 train_time:0ms"]

    settings, rest = found(PROGRAM + "\n".join(log))

    assert rest == log
    program = settings["program"]
    assert program["batch_size"] == 512
    assert program["weight_decay"] == 0.1
    assert program["optimizer2"] == {"lr": 0.05, "momentum": 0.95}
    assert program["optimizer1"]["lr"] == 0.22
    assert program["optimizer1"]["other 2"] == {"lr": 0.6}
    assert "val_loss" not in program


@together(
    "text, settings, rest",
    [
        (
            "python train.py --fp16 --lr 5e-5 --batch-size=32\nstep 1 loss 2.0",
            {"fp16": True, "lr": 5e-5, "batch-size": 32},
            ["step 1 loss 2.0"],
        ),
        (
            "torchrun --nproc_per_node 4 train.py \\\n  --lr 1e-3 \\\n  --wd 0.1\nstep 1 loss 2.0",
            {"nproc_per_node": 4, "lr": 1e-3, "wd": 0.1},
            ["step 1 loss 2.0"],
        ),
        ("python t.py lr=0.1 bs=32", {"lr": 0.1, "bs": 32}, []),
        (
            "cfg {'loss': 'ce', 'lr': 0.1}\nepoch 0 loss 2.00\nepoch 1 loss 1.90",
            {"loss": "ce", "lr": 0.1},
            ["epoch 0 loss 2.00", "epoch 1 loss 1.90"],
        ),
        (
            "INFO Namespace(lr=0.1, batch_size=8, opt='sgd')\nlr: 0.1 loss: 2.0",
            {"lr": 0.1, "batch_size": 8, "opt": "sgd"},
            ["lr: 0.1 loss: 2.0"],
        ),
        (
            "TrainingArguments(\n_n_gpu=1,\nlearning_rate=5e-05,\nlog=<S.E: 'epoch'>,\n)\nhello",
            {"_n_gpu": 1, "learning_rate": 5e-5, "log": "epoch"},
            ["hello"],
        ),
        (
            "{ 'batch_size': 8,\n  'model': {'depth': 3},\n  'lr': 0.1}\nhello",
            {"batch_size": 8, "model": {"depth": 3}, "lr": 0.1},
            ["hello"],
        ),
        (
            "Config(model=ModelConfig(dim=64), optim=Optim(lr=0.1))\nhello",
            {"model": {"dim": 64}, "optim": {"name": "Optim", "lr": 0.1}},
            ["hello"],
        ),
        (
            "AdamW (\nParameter Group 0\n    lr: 0.001\n\nParameter Group 1\n    lr: 0.01\n)\nx",
            {"optimizer": {"name": "AdamW", "lr": 0.001, "group 1": {"lr": 0.01}}},
            ["x"],
        ),
        (
            "lr: 0.1\nbatch_size: 32\noptimizer: adam\n\nepoch 1 loss 2.0",
            {"lr": 0.1, "batch_size": 32, "optimizer": "adam"},
            ["", "epoch 1 loss 2.0"],
        ),
        (
            "model:\n  dim: 32\n  layers:\n  - 3\n  - 4\noptimizer:\n  lr: 0.5\nseed: 3\nEpoch 1/3",
            {"model": {"dim": 32, "layers": [3, 4]}, "optimizer": {"lr": 0.5}, "seed": 3},
            ["Epoch 1/3"],
        ),
        (
            "  lr ........ 0.001\n  fp16 ...... False\n  train_iters ... 300\n iteration 1",
            {"lr": 0.001, "fp16": False, "train_iters": 300},
            [" iteration 1"],
        ),
        (
            "  lr          0.001\n  batch_size  32\n  optimizer   adam\nstart",
            {"lr": 0.001, "batch_size": 32, "optimizer": "adam"},
            ["start"],
        ),
        (
            "--lr          0.001\n--batch_size  32\n--opt         adam\nstart",
            {"lr": 0.001, "batch_size": 32, "opt": "adam"},
            ["start"],
        ),
        (
            "| argument | value |\n|---|---|\n| lr | 0.1 |\n| batch size | 32 |\n| model | vit |\n",
            {"lr": 0.1, "batch size": 32, "model": "vit"},
            [],
        ),
        (
            "- learning rate: 3e-4\n- batch size: 32\n- epochs: 3\nstart",
            {"learning rate": 3e-4, "batch size": 32, "epochs": 3},
            ["start"],
        ),
        ("lr: 0.001 | bs: 32\nstart", {"lr": 0.001, "bs": 32}, ["start"]),
        (
            "optim_wrapper = dict(\n    optimizer=dict(type='SGD', lr=0.1),\n)\n"
            "train_cfg = dict(max_epochs=3)\nwork_dir = 'x'\nstart",
            {
                "optim_wrapper": {"optimizer": {"type": "SGD", "lr": 0.1}},
                "train_cfg": {"max_epochs": 3},
                "work_dir": "x",
            },
            ["start"],
        ),
        (
            "  Num examples = 3,200\n  Num Epochs = 12\n  Total batch size (w. x) = 64\nx",
            {"Num examples": "3,200", "Num Epochs": 12, "Total batch size": 64},
            ["x"],
        ),
        (
            "2026-01-01 10:00:00,123 - INFO - lr: 0.1\n2026-01-01 10:00:00,124 - INFO - bs: 32\n"
            "2026-01-01 10:00:00,125 - INFO - seed: 1\n2026-01-01 10:00:01,125 - INFO - go",
            {"lr": 0.1, "bs": 32, "seed": 1},
            ["2026-01-01 10:00:01,125 - INFO - go"],
        ),
    ],
)
def test_settings_among_other_lines(text, settings, rest):
    assert found(text) == (settings, rest)


@together(
    "text",
    [
        "",
        "step 1 loss 2.0\nstep 2 loss 1.0",
        "{'loss': 2.0, 'learning_rate': 1e-4, 'epoch': 0.1}",
        "{'train_runtime': '7.1', 'train_loss': '-0.02', 'epoch': '3'}",
        "{'train_loss': Array(1.5, dtype=float32), 'epoch': 1}",
        "lr: 0.1\nepoch 1 loss 2\nlr: 0.01\nepoch 2 loss 1",
        "Current learning rate: 0.001\nepoch 1\nCurrent learning rate: 0.001\nepoch 2\n"
        "Current learning rate: 0.001",
        "lr: 0.1\nloss: 2.0\nlr: 0.01\nloss: 1.0",
        "lr: 0.1 loss: 2.0\nlr: 0.05 loss: 1.0",
        "***** eval metrics *****\n  epoch          =  3.0\n  eval_accuracy  =  0.81\n"
        "  eval_loss      =  0.5",
        "| rollout/      |       |\n|  ep_rew_mean  | 22    |\n| fps           | 12    |\n"
        "| learning_rate | 0.003 |\n| loss          | 0.3   |",
        "ValueError: bad shape\nRuntimeError: CUDA error\nNote: loss nan",
        'Traceback (most recent call last):\n  File "train.py", line 3, in <module>\n    main()',
        "usage: train.py [-h] [--lr LR] [--bs BS]",
        "Use --fp16 to speed up",
        "(0): Linear(in_features=20, out_features=32, bias=True)",
        "import errors are bad\nfrom the start it fails\nif loss is nan then stop",
        "-" * 60,
    ],
)
def test_rows_results_messages_and_prose_are_no_settings(text):
    assert found(text) == ({}, text.splitlines())


def test_the_same_dump_several_times_is_taken_each_time():
    dump = "lr: 0.6\nbatch_size: 8\nseed: 1\n"

    assert found(dump + "epoch 1\n" + dump + "epoch 2\n" + dump) == (
        {"lr": 0.6, "batch_size": 8, "seed": 1},
        ["epoch 1", "epoch 2"],
    )


def test_another_value_of_a_second_run_is_kept_under_its_line():
    settings, _ = found("python t.py --lr 0.1\nstep 1 loss 2\npython t.py --lr 0.2\nstep 1 loss 3")

    assert settings == {"lr": 0.1, "line 3": {"lr": 0.2}}


def test_a_print_that_does_not_close_takes_no_lines():
    assert found("Namespace(lr=0.1,\nstep 1 loss 2") == ({}, ["Namespace(lr=0.1,", "step 1 loss 2"])


def test_many_lines_of_rows_leave_the_settings_behind_them_readable():
    rows = [f"{{'loss': {n}.0, 'lr': 0.1, 'epoch': {n}}}" for n in range(5000)]

    settings, taken = find_settings([*rows, "Namespace(lr=0.1, batch_size=8)"])

    assert settings == {"lr": 0.1, "batch_size": 8}
    assert taken == {5000}


@given(st.lists(st.text(alphabet="lr:=ab.,'\"(){}[]|-# 01\\\t", max_size=40), max_size=12))
def test_any_lines_are_read(lines):
    settings, taken = find_settings(lines)

    assert isinstance(settings, dict)
    assert all(0 <= index < len(lines) for index in taken)
