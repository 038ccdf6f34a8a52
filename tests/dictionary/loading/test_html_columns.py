import pytest
from django.apps import apps

from content import schema
from dictionary import models
from dictionary.loading.html_columns import RENDERED, html_columns
from tests.together import together

PROGRAMS = {"example_diff_html", "snippets_html"}  # highlighted, not Markdown


def test_own_markdown_and_that_of_single_parts_have_columns():
    assert html_columns(schema.FailureMode) == {
        "definition": "definition_html",
        "mechanism": "mechanism_html",
        "rescue_text": "rescue_html",
        "example_explanation": "example_html",
    }


def test_a_record_without_markdown_has_no_columns():
    assert html_columns(schema.Signal) == {}


@together("model", list(apps.get_app_config("dictionary").get_models()))
def test_every_html_column_of_a_row_is_rendered_from_markdown(model):
    columns = {field.name for field in model._meta.fields if field.name.endswith("_html")}
    rendered = set(RENDERED.get(model, {}).values())

    assert rendered == columns - PROGRAMS


@pytest.mark.parametrize("model", RENDERED)
def test_every_markdown_column_exists(model):
    columns = {field.name for field in model._meta.fields}

    assert RENDERED[model].keys() <= columns


def test_the_admin_says_which_fields_are_markdown():
    for model, columns in RENDERED.items():
        for name in columns:
            assert model._meta.get_field(name).help_text.startswith("Markdown"), name
    assert models.Reference not in RENDERED
