import numpy as np

from engine.observe.normal.low_starting_loss import read
from tests.engine.cases import case, falling

TEXT = {"task": "language modeling", "vocab_size": 50257.0}
TUNED = {**TEXT, "pretrained": True}
LOSS = falling(1.2, 0.9)


def test_trained_weights_whose_score_improves():
    found = read(case(TUNED, train_loss=LOSS, val_accuracy=falling(0.6, 0.7)))

    assert found.state == "holds"
    assert "11% of the log" in found.text


def test_an_adapter_says_the_same_and_a_held_out_loss_will_do():
    run = case({**TEXT, "lora_rank": 8.0}, train_loss=LOSS, val_loss=falling(1.3, 1.0))

    assert read(run).state == "holds"


def test_nothing_that_improves_is_left_open():
    assert read(case(TUNED, train_loss=LOSS)).state == "not-measured"
    assert read(case(TUNED, train_loss=LOSS, val_loss=np.full(20, 1.3))).state == "not-measured"


def test_weights_of_unknown_origin_are_left_open():
    assert read(case(TEXT, train_loss=LOSS, val_loss=falling(1.3, 1.0))).state == "not-measured"


def test_a_loss_of_zero():
    found = read(case(TUNED, train_loss=np.zeros(20)))

    assert (found.state, found.beyond) == ("broken", "all-labels-ignored")


def test_weights_that_do_not_change():
    found = read(case(TUNED, train_loss=np.full(20, 1.2), update_ratio=np.zeros(20)))

    assert (found.state, found.beyond) == ("broken", "frozen-parameters")


def test_a_start_at_chance_is_not_shown():
    assert read(case(TUNED, train_loss=falling(10.8, 3.0))).state == "not-shown"


def test_without_choices_or_a_loss_nothing_is_measured():
    assert read(case(TUNED)).state == "not-measured"
    assert read(case({"pretrained": True}, train_loss=LOSS)).state == "not-measured"
