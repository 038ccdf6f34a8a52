import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.metric_names.resolve import Resolver, stem_of, with_own_names
from tests.together import together

TABLE = with_own_names(
    {
        "loss": "train_loss",
        "eval_loss": "val_loss",
        "acc": "train_accuracy",
        "policy_loss": "policy_loss",
        "episode_return_mean": "reward",
        "loss_step": "train_loss_step",
        "gnorm": "grad_norm",
    }
)
RESOLVER = Resolver(TABLE)


@together(
    "name, place, canonical",
    [
        ("loss", "", "train_loss"),
        ("loss", "val", "val_loss"),
        ("val_loss", "train", "val_loss"),
        ("eval_my_set_bleu", "", "val_my_bleu"),
        ("train/policy_loss", "", "policy_loss"),
        ("env_runners/episode_return_mean", "", "reward"),
        ("acc@5", "val", "val_5_accuracy"),
        ("best_acc1", "val", "best_val_accuracy"),
        ("loss_step", "", "train_loss_step"),
        ("lr", "val", "lr"),
        ("bleu", "", "val_bleu"),
        ("val_policy_loss", "", "val_policy_loss"),
    ],
)
def test_names_get_their_canonical_name(name, place, canonical):
    assert RESOLVER.resolve(name, place).name == canonical


def test_unknown_names_keep_their_own_with_the_split_of_their_place():
    found = RESOLVER.resolve("my thing", "val")

    assert (found.name, found.is_known) == ("val_my_thing", False)
    assert RESOLVER.resolve("").name == "unnamed"
    assert not RESOLVER.is_metric("mean_grad")


@pytest.mark.parametrize("name", ["window_val_loss", "best_val_accuracy", "half_size_accuracy"])
def test_a_canonical_name_that_says_its_split_gets_no_other(name):
    assert Resolver({name: name}).resolve(name).name == name


def test_a_canonical_name_loses_its_split_only():
    assert [stem_of(name) for name in ("val_loss", "lr", "train_box_loss")] == [
        "loss",
        "lr",
        "box_loss",
    ]


@given(st.text(max_size=200), st.sampled_from(["", "train", "val", "test"]))
def test_every_name_resolves_to_a_word(name, place):
    assert RESOLVER.resolve(name, place).name


def test_the_memory_is_bounded():
    resolver = Resolver(TABLE)
    for number in range(25_000):
        resolver.resolve(f"name{number}")

    assert len(resolver._remembered) <= 20_000


REWARDS = Resolver({"reward": "reward", "ep_rew_mean": "reward", "policy_loss": "policy_loss"})


@pytest.mark.parametrize(
    ("name", "place", "canonical"),
    [
        ("rew", "", "reward"),
        ("EpRewMean", "", "reward"),
        ("reward", "val", "val_reward"),
        ("reward", "train", "reward"),
        ("policy_loss", "val", "policy_loss"),
    ],
)
def test_a_reward_of_an_evaluation_is_another_than_that_of_rollouts(name, place, canonical):
    assert REWARDS.resolve(name, place).name == canonical


@pytest.mark.parametrize("name", ["Time-cost", "loss_time", "batch_cost", "data_cost", "rewind"])
def test_times_of_a_quantity_are_none_of_its_values(name):
    resolver = Resolver({"cost": "train_loss", "loss": "train_loss", "reward": "reward"})

    assert not resolver.is_metric(name)


@pytest.mark.parametrize("name", ["cost", "train_cost", "avg_cost"])
def test_a_cost_is_a_loss(name):
    assert Resolver({}).resolve(name).name == "train_loss"
