import numpy as np
import pytest

from engine.read.join.tasks import named_by_task
from engine.run import Series

X = np.arange(3.0)


def names(*given):
    return set(named_by_task({name: Series(name, X, X) for name in given}))


@pytest.mark.parametrize("sign", ["reward", "value_loss", "approx_kl", "episode_length"])
def test_the_loss_of_a_policy_is_its_objective(sign):
    assert names("train_loss", "val_loss", sign) == {
        "policy_objective",
        "val_policy_objective",
        sign,
    }


def test_the_accuracy_of_preference_learning_is_of_tokens():
    assert names("train_loss", "train_accuracy", "rewards_margins") == {
        "train_loss",
        "token_accuracy",
        "rewards_margins",
    }


def test_other_runs_keep_their_names():
    assert names("train_loss", "train_accuracy", "kl") == {"train_loss", "train_accuracy", "kl"}
