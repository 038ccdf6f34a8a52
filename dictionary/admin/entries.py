from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from pydantic import TypeAdapter
from pydantic import ValidationError as SchemaError

from charts.presets import PRESETS
from content import schema
from dictionary import models
from dictionary.admin.base import LINES, ContentAdmin, ContentForm, Inline, count_column
from dictionary.admin.fields import ProgramField
from dictionary.admin.types import StackedInline

CAUSES: TypeAdapter[list[schema.Cause]] = TypeAdapter(list[schema.Cause])
APPLIES_TO = TypeAdapter(schema.AppliesTo)


def checked(adapter: TypeAdapter[Any], value: object) -> Any:
    try:
        return adapter.dump_python(adapter.validate_python(value))
    except SchemaError as error:
        raise ValidationError(
            [f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}" for detail in error.errors()]
        ) from error


class FailureModeForm(ContentForm):
    phase = forms.MultipleChoiceField(
        choices=[(phase, phase) for phase in schema.PHASES], widget=forms.CheckboxSelectMultiple
    )
    severity = forms.IntegerField(min_value=1, max_value=5)
    curve_preset = forms.ChoiceField(
        choices=[("", "none"), *((name, name) for name in PRESETS)], required=False
    )
    example_bad = ProgramField(widget=AdminTextareaWidget, required=False)
    example_good = ProgramField(widget=AdminTextareaWidget, required=False)

    def clean_causes(self) -> object:
        return checked(CAUSES, self.cleaned_data["causes"])

    def clean_applies_to(self) -> object:
        return checked(APPLIES_TO, self.cleaned_data["applies_to"])


class IndicationInline(Inline):
    model = models.Indication
    autocomplete_fields = ("symptom",)


class ConfirmationInline(Inline):
    model = models.Confirmation
    autocomplete_fields = ("the_check",)


class FixInline(StackedInline):
    model = models.Fix
    form = ContentForm
    formfield_overrides = LINES
    extra = 0


class AliasInline(Inline):
    model = models.Alias


class RelationInline(Inline):
    model = models.Relation
    fk_name = "source"
    autocomplete_fields = ("target",)
    verbose_name_plural = "relations and look-alikes (a look-alike must name this entry too)"


class ReferenceForm(ContentForm):
    url = forms.URLField(assume_scheme="https", max_length=300)


class ReferenceInline(Inline):
    model = models.Reference
    form = ReferenceForm


@admin.register(models.FailureMode)
class FailureModeAdmin(ContentAdmin):
    form = FailureModeForm
    fixed_once_saved = ("code", "slug")
    list_display = (
        "code",
        "term",
        "chapter",
        "kind",
        "severity",
        "status",
        count_column("indications", "symptoms"),
        count_column("fixes", "fixes"),
        count_column("references", "sources"),
        "page",
    )
    counted = ("indications", "fixes", "references")
    list_display_links = ("code", "term")
    list_filter = ("status", "chapter", "kind", "silence", "prevalence", "severity")
    list_select_related = ("chapter",)
    search_fields = ("term", "slug", "code", "summary", "aliases__text")
    ordering = ("code",)
    inlines = (
        IndicationInline,
        ConfirmationInline,
        FixInline,
        AliasInline,
        RelationInline,
        ReferenceInline,
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("code", "slug"),
                    "term",
                    ("chapter", "position"),
                    "summary",
                    "status",
                    ("since", "changed"),
                )
            },
        ),
        ("Kind", {"fields": ("kind", "phase", "applies_to", ("severity", "severity_reason"))}),
        (
            "Notice",
            {"fields": (("silence", "prevalence", "urgency"), ("curve_preset", "curve_alt"))},
        ),
        ("Text", {"fields": ("definition", "mechanism", "causes", "rescue", "rescue_text")}),
        ("Example", {"fields": ("example_explanation", "example_bad", "example_good")}),
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        today = dt.date.today()
        applies_to = schema.AppliesTo().model_dump()
        return {"since": today, "changed": today, "status": "draft", "applies_to": applies_to}

    def after_edit(self, row: Model) -> None:
        models.FailureMode.objects.filter(pk=row.pk).update(changed=dt.date.today())
        super().after_edit(row)


class ChapterForm(ContentForm):
    curve = forms.ChoiceField(
        choices=[("", "none"), *((name, name) for name in PRESETS)], required=False
    )


@admin.register(models.Chapter)
class ChapterAdmin(ContentAdmin):
    form = ChapterForm
    list_display = ("title", "slug", "position", count_column("failure_modes", "entries"), "page")
    counted = ("failure_modes",)
    search_fields = ("title", "summary")
