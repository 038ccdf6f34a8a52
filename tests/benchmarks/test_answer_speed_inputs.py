"""The inputs have the sizes that they are named for."""

import pytest

from benchmarks.answer_speed import LOG_WORDS
from benchmarks.answer_speed_inputs import enlarged, log_of_words, two_curves
from tests.engine.knowledge import knowledge


def test_the_log_has_so_many_words():
    assert LOG_WORDS <= len(log_of_words(LOG_WORDS).split()) < LOG_WORDS + 20


def test_a_larger_knowledge_has_copies_that_point_to_each_other():
    large = enlarged(knowledge(), 3)
    assert len(large.failure_modes) == 3 * len(knowledge().failure_modes)
    assert len(large.symptoms) == 3 * len(knowledge().symptoms)
    for mode in large.failure_modes.values():
        assert {*mode.causes, *mode.consequences, *mode.children} <= set(large.failure_modes)


def test_curves_fall():
    curves = two_curves(100)
    assert curves["train_loss"][0] > 2 > 1 > curves["train_loss"][-1]
    assert curves["val_loss"][-1] == pytest.approx(curves["train_loss"][-1] + 0.2, abs=0.2)
