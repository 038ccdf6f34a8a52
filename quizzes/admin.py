from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from dictionary.admin.types import ModelAdmin, ModelForm
from quizzes.models import Attempt, Quiz
from quizzes.records import KINDS


class QuizForm(ModelForm):
    kinds = forms.MultipleChoiceField(
        choices=[(kind, kind) for kind in KINDS], widget=forms.CheckboxSelectMultiple
    )


@admin.register(Quiz)
class QuizAdmin(ModelAdmin):
    form = QuizForm
    list_display = ("title", "slug", "mode", "status", "position")
    list_filter = ("status",)


@admin.register(Attempt)
class AttemptAdmin(ModelAdmin):
    """To look at only: answers and scores are never changed by hand."""

    list_display = ("quiz", "state", "score", "maximum", "started", "submitted")
    list_filter = ("quiz", "state")
    exclude = ("owner", "seed")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
