from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from dictionary.admin.base import ContentAdmin, ContentForm
from dictionary.admin.types import ModelAdmin
from quizzes.kinds import KINDS
from quizzes.models import Attempt, Quiz


class QuizForm(ContentForm):
    kinds = forms.MultipleChoiceField(
        choices=[(kind.slug, kind.title) for kind in KINDS],
        widget=forms.CheckboxSelectMultiple,
    )


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
