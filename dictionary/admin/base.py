"""What all content pages of the admin share: an edit is rendered, makes a new edition and refreshes
the search.
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
from dictionary.loading.edition import mark_edited
from dictionary.loading.from_database import content_of_database
from dictionary.loading.html_columns import RENDERED
from dictionary.loading.render import render
from dictionary.search import rebuild_index


class ContentForm(ModelForm):
    """Refuses a formula that cannot be drawn, at the field that holds it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = (
                False  # what has changed is told by the database, not by the browser
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for field in RENDERED.get(self._meta.model, {}):
            try:
                markdown_to_html(data.get(field) or "")
            except MarkupError as error:
                self.add_error(field, str(error))
        return data


LINES: dict[type[Field[Any, Any]], dict[str, Any]] = {
    TextField: {"form_class": LinesField, "widget": AdminTextareaWidget}
}


def count_column(relation: str, title: str) -> Callable[[Any], str | bool]:
    """A column of the list: how many rows the relation has. The page must name the relation in
    `counted`.
    """

    @admin.display(description=title, ordering=f"n_{relation}")
    def column(row: Any) -> str:
        return str(getattr(row, f"n_{relation}"))

    return column


def record_edit() -> None:
    content = content_of_database()
    mark_edited(content)
    rebuild_index(content)


class ContentAdmin(ModelAdmin):
    form = ContentForm
    fixed_once_saved: tuple[str, ...] = ("slug",)
    counted: tuple[str, ...] = ()
    save_on_top = True
    formfield_overrides = LINES

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        counts = {f"n_{relation}": Count(relation, distinct=True) for relation in self.counted}
        queryset: QuerySet[Any] = super().get_queryset(request).annotate(**counts)
        return queryset

    def get_readonly_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> tuple[str, ...]:
        """What others refer to, in links and in files, is fixed once it is saved."""
        return (*self.readonly_fields, *(self.fixed_once_saved if obj else ()))

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        render(obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        for row in formset.deleted_objects:
            row.delete()
        for row, _ in formset.changed_objects:
            render(row)
            row.save()
        for row in formset.new_objects:
            row.position = row.position or next_position(formset)
            render(row)
            row.save()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not change or form.has_changed() or any(formset.has_changed() for formset in formsets):
            self.after_edit(form.instance)

    def after_edit(self, row: Model) -> None:
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
    """A new row stands last among the rows of its parent."""
    highest = formset.get_queryset().model._default_manager.filter(
        **{formset.fk.name: formset.instance}
    )
    return (highest.aggregate(Max("position"))["position__max"] or 0) + 1


class Inline(TabularInline):
    form = ContentForm
    formfield_overrides = LINES
    extra = 0
