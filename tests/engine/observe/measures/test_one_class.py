import pytest

from engine.observe.measures.one_class import last_scores, mean_f1_of_one_class
from tests.engine.cases import case

SHARE = 0.966


def runs(name, value, accuracy=(SHARE,) * 4, config=None):
    return case(config or {}, val_accuracy=list(accuracy), **{name: [value] * 4})


def test_the_mean_f1_of_one_class_of_two():
    """With every answer the larger class, its F1 is 2 a / (1 + a) and the other one 0."""
    assert mean_f1_of_one_class(SHARE) == pytest.approx((2 * SHARE / (1 + SHARE) + 0) / 2)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("val_f1", 0.0),
        ("val_recall", 0.0),
        ("val_f1", mean_f1_of_one_class(SHARE)),
        ("val_f1", 2 * SHARE * mean_f1_of_one_class(SHARE)),
    ],
)
def test_scores_of_one_class_are_told(name, value):
    scores = last_scores(runs(name, value))

    assert scores.is_one_class
    assert (scores.share, scores.name, scores.value) == (SHARE, name, pytest.approx(value))


@pytest.mark.parametrize(
    ("name", "value", "accuracy"),
    [
        ("val_f1", 0.8, (SHARE,) * 4),
        ("val_recall", 0.491, (SHARE,) * 4),
        ("val_f1", 0.0, (0.9, 0.92, 0.95, SHARE)),
        ("val_f1", 0.0, (0.5,) * 4),
    ],
)
def test_other_scores_are_not(name, value, accuracy):
    assert not last_scores(runs(name, value, accuracy)).is_one_class


def test_not_known_without_both_scores_or_with_more_classes():
    assert last_scores(case(val_accuracy=[SHARE] * 4)) is None
    assert last_scores(case(val_accuracy=[SHARE], val_f1=[0.0])) is None
    assert last_scores(runs("val_f1", 0.0, config={"n_classes": 10})) is None
