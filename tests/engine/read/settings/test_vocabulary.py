import pytest

from engine.read.settings import vocabulary
from engine.read.settings.vocabulary import (
    is_measured,
    is_message,
    is_position,
    is_setting,
    is_sure_setting,
    words_of,
)
from tests.together import together


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("loss_12", True),
        ("acc1", True),
        ("ac1", False),
        ("loss 1 2", True),
        ("loss_scale_3", False),
        ("lr_3", False),
        ("r2", True),
        ("r_2", False),
        ("123", False),
    ],
)
def test_a_number_behind_a_name_says_nothing_of_it(name, is_one):
    assert is_measured(name, 0.5) == is_one


def test_names_that_differ_in_a_number_behind_them_are_taken_apart_once():
    vocabulary._may_be_measured.cache_clear()
    for number in range(20):
        assert is_measured(f"loss_{number}", 0.5)

    assert vocabulary._may_be_measured.cache_info().misses == 1


@together(
    "name",
    [
        "lr",
        "adam_beta1",
        "per_device_train_batch_size",
        "n_layer",
        "max_grad_norm",
        "learningRate",
        "Num examples",
        "weight-decay",
        "optimizer.lr",
    ],
)
def test_setting(name):
    assert is_setting(name)
    assert is_sure_setting(name)


@pytest.mark.parametrize("name", ["", "foo", "train_loss", "accuracy", "in_features"])
def test_no_setting(name):
    assert not is_setting(name)


@pytest.mark.parametrize("name", ["model", "data", "epochs"])
def test_setting_that_is_not_sure_alone(name):
    assert is_setting(name)
    assert not is_sure_setting(name)


@together(
    "name, value, is_one",
    [
        ("train_loss", 0.5, True),
        ("loss", "0.5", True),
        ("loss", [2.0, 1.0], True),
        ("loss", "ce", False),
        ("loss", True, False),
        ("max_grad_norm", 1.0, False),
        ("loss_weight", 1.0, False),
        ("lr", 0.1, False),
    ],
)
def test_measured(name, value, is_one):
    assert is_measured(name, value) is is_one


@pytest.mark.parametrize(
    ("name", "is_one"), [("epoch", True), ("global_step", True), ("epochs", False), ("lr", False)]
)
def test_position(name, is_one):
    assert is_position(name) is is_one


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("ValueError", True), ("WARNING", True), ("lr", False), ("info_nce", False)],
)
def test_message(name, is_one):
    assert is_message(name) is is_one


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("trainSize.max-lr/x", ("train", "size", "max", "lr", "x")),
        ("tauxÉcole_lr2", ("taux", "cole", "lr2")),
        ("\ud800lr\x1dbs", ("lr", "bs")),
        ("a_" * 20, ("a",) * 12),
        ("-/", ()),
    ],
)
def test_words(name, words):
    assert words_of(name) == words


@pytest.mark.parametrize("name", ["time/epoch", "trainer/global_step", "epoch"])
def test_the_last_part_of_a_path_is_a_position(name):
    assert is_position(name)


@pytest.mark.parametrize("name", ["epoch/time", "step/loss", "minibatch_size"])
def test_the_first_part_of_a_path_is_no_position(name):
    assert not is_position(name)
