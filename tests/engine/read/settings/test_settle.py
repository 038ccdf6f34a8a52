import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts.names import Names
from engine.read.settings.settle import settled
from tests.engine.content import real_knowledge
from tests.together import together


def settled_of(*configs):
    sources = [(f"{number}.yaml", config) for number, config in enumerate(configs, 1)]
    return settled(sources, Names(real_knowledge().config_names))


@together(
    "config, rate",
    [
        ({"lr": 0.1, "head": {"lr": 0.2}}, 0.1),
        ({"head": {"lr": 0.2}, "lr": 0.1}, 0.1),
        ({"encoder": {"optimizer": {"lr": 0.2}}, "optimizer": {"lr": 0.1}}, 0.1),
        ({"scheduler": {"lr": 0.2}, "optimizer": {"lr": 0.1}}, 0.1),
        ({"program": {"lr": 0.2}, "model": {"inner": {"lr": 0.1}}}, 0.1),
        ({"lr": 0.1, "line 40": {"lr": 0.2}}, 0.1),
        ({"eta": 0.2, "optimizer": {"params": {"lr": 0.1}}}, 0.1),
        ({"groups": [{"lr": 0.1}, {"lr": 0.2}]}, 0.1),
        ({"step_size": 30, "schedule": {"step_size": 10}}, None),
    ],
)
def test_of_several_rates_the_run_s_own_stands(config, rate):
    assert settled_of(config).settings.get("learning_rate") == rate


def test_every_rate_is_kept_and_named():
    found = settled_of({"lr": 0.001, "head": {"lr": 0.01}})

    assert found.settings == {"learning_rate": 0.001, "head_lr": 0.01}
    assert found.warnings == (
        "learning_rate is 0.001 (lr in 1.yaml) and 0.01 (head.lr in 1.yaml): the first is used",
    )
    assert found.unknown == ()


def test_a_later_file_does_not_overrule():
    found = settled_of({"lr": 0.1, "batch_size": 8}, {"learning_rate": 0.2, "epochs": 3})

    assert found.settings["learning_rate"] == 0.1
    assert found.settings["epochs"] == 3
    assert found.warnings[0].startswith("learning_rate is 0.1 (lr in 1.yaml) and 0.2 (")


@pytest.mark.parametrize("order", [1, -1])
def test_results_of_a_run_do_not_overrule_its_settings(order):
    config = {"learning_rate": {"value": 0.001}, "epochs": {"value": 50}}
    summary = {"_step": 9, "_runtime": 8.0, "learning_rate": 0, "epoch": 49, "loss": 0.49}
    found = settled_of(*[config, summary][::order])

    assert found.settings["learning_rate"] == 0.001
    assert found.settings["epochs"] == 50
    assert found.warnings == ()


def test_equal_values_are_no_news():
    assert settled_of({"lr": 0.1, "optimizer": {"lr": 0.1}}, {"lr": "1e-1"}).warnings == ()


@pytest.mark.parametrize(
    ("config", "side", "rate"),
    [
        ({"lr_d": 0.1, "lr_g": 0.2}, "g", 0.2),
        ({"optimizer_d": {"lr": 0.1}, "optimizer_g": {"lr": 0.2}}, "d", 0.1),
        ({"discriminator": {"optim": {"lr": 0.1}}, "generator": {"optim": {"lr": 0.2}}}, "g", 0.2),
    ],
)
def test_rates_of_the_two_sides_of_a_gan(config, side, rate):
    found = settled_of(config)

    assert found.settings[f"learning_rate_{side}"] == rate
    assert "learning_rate" not in found.settings
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("config", "batch"),
    [
        ({"per_device_train_batch_size": 8, "gradient_accumulation_steps": 4}, 32),
        ({"batch_size": 8, "devices": [0, 1], "accumulate_grad_batches": 2}, 32),
        ({"micro_batch_size": 8, "global_batch_size": 256, "world_size": 4}, 256),
        ({"batch_size": 8}, None),
        ({"batch_size": 8, "devices": "auto"}, None),
        ({"gradient_accumulation_steps": 4}, None),
    ],
)
def test_effective_batch_size(config, batch):
    found = settled_of(config)

    assert found.settings.get("effective_batch_size") == batch
    assert found.settings.get("batch_size") in {8, None}


@together(
    "config, key, value",
    [
        ({"amp": True}, "amp", True),
        ({"fp16": {"enabled": True}}, "precision", "fp16"),
        ({"optimizer": "GradientDescent"}, "optimizer", "sgd"),
        (
            {"class_name": "Adam", "config": {"name": "adam", "learning_rate": 1}},
            "optimizer",
            "adam",
        ),
        ({"activation": ["relu", "relu"]}, "activation", "relu"),
        ({"lr": "1e-3 (cosine)"}, "learning_rate", 1e-3),
        ({"batch_size": "32 per GPU"}, "batch_size", 32.0),
        ({"max_steps": "5k steps"}, "steps", 5000.0),
        ({"Num examples": "3,200"}, "n_train", 3200.0),
        ({"learning rate (LR)": 0.1, "micro batch size B": 4}, "batch_size", 4.0),
        ({"args": ["--lr", "0.1"]}, "learning_rate", 0.1),
    ],
)
def test_further_spellings(config, key, value):
    assert settled_of(config).settings[key] == value


def test_mixed_precision_without_a_type_is_no_precision():
    assert "precision" not in settled_of({"amp": True, "use_amp": True}).settings


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["lr", "value", "name", "args", "a.b"]), inner, max_size=3
            )
        ),
        max_leaves=12,
    )
)
def test_any_configuration_is_settled(value):
    assert isinstance(settled_of({"lr": value, "x": value}).settings, dict)


def test_the_rate_of_a_generator_alone_is_that_of_the_run():
    config = settled_of({"train": {"optim_g": {"type": "Adam", "lr": 2e-4}}}).settings

    assert (config["learning_rate"], config["optimizer"]) == (2e-4, "adam")


def test_of_two_sides_neither_is_that_of_the_run():
    config = settled_of({"lr_g": 2e-4, "lr_d": 1e-4}).settings

    assert "learning_rate" not in config


def test_a_part_of_a_batch_is_not_the_batch():
    assert settled_of({"mini_batch": 16, "batch": 64}).settings["batch_size"] == 64
    assert settled_of({"mini-batch": 16}).settings["batch_size"] == 16
