import pytest

from content import schema
from content.markup import MarkupError
from dictionary import models
from dictionary.loading.render import RENDERED, html_columns, render


def test_own_markdown_and_that_of_single_parts_have_columns():
    assert list(html_columns(schema.FailureMode)) == [
        ("definition", "definition_html"),
        ("mechanism", "mechanism_html"),
        ("rescue_text", "rescue_html"),
        ("example_explanation", "example_html"),
    ]


@pytest.mark.parametrize("model", RENDERED)
def test_every_html_column_of_a_row_is_rendered_from_markdown(model):
    programs = {"example_bad_html", "example_good_html"}
    columns = {field.name for field in model._meta.fields if field.name.endswith("_html")}

    assert {html for _, html in RENDERED[model]} == columns - programs


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
