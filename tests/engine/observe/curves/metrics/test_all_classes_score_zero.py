import pytest

from engine.observe.curves.metrics.all_classes_score_zero import observe
from tests.engine.cases import case


def test_scores_that_are_zero_throughout_are_seen():
    found = observe(case(val_map=[0.0] * 10, val_recall=[0.0] * 10))

    assert found.strength > 0.9
    assert "val_map, val_recall are exactly 0" in found.text


def test_a_first_epoch_that_scores_does_not_matter():
    assert observe(case(val_f1=[0.2, *[0.0] * 9])).strength > 0.9


@pytest.mark.parametrize(
    "scores",
    [
        {"val_map": [0.0] * 3 + [0.1, 0.2, 0.3, 0.4]},
        {"val_map": [0.0] * 8, "val_recall": [0.1] * 8},
        {"val_f1": [1e-4] * 8},
    ],
)
def test_silent_where_something_scores(scores):
    assert observe(case(**scores)).strength < 0.4


def test_not_measured_with_few_points():
    assert observe(case(val_map=[0.0] * 3)) is None
    assert observe(case(val_accuracy=[0.0] * 9)) is None
