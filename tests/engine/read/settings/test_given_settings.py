"""Settings as requests and files give them, read by all parts together."""

import json
import math

import pytest

from engine.read.parts.names import Names
from engine.read.settings.settle import settled
from tests.engine.read.short import read, read_file
from tests.memory import peak_of
from tests.together import together

YAML = """
# training
optimizer:
  name: torch.optim.AdamW   # the class
  lr: 1e-3
  betas: [0.9, 0.999]
trainer:
  max_epochs: 10
  precision: 16-mixed
  gradient_clip_val: 0.5
data:
  batch_size: "32"
  class_counts:
    - 160
    - 40
model: {kind: mlp, num_layers: 3}
shuffle: false
note: null
"""


def test_yaml_file():
    case = read_file(YAML, "config.yaml")
    assert case.read_as[0].format == "config"
    assert case.config["optimizer"] == "adamw"
    assert case.config["learning_rate"] == 0.001
    assert case.config["epochs"] == 10
    assert case.config["precision"] == "fp16"
    assert case.config["gradient_clip"] == 0.5
    assert case.config["batch_size"] == 32
    assert case.config["class_counts"] == (160.0, 40.0)
    assert case.config["depth"] == 3
    assert case.config["shuffle"] is False


@together(
    "config, key, value",
    [
        ({"lr": "0.001"}, "learning_rate", 0.001),
        ({"lr": 1}, "learning_rate", 1.0),
        ({"lr": "1e-3"}, "learning_rate", 0.001),
        ({"odd": 10**400}, "odd", math.inf),
        ({"optimizer": {"name": "Adam", "lr": 0.1}}, "optimizer", "adam"),
        ({"optimizer": {"type": "SGD", "lr": 0.1}}, "learning_rate", 0.1),
        ({"optimizer": "<class 'torch.optim.adamw.AdamW'>"}, "optimizer", "adamw"),
        ({"optimizer": {"_target_": "torch.optim.SGD"}}, "optimizer", "sgd"),
        ({"optim": "adamw_torch"}, "optimizer", "adamw"),
        ({"fp16": True}, "precision", "fp16"),
        ({"bf16": True, "fp16": False}, "precision", "bf16"),
        ({"precision": 16}, "precision", "fp16"),
        ({"precision": "bf16-mixed"}, "precision", "bf16"),
        ({"training_args": {"optim": {"learning_rate": 0.2}}}, "learning_rate", 0.2),
        ({"dataset": {"n_train": 480}}, "n_train", 480.0),
        ({"learning_rate": {"value": 0.3, "desc": None}}, "learning_rate", 0.3),
        ({"per_device_train_batch_size": 8}, "batch_size", 8.0),
        ({"normalization": "none"}, "normalization", "none"),
        ({"shuffle": "False"}, "shuffle", False),
    ],
)
def test_values_and_names(config, key, value):
    assert read(config=config).config[key] == value


@pytest.mark.parametrize("number", [-1, -1e308, 1e308, "nan", "inf", "-inf", 10**400])
def test_impossible_count_is_not_read(number):
    counts = {"n_val": number, "batch_size": number, "class_counts": [number, 1]}

    case = read(config={**counts, "lr": 0.1})

    assert dict(case.config) == {"learning_rate": 0.1}


@pytest.mark.parametrize("number", [0, 1, 1e15])
def test_possible_count_is_read(number):
    case = read(config={"n_val": number, "class_counts": [number, 1]})

    assert case.config == {"n_val": number, "class_counts": (number, 1.0)}


@pytest.mark.parametrize("number", [-0.1, "nan", "inf", 1e301])
def test_rate_that_is_none_is_not_read_and_said(number):
    case = read(config={"lr": number, "n_val": 5})

    assert dict(case.config) == {"n_val": 5}
    assert [warning.partition(" is ")[0] for warning in case.warnings] == ["learning_rate"]


@pytest.mark.parametrize("number", [-1, "nan"])
def test_settings_without_a_range_may_be_negative_or_nan(number):
    assert "seed" in read(config={"seed": number}).config


def test_unknown_names_are_kept_and_listed():
    case = read(config={"my": {"odd": 3}, "lr": 0.1, "empty": None, "nested": {"list": ["A", "b"]}})
    assert case.config["my_odd"] == 3
    assert case.config["nested_list"] == "a, b"
    assert "empty" not in case.config
    assert case.warnings == ("unknown setting names: my_odd, nested_list",)


def test_many_unknown_names_are_counted():
    case = read(config={f"odd{number}": number for number in range(30)})
    assert case.warnings[0].endswith("and 18 more")


def test_bottomless_nesting_is_cut():
    config: dict = {}
    inner = config
    for _ in range(100):
        inner["a"] = {}
        inner = inner["a"]
    inner["lr"] = 0.1
    assert read(config=config).config == {}


@pytest.mark.parametrize("depth", [1, 500])
def test_a_deep_list_is_no_setting_and_no_failure(depth):
    as_text = read(config=f"lr: 0.1\nsizes: {'[' * depth}{']' * depth}")
    as_json = read(config={"lr": 0.1, "sizes": json.loads("[" * depth + "]" * depth)})

    assert as_text.config["learning_rate"] == as_json.config["learning_rate"] == 0.1
    assert "sizes" not in as_json.config


def test_the_end_of_a_very_long_name_is_looked_up():
    assert read(config={"a." * 50_000 + "optim.lr": 0.1}).config == {"learning_rate": 0.1}


def test_settings_below_a_very_long_name_are_looked_up():
    config = read(config={"k" * 50_000: {"lr": 0.1, "batch_size": 8}}).config

    assert config == {"learning_rate": 0.1, "batch_size": 8}


def test_of_a_monstrous_configuration_only_the_beginning_is_looked_at():
    names = Names({"lr": "learning_rate"})
    many = {f"k{number}": number for number in range(20_000)}

    assert "learning_rate" not in settled([("", {**many, "lr": 0.1})], names).settings
    assert settled([("", {"lr": 0.1, **many})], names).settings["learning_rate"] == 0.1


@pytest.mark.parametrize("dots", [1_000, 5_000])
def test_a_key_of_many_dots_takes_memory_for_its_length_and_not_its_square(dots):
    config = {"a." * dots: 1}

    assert peak_of(lambda: read(config=config)) < 100 * dots + 300_000


@pytest.mark.parametrize("length", [5_000, 50_000])
def test_a_long_key_is_not_copied_for_each_setting_below_it(length):
    config = {"x" * length: {f"k{number}": number for number in range(500)}}

    assert peak_of(lambda: read(config=config)) < 2 * length + 600_000


@pytest.mark.parametrize("length", [100, 500, 5_000])
def test_a_setting_is_found_below_a_long_key(length):
    assert read(config={"x" * length: {"optim": {"lr": 0.1}}}).config["learning_rate"] == 0.1


def test_a_setting_is_found_at_the_end_of_a_long_dotted_key():
    assert read(config={"trainer." * 60 + "lr": 0.1}).config["learning_rate"] == 0.1
