"""Figures of recorded runs are filled into a text."""

import pytest

from content.figures_in_text import FigureError, filled, last_values, lines_of
from tests.together import together

BAD = """{"config": {"n_train": 200, "class_counts": [190, 10]}}
{"epoch": 1, "val_loss": 0.9, "per_class_recall": [1.0, 0.5]}
{"epoch": 2, "val_loss": 0.4, "per_class_recall": [1.0, 0.25]}
{"epoch": 3, "val_loss": NaN}
It ends.
"""
GOOD = '{"step": 10, "val_loss": 0.2}\n'


@together(
    "figure, shown",
    [
        ("{{bad.val_loss.first}}", "0.9"),
        ("{{bad.val_loss.min:.2f}} at {{bad.val_loss.argmin}}", "0.40 at 2"),
        ("{{bad.val_loss.max:.1f}}", "0.9"),
        ("{{bad.val_loss.last}}", "nan"),
        ("{{bad.per_class_recall.1.last:.2f}}", "0.25"),
        ("{{bad.config.n_train}}", "200"),
        ("{{bad.config.class_counts.1}}", "10"),
        ("{{good.val_loss.argmax}}", "10"),
        ("no figure at all", "no figure at all"),
        ("$\\frac{1}{{2}}$", None),
    ],
)
def test_a_figure_is_taken_from_its_run(figure, shown):
    if shown is None:
        with pytest.raises(FigureError, match="a figure is written"):
            filled(figure, BAD, GOOD)
    else:
        assert filled(figure, BAD, GOOD) == shown


@together(
    "figure",
    [
        "{{good.train_loss.last}}",
        "{{bad.per_class_recall.5.last}}",
        "{{bad.val_loss.0.last}}",
        "{{bad.config.lr}}",
        "{{bad.config.class_counts.2}}",
        "{{bad.config.n_train.0}}",
        "{{bad.val_loss.mean}}",
        "{{best.val_loss.last}}",
    ],
)
def test_a_figure_that_is_not_there_is_an_error(figure):
    with pytest.raises(FigureError):
        filled(figure, BAD, GOOD)


def test_last_values_are_the_last_finite_ones():
    assert last_values(BAD) == {"epoch": 3.0, "val_loss": 0.4}


def test_a_broken_line_is_left_out():
    recording = '{"loss": 1}\n{"loss": \n{"loss": 2\n{"loss": 3}\nepoch 4\n' + '{"a":' * 5000

    assert lines_of(recording) == [{"loss": 1}, {"loss": 3}]
