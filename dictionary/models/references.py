"""What an entry cites: published sources, and reports of runs that failed like it."""

from __future__ import annotations

from django.db import models

from content import schema
from dictionary.models.choices import choices_of
from dictionary.models.entries import FailureMode


class Reference(models.Model):
    Type = choices_of("Type", schema.ReferenceType)

    failure_mode = models.ForeignKey(
        FailureMode, on_delete=models.CASCADE, related_name="references"
    )
    title = models.CharField(max_length=300)
    authors = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    type = models.CharField(max_length=20, choices=Type.choices)
    url = models.URLField(max_length=300)
    primary = models.BooleanField(default=False)
    supports = models.CharField(max_length=300)
    carries = models.JSONField(
        default=list, blank=True, help_text="parts of the entry: definition, mechanism, fixes"
    )
    accessed = models.DateField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["failure_mode", "url"],
                name="reference_once_per_entry",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Sighting(models.Model):
    """A public report of a run that failed like this. It shows the failure and proves nothing."""

    failure_mode = models.ForeignKey(
        FailureMode, on_delete=models.CASCADE, related_name="sightings"
    )
    title = models.CharField(max_length=300)
    project = models.CharField(max_length=300)
    url = models.URLField(max_length=300)
    date = models.DateField()
    version = models.CharField(max_length=300, blank=True)
    shows = models.CharField(max_length=300)
    accessed = models.DateField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["failure_mode", "url"],
                name="sighting_once_per_entry",
            )
        ]

    def __str__(self) -> str:
        return self.title
