import numpy as np

from engine.gaps import (
    ADD_END_OF_LOG,
    ADD_SETTINGS,
    ADD_WORDS,
    GRADIENTS,
    SETTINGS_UNSEEN,
    TEST,
    TRAINING,
    VALIDATION,
    not_seen,
    to_add,
)
from engine.run import Case, Series


def case(*names, points=8, **rest):
    x = np.arange(float(points))
    return Case(series={name: Series(name, x, x) for name in names}, **rest)


def test_without_anything_everything_is_unseen_and_the_training_loss_is_asked_for_first():
    assert not_seen(Case()) == (
        TRAINING.unseen,
        VALIDATION.unseen,
        GRADIENTS.unseen,
        TEST.unseen,
        SETTINGS_UNSEEN,
    )
    assert to_add(Case())[0] == TRAINING.add


def test_what_was_given_is_neither_unseen_nor_asked_for():
    full = case(
        "train_loss",
        "val_loss",
        "grad_norm",
        "test_accuracy",
        config={"learning_rate": 0.1},
        description="it does not learn",
    )

    assert not_seen(full) == ()
    assert to_add(full) == ()


def test_a_few_points_are_no_curve():
    assert VALIDATION.unseen in not_seen(case("train_loss", "val_loss", points=3))


def test_settings_and_words_are_asked_for():
    wanted = to_add(case("train_loss", "val_loss", "grad_norm"))

    assert wanted == (ADD_SETTINGS, ADD_WORDS)


def test_a_log_without_curves_needs_its_first_error():
    assert ADD_END_OF_LOG in to_add(Case(log=("something",)))
    assert ADD_END_OF_LOG not in to_add(case("train_loss", log=("something",)))
