from dictionary.figures.overlay.choose import overlay_of
from dictionary.figures.overlay.draw import drawing_of
from tests.dictionary.figures.overlay.printed import recording


def test_runs_start_at_one_and_keep_their_values_in_the_table():
    drawing = drawing_of(
        overlay_of(
            [
                recording("falls", train_loss=[2.0, 1.0, 0.5]),
                recording("rises", train_loss=[400.0, 400.0, 800.0]),
            ]
        )
    )

    falls, rises = drawing.lines
    assert falls.path.startswith("M0,145.0 ")
    assert rises.path.startswith("M0,145.0 ")
    assert (falls.first, falls.lowest, falls.place, falls.last) == ("2", "0.5", "100%", "0.5")
    assert (rises.first, rises.highest) == ("400", "800")


def test_a_run_that_ends_in_nan_breaks_off_and_says_so():
    drawing = drawing_of(
        overlay_of(
            [
                recording("nan", train_loss=[2.0, 1.0, float("nan")]),
                recording("falls", train_loss=[2.0, 1.0, 0.5]),
            ]
        )
    )

    broken, _ = drawing.lines
    assert broken.last == "not a number"
    assert broken.path.count(",") == 2
