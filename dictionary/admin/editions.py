from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from dictionary import models
from dictionary.admin.base import ContentAdmin
from dictionary.admin.types import ModelAdmin


@admin.register(models.Signal)
class SignalAdmin(ContentAdmin):
    fixed_once_saved = ("kind", "name")
    list_display = ("name", "kind", "title", "unit", "n_aliases")
    list_filter = ("kind",)
    search_fields = ("name", "title", "aliases")

    @admin.display(description="aliases")
    def n_aliases(self, row: models.Signal) -> int:
        return len(row.aliases)


@admin.register(models.Source)
class SourceAdmin(ContentAdmin):
    fixed_once_saved = ("slug",)
    list_display = ("name", "title", "kind")
    list_filter = ("kind",)
    search_fields = ("name", "title")


@admin.register(models.Edition)
class EditionAdmin(ModelAdmin):
    """To look at only: editions are made by loading and editing."""

    list_display = ("name", "content_hash", "entries", "loaded_at", "edited")
    ordering = ("-loaded_at",)

    @admin.display(boolean=True)
    def edited(self, row: models.Edition) -> bool:
        return row.is_edited

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
