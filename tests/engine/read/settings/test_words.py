import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.words import settings_in_words
from tests.together import together


@together(
    "text, settings",
    [
        (
            "lr 3e-4, batch size 32, AdamW",
            {"learning_rate": 3e-4, "batch_size": 32, "optimizer": "adamw"},
        ),
        (
            "learning rate is 0.01, weight decay 0.1, dropout 0.5 and 20 epochs.",
            {"learning_rate": 0.01, "weight_decay": 0.1, "dropout": 0.5, "epochs": 20},
        ),
        ("Using SGD with lr 0.1 scaled by 8", {"learning_rate": 0.8, "optimizer": "sgd"}),
        (
            "I use 4 GPUs, batch size 16 per GPU, fp16.",
            {"batch_size": 16, "n_workers_distributed": 4, "precision": "fp16"},
        ),
        ("python train.py --fp16 --lr 5e-5\nand the loss is nan", {"fp16": True, "lr": 5e-5}),
        (
            "batch size = 32, learning rate = 1e-4, warmup steps = 1000",
            {"batch size": 32, "learning rate": 1e-4, "warmup steps": 1000},
        ),
        ("5k training samples", {"n_train": 5000}),
        ("an lr of 2e-5.", {"learning_rate": 2e-5}),
    ],
)
def test_stated_settings(text, settings):
    found = settings_in_words(text)

    assert {name: found.get(name) for name in settings} == pytest.approx(settings)


@together(
    "text",
    [
        "",
        "I tried learning rates from 1e-5 to 1e-3",
        "a lower learning rate of 1e-5 does not help",
        "lr 1e-3, 1e-4 and 1e-5 all fail",
        "Should I use lr 0.1?",
        "learning rate 0.1\nlearning rate 0.01",
        "batch size 16 or 32",
        "Adam or SGD",
        "at epoch 3 the loss is 0.5",
        "Thank you very much for your work",
    ],
)
def test_doubtful_words_state_nothing(text):
    assert settings_in_words(text) == {}


@given(st.text(alphabet="lr batchsize=.,1e-3?\n", max_size=80))
def test_any_words(text):
    assert isinstance(settings_in_words(text), dict)
