import numpy as np
import pytest

from engine.observe.normal.contrastive_loss_floor import read
from tests.engine.cases import case, falling

CONFIG = {"task": "contrastive", "loss": "info_nce", "batch_size": 128.0}
LOSS = falling(5.5, 5.1)
BETTER = falling(0.4, 0.9)


def test_a_high_loss_while_the_neighbors_get_better():
    found = read(case(CONFIG, train_loss=LOSS, neighbor_accuracy=BETTER))

    assert found.state == "holds"
    assert "would cost 5.54" in found.text


def test_a_loss_of_equal_features_while_neighbors_lose_their_meaning():
    found = read(case(CONFIG, train_loss=np.full(20, 5.54), knn_accuracy=falling(0.5, 0.05)))

    assert (found.state, found.beyond) == ("broken", "embedding-collapse")


def test_features_that_lose_their_spread():
    spread = {"feature_std": falling(0.1, 1e-4)}
    found = read(case(CONFIG, train_loss=LOSS, neighbor_accuracy=BETTER, **spread))

    assert (found.state, found.beyond) == ("broken", "representation-collapse")


def test_the_dimension_sets_the_least_spread():
    config = {**CONFIG, "latent_dim": 4.0}
    spread = {"feature_std": np.full(20, 0.04)}

    assert read(case(config, train_loss=LOSS, knn_accuracy=BETTER, **spread)).state == "broken"
    assert read(case(CONFIG, train_loss=LOSS, knn_accuracy=BETTER, **spread)).state == "holds"


@pytest.mark.parametrize(
    "curves",
    [{}, {"knn_accuracy": np.full(20, 0.4)}, {"log_candidates": np.full(20, 5.11)}],
)
def test_without_a_better_score_it_is_left_open(curves):
    assert read(case(CONFIG, train_loss=LOSS, **curves)).state == "not-measured"


def test_a_queue_has_no_known_number_of_candidates():
    config = {"task": "self-supervised", "model_kind": "moco", "batch_size": 2.0}

    assert read(case(config, train_loss=LOSS, knn_accuracy=BETTER)).state == "holds"


def test_a_loss_that_falls_is_not_shown():
    assert read(case(CONFIG, train_loss=falling(5.5, 0.5))).state == "not-shown"


def test_other_tasks_are_not_measured():
    assert read(case(train_loss=LOSS, neighbor_accuracy=BETTER)).state == "not-measured"
