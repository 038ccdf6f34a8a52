from dictionary.figures.overlay.choose import overlay_of
from tests.dictionary.figures.overlay.printed import recording


def test_the_quantity_is_drawn_in_which_the_runs_differ():
    overlay = overlay_of(
        [
            recording("falls", train_loss=[2.0, 1.0, 0.5], val_loss=[2.0, 1.0, 0.5]),
            recording("turns", train_loss=[4.0, 2.0, 1.0], val_loss=[4.0, 3.0, 40.0]),
        ]
    )

    assert overlay.quantity.name == "val_loss"


def test_the_runs_that_lie_farthest_apart_are_shown():
    alike = [recording(f"run-{number}", train_loss=[1.0, 0.9, 0.8]) for number in range(6)]
    other = recording("other", train_loss=[1.0, 10.0, 100.0])

    overlay = overlay_of([*alike, other])

    assert overlay.runs[-1].term == "other"
    assert (len(overlay.runs), overlay.recorded) == (5, 7)


def test_nothing_is_drawn_of_one_run_or_of_what_few_recorded():
    falls = recording("falls", train_loss=[2.0, 1.0, 0.5])

    assert overlay_of([falls]) is None
    assert overlay_of([]) is None
    others = [recording(f"score-{n}", val_accuracy=[0.1, 0.2, 0.3]) for n in range(4)]
    assert overlay_of([falls, falls, *others]) is None


def test_a_loss_that_starts_at_zero_has_no_ratio():
    zero = recording("zero", train_loss=[0.0, 1.0, 2.0])
    falls = recording("falls", train_loss=[2.0, 1.0, 0.5])

    assert overlay_of([zero, falls]) is None
