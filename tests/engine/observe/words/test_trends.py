import pytest

from engine.observe.measures.task import REINFORCEMENT
from engine.observe.words.clauses import clauses
from engine.observe.words.courses import courses_of
from engine.observe.words.trends import trends
from tests.together import together


def shown(text):
    courses = []
    for clause in clauses(text):
        courses += courses_of(clause, courses)
    return {trend.symptom for trend in trends(courses)}


@together(
    "text, symptom",
    [
        ("validation loss goes up while training loss goes down", "validation-loss-turns-up"),
        ("val loss rises but val accuracy stays high", "validation-loss-rises-accuracy-holds"),
        ("training loss falls, validation stays flat", "validation-never-improves"),
        ("the loss does not decrease", "loss-flat-from-start"),
        ("loss oscillates", "loss-oscillates"),
        ("loss decreases very slowly", "loss-falls-too-slowly"),
        ("the loss plateaus", "loss-falls-then-stalls"),
        ("validation accuracy jumps around", "validation-erratic"),
        ("gradients explode", "gradient-norm-huge"),
        ("GPU memory keeps growing", "memory-climbs"),
        ("entropy of the PPO policy collapses to zero", "policy-entropy-near-zero"),
        ("accuracy on the old task drops", "old-task-score-drops"),
        ("discriminator loss goes to zero", "discriminator-loss-near-zero"),
    ],
)
def test_a_course_shows_its_symptom(text, symptom):
    assert symptom in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "train and validation loss both decrease",
        "validation accuracy rises",
        "entropy of the image goes to zero",
        "validation loss stays flat",
        "the learning rate rises",
    ],
)
def test_courses_as_they_should_be_show_nothing(text):
    assert shown(text) == set()


def test_a_loss_that_rises_with_the_return_is_no_divergence():
    assert shown("the loss rises but the reward goes up") == {"score-improves-while-loss-does-not"}
    assert "loss-diverges" in shown("the loss rises")


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [("the loss goes up", False), ("the loss explodes", True), ("gradients explode", True)],
)
def test_a_loss_that_is_no_measure_of_progress_may_rise(text, is_shown):
    (clause,) = clauses(text)
    courses = courses_of(clause)

    assert bool(list(trends(courses, REINFORCEMENT))) == is_shown
    assert list(trends(courses, "detection"))
