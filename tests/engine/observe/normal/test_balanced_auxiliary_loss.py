import numpy as np
import pytest

from engine.observe.normal.balanced_auxiliary_loss import read
from tests.engine.cases import case, falling, noise

MAIN = falling(2.0, 0.5)
LEVEL = 1.0 + np.abs(noise(20, 0.005))
EXPERTS = {"n_experts": 8.0, "top_k": 2.0}


@pytest.mark.parametrize(
    ("config", "balance"),
    [
        (EXPERTS, LEVEL),
        (EXPERTS, 2 * LEVEL),
        ({**EXPERTS, "aux_coefficient": 0.02}, 0.02 * LEVEL),
    ],
)
def test_a_value_near_1_or_top_k(config, balance):
    assert read(case(config, train_aux_loss=balance, train_loss=MAIN)).state == "holds"


def test_experts_that_take_most_tokens():
    curves = {"train_aux_loss": LEVEL, "train_loss": MAIN, "busiest_quarter": np.full(20, 0.8)}
    found = read(case(EXPERTS, **curves))

    assert (found.state, found.beyond) == ("broken", "moe-routing-collapse")
    curves["busiest_quarter"] = np.full(20, 0.45)
    assert read(case(EXPERTS, **curves)).state == "not-measured"


def test_a_value_that_rises():
    found = read(case(EXPERTS, train_aux_loss=falling(1.5, 4.0), train_loss=MAIN))

    assert (found.state, found.beyond) == ("broken", "moe-routing-collapse")


def test_a_value_that_is_equal_to_the_last_digit():
    found = read(case(EXPERTS, train_aux_loss=np.ones(20), train_loss=MAIN))

    assert (found.state, found.beyond) == ("broken", "detached-graph")


def test_a_main_loss_that_does_not_fall_is_left_open():
    curves = {"train_aux_loss": LEVEL, "train_loss": np.full(20, 2.0)}

    assert read(case(EXPERTS, **curves)).state == "not-measured"


def test_a_value_that_still_falls_is_not_shown():
    assert read(case(EXPERTS, train_aux_loss=falling(4, 2.5))).state == "not-shown"


def test_an_auxiliary_loss_without_experts_is_not_measured():
    assert read(case(train_aux_loss=LEVEL, train_loss=MAIN)).state == "not-measured"
    assert read(case(router_aux_loss=LEVEL, train_loss=MAIN)).state == "holds"
