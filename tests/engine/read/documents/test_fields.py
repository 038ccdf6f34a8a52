import pytest

from engine.read.documents.fields import (
    Place,
    is_config_key,
    is_metric,
    is_rate,
    is_timer,
    is_wrapper,
    place_of,
    role,
    says_position,
    speaks_of_classes,
    split_of_key,
    step_rank,
)
from tests.engine.read.short import metric_names
from tests.together import together


@together(
    "name, wanted",
    [
        ("step", "step"),
        ("_step", "step"),
        ("global_step", "step"),
        ("time/total_timesteps", "step"),
        ("training_iteration", "step"),
        ("num_env_steps_sampled_lifetime", "step"),
        ("num_updates", "step"),
        ("epoch", "epoch"),
        ("current_epoch", "epoch"),
        ("trainer/epoch", "epoch"),
        ("run_id", "run"),
        ("fold", "run"),
        ("record/level/no", "none"),
        ("extra/record/line", "none"),
        ("source_line", "none"),
        ("share_on_line", "value"),
        ("share_of_first_process", "value"),
        ("_timestamp", "none"),
        ("data_time", "none"),
        ("eta_seconds", "none"),
        ("ingestionTime", "none"),
        ("rlmodule_inference_timer", "none"),
        ("phase", "split"),
        ("train/loss", "value"),
        ("loss_step", "value"),
        ("train_loss_epoch", "value"),
        ("warmup_steps", "value"),
        ("lr", "value"),
    ],
)
def test_role(name, wanted):
    assert role(name) == wanted


@pytest.mark.parametrize("name", ["step", "iteration", "epoch", "steps", "num_updates"])
def test_a_position(name):
    assert says_position(name)


@pytest.mark.parametrize("name", ["epochs", "num_train_epochs", "num_steps", "max_steps", "loss"])
def test_no_position(name):
    assert not says_position(name)


def test_the_step_itself_is_closest():
    ranked = sorted(["tree", "iteration", "total_timesteps", "step"], key=step_rank)

    assert ranked == ["step", "total_timesteps", "iteration", "tree"]


@together(
    "key, text, wanted",
    [
        ("type", "train", Place("train")),
        ("mode", "val", Place("val")),
        ("event", "train_epoch", Place("train", "epoch")),
        ("event", "train_step", Place("train", "step")),
        ("where", "validation", Place("val")),
        ("type", "training_stats_scalar", Place()),
        ("host", "train_node", Place()),
        ("level", "info", Place()),
    ],
)
def test_place_of_a_text(key, text, wanted):
    assert place_of(key, text) == wanted


def test_split_of_a_key():
    assert [split_of_key(key) for key in ("train", "valid_0", "validation_1", "sgd")] == [
        "train",
        "val",
        "val",
        "",
    ]


@pytest.mark.parametrize("name", ["loss", "mlogloss", "val/acc", "train_accs", "merror", "reward"])
def test_a_metric(name):
    assert is_metric(name, metric_names())
    assert is_metric(name, None)


@pytest.mark.parametrize(
    "name", ["layer_sizes", "loss_weight", "max_grad_norm", "target_kl", "epochs", "loss_fn", ""]
)
def test_no_metric(name):
    assert not is_metric(name, metric_names())


def test_kinds_of_keys():
    assert is_wrapper("evals_result")
    assert not is_wrapper("train")
    assert is_config_key("hparams")
    assert not is_config_key("loss")
    assert is_timer("timers")
    assert not is_timer("time")
    assert is_rate("learning_rate")
    assert not is_rate("rate")
    assert speaks_of_classes("val/per_class_recall")
    assert not speaks_of_classes("class_loss")
