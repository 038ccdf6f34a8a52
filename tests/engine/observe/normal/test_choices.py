import math

import pytest

from engine.observe.normal.choices import log_of_choices
from tests.engine.cases import REGRESSION, TEN_CLASSES, case


def test_classes_are_choices():
    assert log_of_choices(case(TEN_CLASSES)) == pytest.approx(math.log(10))


def test_a_vocabulary_counts_where_text_is_predicted():
    run = {"task": "language modeling", "vocab_size": 50257.0}

    assert log_of_choices(case(run)) == pytest.approx(10.82, abs=0.01)


def test_the_vocabulary_of_a_classifier_does_not_count():
    assert log_of_choices(case({"task": "text classification", "vocab_size": 60300.0})) is None


def test_pairs_of_preferences_have_two():
    assert log_of_choices(case(rewards_margins=[0.0, 0.1])) == pytest.approx(0.693, abs=0.001)


def test_a_regression_has_no_choices():
    assert log_of_choices(case(REGRESSION)) is None
    assert log_of_choices(case()) is None
