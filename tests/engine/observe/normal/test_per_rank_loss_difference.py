import numpy as np
import pytest

from engine.observe.normal.per_rank_loss_difference import read
from tests.engine.cases import case, falling, noise

LOSS = falling(1.8, 0.3, 30)
OF_0, OF_1 = LOSS + noise(30, 0.05), LOSS + noise(30, 0.05, seed=1)
RANKS = {"train_rank_0_loss": OF_0, "train_rank_1_loss": OF_1}


def test_ranks_that_hold_the_same_weights():
    found = read(case(**RANKS, checksum_gap=np.zeros(30)))

    assert found.state == "holds"
    assert "The losses of 2 ranks differ" in found.text


@pytest.mark.parametrize(
    ("more", "beyond"),
    [
        ({"checksum_gap": np.linspace(0, 4, 30)}, "rank-divergence"),
        ({"train_one_device_loss": LOSS / 2}, "unscaled-distributed-lr"),
        ({"train_rank_1_loss": OF_0}, "duplicate-data-across-ranks"),
    ],
)
def test_beyond_the_boundaries(more, beyond):
    found = read(case(**{**RANKS, **more}))

    assert (found.state, found.beyond) == ("broken", beyond)


def test_without_checksums_it_is_left_open():
    assert read(case(**RANKS)).state == "not-measured"
    level = {"train_one_device_loss": (OF_0 + OF_1) / 2}
    assert read(case(**RANKS, **level)).state == "not-measured"


def test_a_loss_that_does_not_fall_is_left_open():
    flat = {"train_rank_0_loss": 1 + noise(30, 0.05), "train_rank_1_loss": np.ones(30)}

    assert read(case(**flat, checksum_gap=np.zeros(30))).state == "not-measured"


def test_one_rank_or_ranks_of_other_lengths_are_not_measured():
    assert read(case(train_rank_0_loss=OF_0, train_loss=LOSS)).state == "not-measured"
    assert read(case(train_rank_0_loss=OF_0, train_rank_1_loss=OF_1[:9])).state == "not-measured"
