import numpy as np

from engine.read.inputs import Curve
from engine.read.join.named import named_curves
from engine.read.join.pick import pick
from engine.read.metric_names.resolve import Resolver

SAME = (
    "entropy", "entropy_loss", "kl", "approx_kl", "policy_loss", "value_loss", "reward",
)  # fmt: skip
RESOLVER = Resolver({"loss": "train_loss", **{name: name for name in SAME}})


def names(*curves):
    return set(pick(named_curves(curves, RESOLVER, "log.txt")).curves)


def curve(name, values):
    y = np.array(values, dtype=float)
    return Curve(name, np.arange(len(y), dtype=float), y)


def test_a_score_between_0_and_1_is_an_accuracy():
    assert names(curve("validation_score", [0.4, 0.8])) == {"val_accuracy"}
    assert names(curve("validation_score", [-3.0, 0.8])) == {"val_score"}
    assert names(curve("val_score", [0.4]), curve("val_acc", [0.5])) == {
        "val_score",
        "val_accuracy",
    }


def test_a_test_that_is_measured_again_and_again_stands_in_for_validation():
    assert names(curve("test_loss", [3, 2, 1])) == {"test_loss", "val_loss"}
    assert names(curve("test_loss", [3])) == {"test_loss"}
    assert names(curve("test_loss", [3, 2, 1]), curve("val_loss", [3, 2, 1])) == {
        "test_loss",
        "val_loss",
    }


def test_a_positive_entropy_loss_is_the_entropy():
    assert names(curve("entropy_loss", [1.2, 1.1])) == {"entropy"}
    assert names(curve("entropy_loss", [-1.2, -1.1])) == {"entropy_loss"}
    assert names(curve("entropy_loss", [1.2]), curve("entropy", [1.2])) == {
        "entropy_loss",
        "entropy",
    }


def test_a_value_that_is_stated_once_gives_way_to_a_curve():
    found = pick(
        named_curves(
            [curve("entropy", [0.01]), curve("entropy_loss", [17.0, 16.9, 16.8, 16.7])],
            RESOLVER,
            "log.txt",
        )
    ).curves

    assert len(found["entropy"]) == 4


def test_a_kl_beside_the_losses_of_a_policy_and_its_values_is_that_of_an_update():
    losses = [curve("policy_loss", [0.1]), curve("value_loss", [0.1])]

    assert names(curve("kl", [0.1]), *losses) == {"approx_kl", "policy_loss", "value_loss"}


def test_a_kl_without_a_loss_of_values_keeps_its_name():
    assert names(curve("kl", [0.1]), curve("policy_loss", [0.1])) == {"kl", "policy_loss"}
    assert names(curve("kl", [0.1])) == {"kl"}


def test_the_reward_of_evaluations_stands_in_for_that_of_rollouts():
    assert names(curve("eval/reward", [1, 2, 3])) == {"val_reward", "reward"}
    assert names(curve("eval/reward", [1, 2, 3]), curve("reward", [4, 5, 6])) == {
        "val_reward",
        "reward",
    }


def test_a_reward_of_rollouts_is_not_replaced():
    found = pick(
        named_curves(
            [curve("reward", [4, 5, 6]), curve("eval/reward", [1, 2, 3])], RESOLVER, "log.txt"
        )
    ).curves

    assert list(found["reward"].curve.y) == [4, 5, 6]
