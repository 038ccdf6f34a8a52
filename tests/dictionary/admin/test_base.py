"""Pages of the admin share forms that check formulas, columns that count, and fixed names."""

from types import SimpleNamespace

import pytest
from django.contrib.admin.sites import AdminSite
from django.forms import inlineformset_factory, modelform_factory

from dictionary import models
from dictionary.admin.base import ContentAdmin, ContentForm, count_column, next_position
from tests import factories

CHAPTER = {
    "slug": "vision",
    "title": "Vision",
    "summary": "Models of images.",
    "intro": "A text with $x^2$.",
    "position": 0,
}
ChapterForm = modelform_factory(models.Chapter, form=ContentForm, fields=list(CHAPTER))
Fixes = inlineformset_factory(models.FailureMode, models.Fix, fields=["position"])


@pytest.mark.django_db
def test_text_with_a_formula_that_can_be_drawn_is_valid():
    assert ChapterForm(CHAPTER).errors == {}


@pytest.mark.django_db
def test_formula_that_cannot_be_drawn_is_an_error_of_its_field():
    form = ChapterForm({**CHAPTER, "intro": "A text with $\\unknown{2}$."})

    assert list(form.errors) == ["intro"]
    assert "\\unknown" in form.errors["intro"][0]


@pytest.mark.django_db
def test_text_that_is_missing_is_an_error_and_no_crash():
    assert list(ChapterForm({**CHAPTER, "intro": ""}).errors) == ["intro"]


@pytest.mark.django_db
def test_changed_fields_are_compared_with_the_database():
    fields = ChapterForm(CHAPTER).fields.values()

    assert {field.show_hidden_initial for field in fields} == {False}


def test_column_counts_the_rows_of_its_relation():
    column = count_column("fixes", "fixes")

    assert column(SimpleNamespace(n_fixes=3)) == "3"
    assert column.short_description == "fixes"
    assert column.admin_order_field == "n_fixes"


def test_column_of_a_relation_that_is_not_counted_is_an_error():
    with pytest.raises(AttributeError, match="n_fixes"):
        count_column("fixes", "fixes")(SimpleNamespace())


@pytest.mark.django_db
def test_page_counts_the_relations_it_names(rf):
    class Page(ContentAdmin):
        counted = ("fixes", "aliases")

    entry = factories.FailureModeFactory()
    factories.FixFactory.create_batch(2, failure_mode=entry)
    factories.AliasFactory.create_batch(3, failure_mode=entry)

    row = Page(models.FailureMode, AdminSite()).get_queryset(rf.get("/")).get(pk=entry.pk)

    assert (row.n_fixes, row.n_aliases) == (2, 3)


def test_names_are_fixed_once_they_are_saved(rf):
    page = ContentAdmin(models.Chapter, AdminSite())

    assert page.get_readonly_fields(rf.get("/")) == ()
    assert page.get_readonly_fields(rf.get("/"), models.Chapter()) == ("slug",)


@pytest.mark.django_db
def test_new_row_is_the_last_of_its_parent():
    entry = factories.FailureModeFactory()
    factories.FixFactory(failure_mode=entry, position=7)
    factories.FixFactory(position=40)

    assert next_position(Fixes(instance=entry)) == 8


@pytest.mark.django_db
def test_first_row_of_a_parent_has_position_one():
    assert next_position(Fixes(instance=factories.FailureModeFactory())) == 1
