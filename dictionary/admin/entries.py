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
from content.figures_in_text import FigureError, filled
from dictionary import models
from dictionary.admin.base import LINES, ContentAdmin, ContentForm, Inline, count_column
from dictionary.admin.fields import ProgramField
from dictionary.admin.types import StackedInline

APPLIES_TO = TypeAdapter(schema.AppliesTo)
LISTS: dict[str, TypeAdapter[Any]] = {
    "causes": TypeAdapter(list[schema.Cause]),
    "find_the_cause": TypeAdapter(list[schema.FoundCause]),
    "boundaries": TypeAdapter(list[schema.Boundary]),
    "numbers": TypeAdapter(list[schema.Number]),
    "other_tools": TypeAdapter(list[schema.OtherTool]),
    "also_in": TypeAdapter(list[schema.Slug]),
    "example_series": TypeAdapter(list[schema.SeriesName]),
    "example_expect": TypeAdapter(list[schema.Line]),
    "outcomes": TypeAdapter(list[schema.ConfirmationOutcome]),
    "for_cause": TypeAdapter(list[schema.Slug]),
    "snippets": TypeAdapter(list[schema.Snippet]),
    "apis": TypeAdapter(list[schema.Api]),
    "carries": TypeAdapter(list[schema.Part]),
}


def checked(adapter: TypeAdapter[Any], value: object) -> Any:
    """Return the value as the files would hold it. Raises ValidationError with each fault."""
    try:
        return adapter.dump_python(
            adapter.validate_python(value),
            mode="json",
            exclude_none=True,
        )
    except SchemaError as error:
        raise ValidationError(
            [f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}" for detail in error.errors()]
        ) from error


class ListsForm(ContentForm):
    """Refuses lists that the schema of the content files would refuse."""

    lists = LISTS

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name in self.lists.keys() & data.keys():
            try:
                data[name] = checked(self.lists[name], data[name])
            except ValidationError as error:
                self.add_error(name, error)
        return data


class FailureModeForm(ListsForm):
    phase = forms.MultipleChoiceField(
        choices=[(phase, phase) for phase in schema.PHASES], widget=forms.CheckboxSelectMultiple
    )
    severity = forms.IntegerField(min_value=1, max_value=5)
    curve_preset = forms.ChoiceField(
        choices=[("", "none"), *((name, name) for name in PRESETS)], required=False
    )
    example_bad = ProgramField(widget=AdminTextareaWidget, required=False)
    example_good = ProgramField(widget=AdminTextareaWidget, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        try:
            filled(
                data.get("example_explanation") or "",
                self.instance.recording_bad,
                self.instance.recording_good,
            )
        except FigureError as error:
            self.add_error("example_explanation", str(error))
        return data

    def clean_applies_to(self) -> object:
        return checked(APPLIES_TO, self.cleaned_data["applies_to"])


class IndicationInline(Inline):
    model = models.Indication
    autocomplete_fields = ("symptom",)


class ConfirmationInline(Inline):
    model = models.Confirmation
    form = ListsForm
    autocomplete_fields = ("the_check",)


class FixInline(StackedInline):
    model = models.Fix
    form = ListsForm
    formfield_overrides = LINES
    extra = 0


class AliasInline(Inline):
    model = models.Alias


class RelationInline(Inline):
    model = models.Relation
    fk_name = "source"
    autocomplete_fields = ("target",)
    verbose_name_plural = "relations and look-alikes (a look-alike must name this entry too)"


class PlannedRelationInline(Inline):
    model = models.PlannedRelation
    autocomplete_fields = ("planned",)
    verbose_name_plural = "relations and look-alikes with planned entries"


class ReferenceForm(ListsForm):
    url = forms.URLField(assume_scheme="https", max_length=300)


class ReferenceInline(Inline):
    model = models.Reference
    form = ReferenceForm


class SightingInline(Inline):
    model = models.Sighting
    form = ReferenceForm


@admin.register(models.FailureMode)
class FailureModeAdmin(ContentAdmin):
    form = FailureModeForm
    fixed_once_saved = ("code", "slug")
    list_display = (
        "code",
        "term",
        "chapter",
        "entry_class",
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
    list_filter = ("status", "chapter", "entry_class", "kind", "silence", "prevalence", "severity")
    list_select_related = ("chapter",)
    search_fields = ("term", "slug", "code", "summary", "aliases__text")
    ordering = ("code",)
    inlines = (
        IndicationInline,
        ConfirmationInline,
        FixInline,
        AliasInline,
        RelationInline,
        PlannedRelationInline,
        ReferenceInline,
        SightingInline,
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("code", "slug"),
                    "term",
                    ("chapter", "position"),
                    "also_in",
                    ("entry_class", "points_to", "ranks_as_itself"),
                    "summary",
                    "solution",
                    "status",
                    ("since", "changed"),
                )
            },
        ),
        ("Elsewhere", {"fields": ("other_tools",)}),
        ("Kind", {"fields": ("kind", "phase", "applies_to", ("severity", "severity_reason"))}),
        (
            "Notice",
            {"fields": (("silence", "prevalence", "urgency"), ("curve_preset", "curve_alt"))},
        ),
        (
            "Text",
            {
                "fields": (
                    "definition",
                    "mechanism",
                    "causes",
                    "find_the_cause",
                    "boundaries",
                    "rescue",
                    "rescue_text",
                    "numbers",
                )
            },
        ),
        (
            "Example",
            {
                "fields": (
                    "example_difference",
                    "example_series",
                    "example_explanation",
                    "example_expect",
                    "example_bad",
                    "example_good",
                    "no_specimen",
                )
            },
        ),
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
