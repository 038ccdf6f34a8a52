from __future__ import annotations

from django.contrib import admin

from dictionary import models
from dictionary.admin.base import ContentAdmin, Inline, count_column


class PhrasingInline(Inline):
    model = models.Phrasing


@admin.register(models.Symptom)
class SymptomAdmin(ContentAdmin):
    list_display = (
        "statement",
        "slug",
        "group",
        "facet",
        "importance",
        "background",
        count_column("phrasings", "phrasings"),
        count_column("indications", "entries"),
        "page",
    )
    counted = ("phrasings", "indications")
    list_filter = ("group", "importance", "facet")
    search_fields = ("statement", "slug", "phrasings__text")
    inlines = (PhrasingInline,)
