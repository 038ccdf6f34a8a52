from __future__ import annotations

from django.db import models
from django.urls import reverse

from content import schema
from dictionary.models.choices import choices_of
from dictionary.models.entries import FailureMode
from dictionary.models.symptoms import Symptom


class Check(models.Model):
    """A procedure that many entries reuse: overfit one batch, loss at initialization, and so on."""

    Cost = choices_of("Cost", schema.Cost)

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=300, unique=True)
    cost = models.CharField(max_length=10, choices=Cost.choices)
    summary = models.CharField(max_length=300)
    procedure = models.TextField(help_text="Markdown")
    procedure_html = models.TextField(editable=False, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("check", args=[self.slug])


class Outcome(models.Model):
    """A result of a check: the symptom that it reveals, asked as a question."""

    the_check = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="outcomes")
    symptom = models.ForeignKey(Symptom, on_delete=models.PROTECT, related_name="outcomes")
    question = models.CharField(max_length=300)
    if_yes = models.CharField(max_length=300)
    if_no = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["the_check", "symptom"], name="outcome_once_per_check")
        ]

    def __str__(self) -> str:
        return self.question


class Confirmation(models.Model):
    """What each outcome of a check says about an entry."""

    failure_mode = models.ForeignKey(
        FailureMode, on_delete=models.CASCADE, related_name="confirmations"
    )
    the_check = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="confirmations")
    outcomes = models.JSONField(
        default=list, help_text="list of {result, verdict, symptom, measure}"
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["failure_mode", "the_check"], name="confirmation_once_per_entry"
            )
        ]

    def __str__(self) -> str:
        return f"{self.the_check}: {self.failure_mode}"

    @property
    def if_present(self) -> str:
        """The first result that confirms the entry, empty without one."""
        return first_result(self.outcomes, "confirms")

    @property
    def if_absent(self) -> str:
        """The first result that excludes the entry, empty without one."""
        return first_result(self.outcomes, "excludes")


def first_result(outcomes: list[dict[str, str]], verdict: str) -> str:
    results = [outcome["result"] for outcome in outcomes if outcome["verdict"] == verdict]
    return next(iter(results), "")
