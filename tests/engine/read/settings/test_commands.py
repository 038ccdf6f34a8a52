import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.commands import command_of, may_be_command, settings_of_words
from tests.together import together


@together(
    "text, settings",
    [
        (
            "python train.py --fp16 --lr 5e-5 --batch-size=32",
            {"fp16": True, "lr": 5e-5, "batch-size": 32},
        ),
        (
            "torchrun --nproc_per_node 4 t.py --betas 0.9 0.99 --no-shuffle",
            {"nproc_per_node": 4, "betas": [0.9, 0.99], "shuffle": False},
        ),
        (
            "python main.py -a resnet50 -b 256 --lr 0.1 data",
            {"arch": "resnet50", "batch_size": 256, "lr": 0.1},
        ),
        (
            "$ python t.py model.lr=0.1 +trainer.max_epochs=3",
            {"model.lr": 0.1, "trainer.max_epochs": 3},
        ),
        ("CUDA_VISIBLE_DEVICES=0 python -m foo.train lr=0.1 bs=32", {"lr": 0.1, "bs": 32}),
        ("deepspeed --num_gpus=8 run.py --bf16 True", {"num_gpus": 8, "bf16": True}),
        (
            "accelerate launch --mixed_precision fp16 t.py --learning_rate=1e-5",
            {"mixed_precision": "fp16", "learning_rate": 1e-5},
        ),
        ("fairseq-train data --lr 0.1 --arch x", {"lr": 0.1, "arch": "x"}),
        ("yolo detect train data=coco.yaml epochs=100", {"data": "coco.yaml", "epochs": 100}),
        ("!python train.py --epochs 3", {"epochs": 3}),
        ("user@host:~/x$ python t.py --lr 0.1", {"lr": 0.1}),
        ("2026-01-01 10:00:00,123 INFO python train.py --lr 0.1", {"lr": 0.1}),
        ("Command: python t.py --momentum -0.5 --name 'a b'", {"momentum": -0.5, "name": "a b"}),
        ("./run.sh --lr 0.1", {"lr": 0.1}),
        ("--lr 0.1 --bs 32", {"lr": 0.1, "bs": 32}),
        ("python t.py --lr 0.1 --lr 0.2", {"lr": 0.1}),
    ],
)
def test_command(text, settings):
    assert may_be_command(text)
    assert command_of(text) == settings


@together(
    "text",
    [
        "",
        "usage: train.py [-h] [--lr LR]",
        "Use --fp16 to speed up",
        '  File "train.py", line 3, in main',
        "train.py: error: unrecognized arguments: --foo --bar",
        "python is nice",
        "loss=2.0 lr=0.1 epoch=3",
        "step 1 - loss 3",
        "-" * 80,
    ],
)
def test_no_command(text):
    assert command_of(text) is None


def test_words_of_a_list():
    assert settings_of_words(["--lr", "0.1", "--amp"]) == {"lr": 0.1, "amp": True}


@given(st.text(alphabet="python.y -=ab1'\"\\$", max_size=80))
def test_any_text(text):
    settings = command_of(text)

    assert settings is None or isinstance(settings, dict)


PROMPTS = [
    "$ ",
    "(env) user@node:~/proj$ ",
    "(base) root@a1b2:/workspace# CUDA_VISIBLE_DEVICES=0 ",
    "user@mac proj % ",
    "[user@node proj]$ ",
    "PS C:\\Users\\a b> ",
    "In [3]: !",
    "\u279c  proj git:(main) \u2717 ",
]


@together("prompt", PROMPTS)
def test_prompts_stand_in_front_of_commands(prompt):
    line = f"{prompt}python train.py --lr 0.1"

    assert may_be_command(line)
    assert command_of(line) == {"lr": 0.1}


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        ("$ ./fasttext supervised -input a -lr 0.5 -epoch 25", {"input": "a", "lr": 0.5}),
        ("word2vec -train text8 -alpha 0.05 -dropout 0.1", {"train": "text8", "alpha": 0.05}),
        ("$ xgboost a.conf eta=0.3 max_depth=6", {"eta": 0.3, "max_depth": 6}),
    ],
)
def test_tools_of_the_command_line(line, settings):
    assert may_be_command(line)
    command = command_of(line)
    assert command is not None
    assert command.items() >= settings.items()


@pytest.mark.parametrize(
    "line",
    [
        "tar -xzf a.tar -directory b",
        "reward -inf kl -nan",
        "step 3 loss -0.5 bound -0.2",
        "a=1 b=2",
    ],
)
def test_dashes_and_equal_signs_alone_make_no_command(line):
    assert command_of(line) is None
