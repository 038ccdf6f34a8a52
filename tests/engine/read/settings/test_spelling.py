import math

import pytest

from engine.read.settings.spelling import may_be, optimizer_name, out_of_range, setting, unified
from tests.together import together


@together(
    "text, name",
    [
        ("AdamW (", "adamw"),
        ("FusedAdam", "adam"),
        ("DeepSpeedCPUAdam", "adam"),
        ("adamw_torch_fused", "adamw"),
        ("paged_adamw_8bit", "adamw"),
        ("adamw_bnb_8bit", "adamw"),
        ("GradientDescent", "sgd"),
        ("GradientDescentOptimizer", "sgd"),
        ("MomentumOptimizer", "sgd"),
        ("AdamWeightDecay", "adamw"),
        ("SGD(lr=0.1)", "sgd"),
        ("nadam", "nadam"),
        ("my_method", "my_method"),
        ("optimizer", "optimizer"),
        ("", ""),
    ],
)
def test_optimizer(text, name):
    assert optimizer_name(text) == name


@together(
    "name, value, one",
    [
        ("optimizer", "<class 'torch.optim.adamw.adamw'>", "adamw"),
        ("optimizer", "@torch.optim.adamw()", "adamw"),
        ("precision", "16-mixed", "fp16"),
        ("precision", "jnp.bfloat16", "bf16"),
        ("precision", 16.0, "fp16"),
        ("learning_rate", "1e-3 (cosine)", 1e-3),
        ("batch_size", "32 per gpu", 32),
        ("steps", "5k steps", 5000),
        ("learning_rate", "cosine", "cosine"),
        ("batch_size", True, True),
        ("activation", "torch.nn.relu", "relu"),
    ],
)
def test_one_spelling(name, value, one):
    assert unified(name, value) == one


@together(
    "value, read",
    [
        (["relu", "relu"], "relu"),
        (["A", "b"], "a, b"),
        ([1, "2"], (1.0, 2.0)),
        ([], None),
        ("", None),
        (None, None),
        ("True", True),
        (10**400, math.inf),
        ({}, None),
    ],
)
def test_setting(value, read):
    assert setting(value) == read


@pytest.mark.parametrize(
    ("name", "alias", "value", "is_possible"),
    [
        ("batch_size", "bs", -1.0, False),
        ("batch_size", "bs", 8.0, True),
        ("learning_rate", "step_size", 30.0, False),
        ("learning_rate", "step_size", 0.1, True),
        ("learning_rate", "lr", 30.0, True),
        ("learning_rate", "eta", "0:01:00", False),
    ],
)
def test_possible(name, alias, value, is_possible):
    assert may_be(name, alias, value) is is_possible


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("n_val", -2.0),
        ("n_val", 1e16),
        ("class_counts", (3.0, math.nan)),
        ("dropout", 1.5),
        ("learning_rate", -0.1),
        ("learning_rate", math.inf),
        ("target_mean", math.nan),
    ],
)
def test_a_number_out_of_range_is_not_read_and_said(name, value):
    assert not may_be(name, name, value)
    assert out_of_range(name, value).startswith(f"{name} is ")


@pytest.mark.parametrize(
    ("name", "value"),
    [("n_val", 0.0), ("dropout", 1.0), ("learning_rate", "cosine"), ("seed", -5.0), ("amp", True)],
)
def test_a_number_in_range_and_a_word_are_read(name, value):
    assert may_be(name, name, value)
    assert out_of_range(name, value) == ""


def test_no_limit_is_left_out_without_a_word():
    assert not may_be("epochs", "epochs", -1.0)
    assert out_of_range("epochs", -1.0) == ""
