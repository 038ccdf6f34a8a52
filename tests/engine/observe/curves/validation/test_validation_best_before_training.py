from engine.observe.curves.validation.validation_best_before_training import observe
from tests.engine.cases import case, falling, healthy, series


def _fine_tuning(*held_out):
    """A training loss by epoch, and a validation loss that begins at step 0."""
    steps = [20 * epoch for epoch in range(len(held_out))]
    return case(
        train_loss=falling(2.0, 0.1, len(held_out) - 1),
        val_loss=series("val_loss", held_out, steps),
    )


def test_a_start_that_training_never_reaches_again():
    found = observe(_fine_tuning(0.25, 4.0, 1.7, 1.2, 1.0, 1.1))

    assert found.strength > 0.95
    assert "Before the first step val_loss is 0.25, at the next evaluation 4" in found.text
    assert (found.span.start, found.span.end) == (0, 20)


def test_silent_where_training_helps():
    assert observe(_fine_tuning(2.3, 1.5, 1.0, 0.7, 0.6)).strength < 0.02
    assert observe(_fine_tuning(0.3, 0.28, 0.27, 0.26, 0.27)).strength < 0.02


def test_silent_where_it_gets_worse_at_first_and_then_better():
    assert observe(_fine_tuning(0.5, 1.9, 0.6, 0.4, 0.3)).strength < 0.02


def test_silent_where_it_only_overfits():
    assert observe(_fine_tuning(1.0, 0.8, 0.9, 1.4, 2.1)).strength < 0.02


def test_not_measured_without_a_validation_before_the_first_step():
    assert observe(healthy()) is None
    assert observe(_fine_tuning(0.25, 4.0)) is None
    assert observe(case(val_loss=series("val_loss", [0.2, 4.0, 2.0, 1.0], [0, 1, 2, 3]))) is None


def test_not_measured_on_a_loss_that_is_not_above_zero():
    assert observe(_fine_tuning(-0.2, 4.0, 2.0, 1.0)) is None
