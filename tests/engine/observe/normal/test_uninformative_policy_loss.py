import numpy as np

from engine.observe.normal.uninformative_policy_loss import read
from tests.engine.cases import case, falling, noise

POINTS = 30
HOVERS = noise(POINTS, 0.01)
RISES = falling(0.1, 0.9, POINTS)


def test_a_loss_that_hovers_while_the_reward_rises():
    found = read(case(policy_loss=HOVERS, reward=RISES, grad_norm=np.full(POINTS, 0.5)))

    assert found.state == "holds"
    assert "zero at 0% of the points" in found.text


def test_a_gradient_of_exactly_zero():
    found = read(case(policy_loss=HOVERS, reward=RISES, grad_norm=np.zeros(POINTS)))

    assert (found.state, found.beyond) == ("broken", "zero-advantage-groups")


def test_a_flat_reward_while_the_kl_climbs():
    found = read(
        case(
            policy_loss=HOVERS,
            reward=0.3 + noise(POINTS, 0.01, seed=1),
            approx_kl=np.linspace(0, 9, POINTS),
        )
    )

    assert (found.state, found.beyond) == ("broken", "kl-blowup")


def test_a_held_out_score_that_falls():
    found = read(case(policy_loss=HOVERS, reward=RISES, val_accuracy=RISES[::-1]))

    assert (found.state, found.beyond) == ("broken", "reward-hacking")


def test_a_held_out_kl_is_no_score():
    assert read(case(policy_loss=HOVERS, reward=RISES, val_kl=RISES[::-1])).state == "holds"


def test_a_flat_reward_is_left_open():
    flat = 0.3 + noise(POINTS, 0.01, seed=1)

    assert read(case(policy_loss=HOVERS, reward=flat)).state == "not-measured"


def test_a_loss_that_falls_is_not_shown():
    assert read(case(policy_loss=falling(2, 0.5, POINTS), reward=RISES)).state == "not-shown"


def test_a_reward_alone_is_not_measured():
    assert read(case(reward=RISES)).state == "not-measured"
