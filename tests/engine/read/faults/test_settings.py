"""Settings are found wherever they stand, and are no curves."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, config_of, given
from tests.together import together

LR_AND_SIZE = {"learning_rate": 0.1, "batch_size": 32.0}

FILES = [  # formats 22, reading C1 to C4, C6
    ("run.toml", '[train]\nlr = 0.1\nbatch_size = 32\nname = "a"\n', LR_AND_SIZE),
    ("params.ini", "[train]\nlr = 0.1\nbatch_size = 32\n", LR_AND_SIZE),
    ("config.yaml", "notes: |\n  first line of it\n  second, loss 0.3\nlr: 0.1\nbatch_size: 32\n", LR_AND_SIZE),
    ("config.yaml", "wandb_version: 1\nlr:\n  desc: null\n  value: 0.1\nbatch_size:\n  desc: null\n  value: 32\n", LR_AND_SIZE),
    ("config.yaml", "lr: 1e-3\nweight_decay: 5e-2\n", {"learning_rate": 1e-3, "weight_decay": 0.05}),
    ("config.gin", "train.optimizer = @AdamW\nAdamW.lr = 0.1\ntrain.batch_size = 32\n", {**LR_AND_SIZE, "optimizer": "adamw"}),
    ("run.txt", "Namespace(lr=0.1, batch_size=32, betas=(0.9, 0.999), name='a, b')\n", LR_AND_SIZE),
    ("run.txt", "TrainConfig(lr=0.1, batch_size=32, model=ModelConfig(depth=4))\n", {**LR_AND_SIZE, "depth": 4.0}),
    ("run.txt", "  lr .............................................. 0.1\n  batch_size ...................................... 32\n  seed ............................................ 1\n", LR_AND_SIZE),
    ("run.sh", "#!/bin/bash\nexport CUDA_VISIBLE_DEVICES=0\npython train.py --lr 0.1 --batch-size=32 \\\n  --optimizer sgd\n", {**LR_AND_SIZE, "optimizer": "sgd"}),
    ("run.sh", "torchrun --nproc_per_node=8 train.py lr=0.1 batch_size=32\n", LR_AND_SIZE),
    ("adapter_config.json", '{"r": 8, "lora_alpha": 16, "target_modules": ["q_proj", "k_proj", "v_proj"]}', {"lora_alpha": 16.0}),
    ("config.json", '{"lr": 0.1, "batch_size": 32, "layer_sizes": [64, 64, 64]}', LR_AND_SIZE),
    ("config.json", '{"lr": 0.1, "epochs": 5, "loss": "mse"}', {"learning_rate": 0.1, "epochs": 5.0}),
    ("args.jsonl", '{"lr": 0.1, "batch_size": 32, "model": "resnet18"}\n', LR_AND_SIZE),
    ("config.yaml", "encoder:\n  lr: 0.1\ndecoder:\n  lr: 0.2\nbatch_size: 32\n", {"batch_size": 32.0}),
    ("config.yaml", "optimizer: GradientDescent\nlearning_rate: 0.5\n", {"learning_rate": 0.5}),
    ("overrides.yaml", "- lr=0.1\n- batch_size=32\n", LR_AND_SIZE),
]  # fmt: skip


@together("name, text, config", FILES)
def test_settings_of_files(name, text, config):
    assert_reads(text, {}, config, name=name)


def test_two_learning_rates_stay_two():
    config = config_of("encoder:\n  lr: 0.1\ndecoder:\n  lr: 0.2\n", "config.yaml")

    assert {0.1, 0.2} <= {
        value
        for each in config.values()
        for value in (each if isinstance(each, tuple) else (each,))
    }


def test_mixed_precision_of_ultralytics_is_no_plain_half_precision():
    config = config_of("amp: true\nhalf: false\nlr0: 0.01\nbatch: 16\n", "args.yaml")

    assert config["amp"] is True
    assert config.get("precision") != "fp16"


FIRST_OF_TWO = [  # reading C4: a summary is no configuration
    {
        "wandb/config.yaml": "learning_rate:\n  value: 0.001\nepochs:\n  value: 50\n",
        "wandb/wandb-summary.json": '{"epochs": 49, "loss": 0.49, "learning_rate": 0, "_step": 980}',
    },
    {
        "wandb/wandb-summary.json": '{"epoch": 49, "loss": 0.49, "lr": 0, "_step": 980}',
        "wandb/config.yaml": "learning_rate:\n  value: 0.001\nepochs:\n  value: 50\n",
    },
    {
        "args.json": '{"learning_rate": 0.001, "epochs": 50, "seed": 1}',
        "all_results.json": '{"epoch": 50.0, "train_loss": 0.4, "learning_rate": 0.0}',
    },
]


@pytest.mark.parametrize("files", FIRST_OF_TWO)
def test_final_scores_overrule_no_settings(files):
    config = case_of(files).config

    assert (config["learning_rate"], config["epochs"]) == (0.001, 50)


def test_requirements_are_no_settings():
    case = case_of(
        {
            "config.yaml": "lr: 0.1\n",
            "requirements.txt": "torch==2.1.0\nnumpy==1.26.0\ntqdm==4.66.1\n",
            "conda-environment.yaml": "name: x\ndependencies:\n  - python=3.10\n  - pip:\n    - torch==2.1\n",
        }
    )

    assert case.config == {"learning_rate": 0.1}


LOGS = [  # reading A7, answers F11
    given(
        "flags in front of printed dicts",
        """
        python train.py --fp16 --learning_rate 5e-5
        {'loss': 1.2, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.1}
        {'loss': 0.0, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.2}
        {'loss': 0.0, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.3}
        """,
        {"precision": "fp16", "learning_rate": 5e-5},
        train_loss=[1.2, 0.0, 0.0],
        grad_norm=[float("nan")] * 3,
        lr=[5e-5] * 3,
    ),
    given(
        "a launch command over many lines",
        """
        $ accelerate launch --num_processes 2 train.py \\
            --per_device_train_batch_size 4 \\
            --gradient_accumulation_steps 8 \\
            --learning_rate=2e-4 \\
            --warmup_steps 100
        step 10 loss 2.0
        step 20 loss 1.9
        """,
        {
            "batch_size": 4.0,
            "accumulation_steps": 8.0,
            "learning_rate": 2e-4,
            "warmup_steps": 100.0,
        },
        train_loss={10: 2.0, 20: 1.9},
    ),
    given(
        "a Namespace in front of the log",
        """
        Namespace(batch_size=128, lr=0.5, num_classes=10, optimizer='sgd', loss=0.3)
        Epoch 1 loss 2.30
        Epoch 2 loss 2.10
        """,
        {"batch_size": 128.0, "learning_rate": 0.5, "n_classes": 10.0, "optimizer": "sgd"},
        train_loss={1: 2.3, 2: 2.1},
    ),
    given(
        "program text in front of the log",
        """
        import torch
        val_loss = 0.0
        lr = 0.9
        for step in range(10):
            optimizer = Muon(params, lr=0.05, momentum=0.95)
        ====================================================================
        step:0/250 train_loss:10.8 train_time:10ms
        step:125/250 train_loss:4.6 train_time:20ms
        step:250/250 train_loss:4.0 train_time:30ms
        """,
        train_loss={0: 10.8, 125: 4.6, 250: 4.0},
    ),
    given(
        "a dump of settings before each phase",
        """
        lr: 0.6
        momentum: 0.9
        batch_size: 64
        epoch 1 loss 2.0
        epoch 2 loss 1.8
        lr: 0.6
        momentum: 0.9
        batch_size: 64
        epoch 3 loss 1.7
        """,
        {"batch_size": 64.0, "momentum": 0.9, "learning_rate": 0.6},
        train_loss={1: 2.0, 2: 1.8, 3: 1.7},
    ),
    given(
        "a printed dict of arguments is no row",
        """
        cfg {'loss': 'ce', 'lr': 0.1, 'batch_size': 32}
        epoch 0 loss 2.00
        epoch 1 loss 1.80
        epoch 2 loss 1.60
        epoch 3 loss 1.50
        """,
        LR_AND_SIZE,
        train_loss={0: 2.0, 1: 1.8, 2: 1.6, 3: 1.5},
    ),
    given(
        "bullets",
        """
        Hyperparameters:
        - learning rate: 0.1
        - batch size: 32
        - optimizer: Adam
        epoch 1 loss 2.0
        epoch 2 loss 1.8
        """,
        {**LR_AND_SIZE, "optimizer": "adam"},
        train_loss={1: 2.0, 2: 1.8},
    ),
    given(
        "settings in a logger's lines",
        """
        2024-01-01 10:00:00,001 - INFO - batch_size: 32
        2024-01-01 10:00:00,002 - INFO - lr: 0.1
        2024-01-01 10:00:00,002 - INFO - weight_decay: 0.01
        2024-01-01 10:00:10,001 - INFO - epoch 1 loss 2.0 (main.py:186)
        2024-01-01 10:00:20,001 - INFO - epoch 2 loss 1.8 (main.py:186)
        """,
        {**LR_AND_SIZE, "weight_decay": 0.01},
        train_loss={1: 2.0, 2: 1.8},
    ),
    given(
        "flags in words",
        """
        I train a small transformer with lr = 3e-4, batch size 64 and dropout 0.1.
        step 100 loss 7.5
        step 200 loss 7.4
        """,
        {"learning_rate": 3e-4, "batch_size": 64.0, "dropout": 0.1},
        train_loss={100: 7.5, 200: 7.4},
    ),
]

TABLES = LOGS


@together("text, series, config", TABLES)
def test_settings_within_logs(text, series, config):
    assert_reads(text, series, config)
