from __future__ import annotations

from django.contrib import admin

from dictionary import models
from dictionary.admin.base import ContentAdmin, count_column


@admin.register(models.Planned)
class PlannedAdmin(ContentAdmin):
    list_display = ("term", "slug", "chapter", "entry_class", count_column("relations", "named"))
    counted = ("relations",)
    list_filter = ("chapter", "entry_class")
    search_fields = ("term", "slug", "gloss")


@admin.register(models.Retired)
class RetiredAdmin(ContentAdmin):
    fixed_once_saved = ("code", "slug")
    list_display = ("code", "term", "survivor", "retired_on")
    search_fields = ("term", "slug", "code")
