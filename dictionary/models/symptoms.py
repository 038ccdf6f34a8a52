from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from content import schema
from dictionary.models.choices import choices_of
from dictionary.models.entries import FailureMode
from engine.scales import FREQUENCY

HOW_OFTEN = ", ".join(f"{number} {step.word}" for number, step in FREQUENCY.items())


class SymptomQuerySet(models.QuerySet["Symptom"]):
    def published(self) -> SymptomQuerySet:
        """Symptoms that speak for at least one published entry."""
        shown = Indication.objects.filter(symptom=models.OuterRef("pk"), frequency__gt=0)
        return self.filter(
            models.Exists(shown.exclude(failure_mode__status=FailureMode.Status.DRAFT))
        )


class Symptom(models.Model):
    """What a run shows. content.schema.Symptom says what `background` means."""

    Group = choices_of("Group", schema.SignalGroup)

    slug = models.SlugField(max_length=60, unique=True)
    statement = models.CharField(max_length=300, unique=True)
    group = models.CharField(max_length=20, choices=Group.choices)
    facet = models.CharField(
        max_length=60, blank=True, help_text="symptoms of one facet exclude one another"
    )
    importance = models.PositiveSmallIntegerField()
    background = models.FloatField()
    measure = models.TextField(help_text="Markdown: how to measure it")
    measure_html = models.TextField(editable=False, blank=True)
    detector = models.CharField(max_length=80, blank=True)
    formerly = models.JSONField(
        default=list, blank=True, help_text="slugs of symptoms that were merged into this one"
    )
    position = models.PositiveIntegerField(default=0)

    objects = SymptomQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(importance__range=(1, 5)), name="importance_1_to_5"),
            models.CheckConstraint(
                condition=Q(background__gt=0, background__lt=1), name="background_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        return reverse("symptom", args=[self.slug])


class Phrasing(models.Model):
    symptom = models.ForeignKey(Symptom, on_delete=models.CASCADE, related_name="phrasings")
    text = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["symptom", "text"], name="phrasing_once_per_symptom")
        ]

    def __str__(self) -> str:
        return self.text


class Indication(models.Model):
    """How a symptom speaks for an entry, or against it (a contra-indication: frequency 0, evoking
    negative).
    """

    failure_mode = models.ForeignKey(
        FailureMode, on_delete=models.CASCADE, related_name="indications"
    )
    symptom = models.ForeignKey(Symptom, on_delete=models.PROTECT, related_name="indications")
    frequency = models.PositiveSmallIntegerField(help_text=HOW_OFTEN)
    evoking = models.SmallIntegerField(
        help_text="0 to 5: given the symptom, how strongly it suggests the entry"
    )
    note = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["failure_mode", "symptom"], name="indication_once"),
            models.CheckConstraint(
                condition=Q(frequency__range=(1, 5), evoking__range=(0, 5))
                | Q(frequency=0, evoking__range=(-5, -1)),
                name="indication_for_or_against",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symptom} -> {self.failure_mode}"

    @property
    def speaks_against(self) -> bool:
        return self.evoking < 0
