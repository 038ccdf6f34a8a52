import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.clauses import Clause
from engine.observe.words.courses import courses_of, tells_courses_only


def courses(text, earlier=()):
    found = courses_of(Clause(text, 0), earlier)
    return [(course.split, course.quantity, course.move) for course in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("validation loss rises", [("validation", "loss", "rises")]),
        (
            "training loss decreases, validation loss does not decrease",
            [("train", "loss", "falls"), ("validation", "loss", "flat")],
        ),
        (
            "train and val accuracy stay flat",
            [("train", "accuracy", "flat"), ("validation", "accuracy", "flat")],
        ),
        ("vanishing gradients", [("", "gradient", "vanishes")]),
        ("validation loss improves", [("validation", "loss", "falls")]),
        ("val accuracy improves", [("validation", "accuracy", "rises")]),
    ],
)
def test_quantities_and_their_movement(text, told):
    assert courses(text) == told


@pytest.mark.parametrize("text", ["the loss is nan", "we train a model", "", "training is slow"])
def test_clauses_without_a_course_have_none(text):
    assert courses(text) == []


def test_a_quantity_may_be_that_of_the_clause_before():
    earlier = courses_of(Clause("training loss decreases", 0))

    assert courses("validation rises", earlier) == [("validation", "loss", "rises")]
    assert courses("validation rises") == []


def test_a_clause_that_tells_more_is_told_from_one_that_does_not():
    short = Clause("validation loss rises", 0)
    long = Clause(
        "validation loss rises since the scaler, imputer and encoder saw every row of both files", 0
    )

    assert tells_courses_only(short, courses_of(short))
    assert not tells_courses_only(long, courses_of(long))


@given(st.text(max_size=200))
def test_any_clause_is_read_without_error(text):
    assert all(split is not None for split, _, _ in courses(text.lower()))


@pytest.mark.parametrize(
    "text",
    [
        "the kl part of the loss kept rising",
        "the kl term of the loss rises",
        "the kl component of my total loss increases",
        "the kl term in the loss goes up",
    ],
)
def test_a_part_of_the_loss_that_moves_is_not_the_loss(text):
    assert courses(text) == [("", "kl", "rises")]


def test_a_part_without_a_name_moves_nothing():
    assert courses("the second term of the loss rises") == []
