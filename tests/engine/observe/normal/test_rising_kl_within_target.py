import numpy as np

from engine.observe.normal.rising_kl_within_target import read
from tests.engine.cases import case, falling

POINTS = 30
LEVELS_OFF = falling(0.02, 3.0, POINTS, rate=12)
CLIMBS = np.linspace(0.02, 9.0, POINTS)
BETTER = falling(20, 2.5, POINTS)


def test_a_kl_of_latents_that_levels_off():
    found = read(case(val_kl=LEVELS_OFF, val_recon_loss=BETTER))

    assert found.state == "holds"
    assert "Over the second half" in found.text


def test_a_kl_near_zero():
    found = read(case(val_kl=falling(0.5, 0.001, POINTS), val_recon_loss=BETTER))

    assert (found.state, found.beyond) == ("broken", "posterior-collapse")


def test_a_kl_of_a_policy_that_climbs_for_nothing():
    found = read(case(approx_kl=CLIMBS, reward=np.full(POINTS, 0.3)))

    assert (found.state, found.beyond) == ("broken", "kl-blowup")


def test_a_reward_that_rises_while_quality_falls():
    found = read(
        case(
            approx_kl=LEVELS_OFF,
            reward=falling(0, 5, POINTS),
            val_accuracy=falling(0.8, 0.3, POINTS),
        )
    )

    assert (found.state, found.beyond) == ("broken", "reward-hacking")


def test_a_policy_whose_kl_levels_off():
    assert read(case(approx_kl=LEVELS_OFF, reward=falling(0, 5, POINTS))).state == "holds"


def test_a_kl_that_climbs_with_its_reward_is_left_open():
    assert read(case(approx_kl=CLIMBS, reward=CLIMBS)).state == "not-measured"


def test_a_kl_that_falls_is_not_shown():
    assert read(case(kl=falling(5, 2, POINTS), recon_loss=BETTER)).state == "not-shown"


def test_a_kl_alone_is_not_measured():
    assert read(case(kl=LEVELS_OFF)).state == "not-measured"
    assert read(case(recon_loss=BETTER)).state == "not-measured"
    assert read(case(reward=BETTER)).state == "not-measured"
