"""Share what content pages of the admin do: render an edit, put a new edition in force, and
refresh the search.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import transaction
from django.db.models import Count, Field, Max, Model, QuerySet, TextField
from django.http import HttpRequest
from django.utils.html import format_html

from content.markup import MarkupError, markdown_to_html
from dictionary.admin.fields import LinesField
from dictionary.admin.types import ModelAdmin, ModelForm, TabularInline
from dictionary.loading.derived import fill_derived_fields
from dictionary.loading.edition import mark_edited
from dictionary.loading.from_database import content_of_database
from dictionary.loading.html_columns import RENDERED
from dictionary.search import rebuild_index


class ContentForm(ModelForm):
    """Refuses a formula that cannot be drawn, at its field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Compare with the database, not with values that the browser sends back.
            field.show_hidden_initial = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        rendered = RENDERED.get(self._meta.model, {})
        for field in rendered:
            markdown = data.get(field) or ""
            try:
                markdown_to_html(markdown)
            except MarkupError as error:
                self.add_error(field, str(error))
        return data


LINES: dict[type[Field[Any, Any]], dict[str, Any]] = {
    TextField: {"form_class": LinesField, "widget": AdminTextareaWidget}
}


def count_column(relation: str, title: str) -> Callable[[Any], str | bool]:
    """Return a column of the list that counts the rows of a relation.

    The page must name the relation in `counted`.
    """
    annotation = f"n_{relation}"

    @admin.display(description=title, ordering=annotation)
    def column(row: Any) -> str:
        count = getattr(row, annotation)
        return str(count)

    return column


def record_edit() -> None:
    """Put a new edition in force and index it."""
    content = content_of_database()
    mark_edited(content)
    rebuild_index(content)


class ContentAdmin(ModelAdmin):
    """A page for one kind of content.

    fixed_once_saved: fields that cannot be edited after the first save.
    counted: relations whose rows the list counts, for `count_column`.
    """

    form = ContentForm
    fixed_once_saved: tuple[str, ...] = ("slug",)
    counted: tuple[str, ...] = ()
    save_on_top = True
    formfield_overrides = LINES

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        counts = {f"n_{relation}": Count(relation, distinct=True) for relation in self.counted}
        rows = super().get_queryset(request)
        counted: QuerySet[Any] = rows.annotate(**counts)
        return counted

    def get_readonly_fields(
        self,
        request: HttpRequest,
        obj: Model | None = None,
    ) -> tuple[str, ...]:
        """Fix the names that links and files refer to, once the row is saved."""
        readonly = tuple(self.readonly_fields)
        if obj is None:
            return readonly
        return (*readonly, *self.fixed_once_saved)

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Fill the derived fields before the record is saved."""
        fill_derived_fields(obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Save the rows below a record, new ones last."""
        formset.save(commit=False)
        for row in formset.deleted_objects:
            row.delete()
        for row, _ in formset.changed_objects:
            fill_derived_fields(row)
            row.save()
        for row in formset.new_objects:
            row.position = row.position or next_position(formset)
            fill_derived_fields(row)
            row.save()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        changed = [part for part in (form, *formsets) if part.has_changed()]
        if changed or not change:
            self.after_edit(form.instance)

    def after_edit(self, row: Model) -> None:
        """Record an edit after the record and its children are saved."""
        record_edit()

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        super().delete_model(request, obj)
        record_edit()

    @transaction.atomic  # the other pages of the admin have a transaction of their own
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        super().delete_queryset(request, queryset)
        record_edit()

    @admin.display(description="page")
    def page(self, row: Any) -> str:
        return format_html('<a href="{}">open</a>', row.get_absolute_url())


def next_position(formset: Any) -> int:
    """Return the position behind all rows of the same parent."""
    model = formset.get_queryset().model
    parent = {formset.fk.name: formset.instance}
    siblings = model._default_manager.filter(**parent)
    highest = siblings.aggregate(Max("position"))["position__max"] or 0
    return int(highest) + 1


class Inline(TabularInline):
    form = ContentForm
    formfield_overrides = LINES
    extra = 0
