import pytest

from content.markup import MarkupError
from dictionary import models
from dictionary.loading.render import render


def test_rows_are_rendered_without_saving():
    row = models.Symptom(measure="Look at the *loss*.")

    render(row)

    assert row.measure_html == "<p>Look at the <em>loss</em>.</p>"


def test_rows_without_markdown_stay_as_they_are():
    row = models.Alias(text="lr too *high*")

    render(row)

    assert row.text == "lr too *high*"


def test_a_formula_that_cannot_be_drawn_raises_an_error():
    with pytest.raises(MarkupError):
        render(models.Symptom(measure=r"$\frac{1}$"))
