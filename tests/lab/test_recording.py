from types import SimpleNamespace

from lab.recording import config_of, rounded
from lab.train.setup import changed, setup_of

CLASSES = SimpleNamespace(n_classes=3)


def test_the_hidden_faults_are_not_in_the_configuration():
    setup = setup_of(CLASSES, zero_grad=False, double_softmax=True, state_shuffle=True)
    config = config_of(setup)

    assert {"zero_grad", "double_softmax", "eval_mode"}.isdisjoint(config)
    assert config["shuffle"] is True
    assert "shuffle" not in config_of(changed(setup, state_shuffle=False))


def test_settings_are_stated_only_where_they_are_in_use():
    assert "momentum" not in config_of(setup_of(CLASSES))
    assert config_of(setup_of(CLASSES, momentum=0.9))["momentum"] == 0.9
    assert config_of(setup_of(CLASSES, precision="fp16"))["precision"] == "fp16"


def test_numbers_that_are_not_finite_become_words():
    values = {"a": [float("nan"), float("inf"), -float("inf")], "b": 1 / 3, "c": None, "d": True}

    assert rounded(values) == {
        "a": ["NaN", "Infinity", "-Infinity"],
        "b": 0.33333,
        "c": None,
        "d": True,
    }
