from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from pydantic import TypeAdapter

from content import schema
from dictionary.admin.base import ContentAdmin, ContentForm
from dictionary.admin.types import ModelAdmin
from quizzes.kinds import KINDS
from quizzes.models import Attempt, Quiz

SLUG = TypeAdapter[str](schema.Slug)
BAD_SLUG = "Use small letters and digits, with single hyphens between them."


class QuizForm(ContentForm):
    """Offer the kinds as boxes. A quiz asks its kinds in turns, so an edit keeps their order."""

    kinds = forms.MultipleChoiceField(
        choices=[(kind.slug, kind.title) for kind in KINDS],
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_slug(self) -> str:
        """Refuse what the content file refuses: capitals and underscores, which a slug may have."""
        slug: str = self.cleaned_data["slug"]
        try:
            return SLUG.validate_python(slug)
        except ValueError:
            raise forms.ValidationError(BAD_SLUG) from None

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        others = Quiz.objects.exclude(pk=self.instance.pk)
        if others.filter(title=title).exists():
            raise forms.ValidationError("Another quiz has this title.")
        return title

    def clean_kinds(self) -> list[str]:
        """Return the kinds in the stored order, with those that are new at the end."""
        ticked: list[str] = self.cleaned_data["kinds"]
        stored = self.instance.kinds or []
        kept = [slug for slug in stored if slug in ticked]
        new = [slug for slug in ticked if slug not in kept]
        return [*kept, *new]


@admin.register(Quiz)
class QuizAdmin(ContentAdmin):
    """Quizzes are content: an edit makes a new edition, and dump_dictionary writes it back."""

    form = QuizForm
    list_display = ("title", "slug", "mode", "status", "position")
    list_filter = ("status",)


@admin.register(Attempt)
class AttemptAdmin(ModelAdmin):
    """Attempts are shown only: answers and scores are never changed by hand."""

    list_display = ("quiz", "state", "score", "maximum", "started", "submitted")
    list_filter = ("quiz", "state")
    exclude = ("learner", "seed")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
