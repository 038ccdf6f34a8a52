import numpy as np

from engine.observe.curves.validation.reported_metric_stalls_while_training_improves import observe
from tests.engine.cases import case, healthy

LEARNS = 1 - 0.6 * np.exp(-np.arange(20) / 5)


def test_a_score_that_stalls_while_training_goes_on_is_seen():
    stalls = np.minimum(LEARNS, 0.62)
    found = observe(case(train_accuracy=LEARNS, val_accuracy=stalls))

    assert found.strength > 0.9
    assert "val_accuracy from 0.62" in found.text


def test_a_score_that_falls_is_seen():
    falls = np.concatenate([np.linspace(0.4, 0.7, 7), np.linspace(0.7, 0.6, 13)])
    assert observe(case(train_f1=LEARNS, val_f1=falls)).strength > 0.9


def test_silent_where_both_learn_where_both_are_done_and_where_neither_learns():
    assert observe(healthy()).strength < 0.1
    assert observe(case(train_accuracy=LEARNS, val_accuracy=LEARNS - 0.2)).strength < 0.2
    done = case(train_accuracy=np.full(20, 0.98), val_accuracy=np.full(20, 0.7))
    assert observe(done).strength < 0.1
    perfect = np.r_[0.9, 0.99, np.full(5, 0.9995), np.ones(13)]
    learned = case(train_accuracy=perfect, val_accuracy=np.full(20, 0.8))
    assert observe(learned).strength < 0.1
    flat = case(train_accuracy=np.full(20, 0.5), val_accuracy=np.full(20, 0.3))
    assert observe(flat).strength < 0.1


def test_not_measured_without_both_or_with_few_points():
    assert observe(case(val_accuracy=LEARNS)) is None
    assert observe(case(train_accuracy=LEARNS[:5], val_accuracy=LEARNS[:5])) is None
