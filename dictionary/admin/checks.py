from __future__ import annotations

from django.contrib import admin

from dictionary import models
from dictionary.admin.base import ContentAdmin, Inline, count_column


class OutcomeInline(Inline):
    model = models.Outcome
    autocomplete_fields = ("symptom",)


@admin.register(models.Check)
class CheckAdmin(ContentAdmin):
    list_display = (
        "title",
        "slug",
        "cost",
        count_column("outcomes", "reveals"),
        count_column("confirmations", "entries"),
        "page",
    )
    counted = ("outcomes", "confirmations")
    list_filter = ("cost",)
    search_fields = ("title", "slug", "summary")
    inlines = (OutcomeInline,)
