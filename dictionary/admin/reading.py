from __future__ import annotations

from typing import Any

from django.contrib import admin
from pydantic import TypeAdapter

from content import schema
from dictionary import models
from dictionary.admin.base import ContentAdmin
from dictionary.admin.entries import ListsForm


class GlossaryForm(ListsForm):
    lists: dict[str, TypeAdapter[Any]] = {
        "aliases": TypeAdapter(list[schema.Line]),
        "see": TypeAdapter(list[schema.Slug]),
    }


class ViewForm(ListsForm):
    lists: dict[str, TypeAdapter[Any]] = {
        "entries": TypeAdapter(list[schema.ViewEntry]),
    }


@admin.register(models.GlossaryTerm)
class GlossaryTermAdmin(ContentAdmin):
    form = GlossaryForm
    fixed_once_saved = ("slug",)
    list_display = ("term", "slug", "page")
    search_fields = ("term", "slug", "aliases")


@admin.register(models.View)
class ViewAdmin(ContentAdmin):
    form = ViewForm
    fixed_once_saved = ("slug",)
    list_display = ("title", "slug", "page")
    search_fields = ("title", "slug")
