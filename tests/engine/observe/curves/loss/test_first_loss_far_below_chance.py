import math

import numpy as np

from engine.observe.curves.loss.first_loss_far_below_chance import observe
from tests.engine.cases import TEN_CLASSES, case, falling

TOKENS = {"task": "language_modeling", "vocab_size": 50_257.0}


def test_a_pretrained_model_begins_far_below_chance():
    found = observe(case(TOKENS, train_loss_step=falling(2.4, 2.0, 200)))

    assert found.strength > 0.9
    assert "0.22 times" in found.text


def test_a_low_start_on_few_classes_is_seen_too():
    assert observe(case(TEN_CLASSES, train_loss_step=falling(0.5, 0.1, 100))).strength > 0.9


def test_silent_on_a_fresh_model_and_above_chance():
    assert observe(case(TEN_CLASSES, train_loss_step=falling(2.3, 0.1, 200))).strength < 0.05
    assert observe(case(TOKENS, train_loss_step=falling(30.0, 5.0, 200))).strength < 0.05


def test_not_measured_at_exactly_zero_or_without_a_scale():
    assert observe(case(TEN_CLASSES, train_loss_step=np.zeros(50))) is None
    assert observe(case(train_loss_step=falling(2.4, 2.0, 200))) is None
    assert observe(case(TEN_CLASSES, train_loss=falling(math.log(10), 1, 30))) is None
