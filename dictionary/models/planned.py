from __future__ import annotations

from django.db import models

from content import schema
from dictionary.models.choices import choices_of
from dictionary.models.entries import FailureMode
from dictionary.models.relations import Relation


class Planned(models.Model):
    """An entry that is not written yet: shown as plain words, in no count, list or sitemap."""

    EntryClass = choices_of("EntryClass", schema.EntryClass)

    slug = models.SlugField(max_length=60, unique=True)
    term = models.CharField(max_length=70)
    chapter = models.SlugField(max_length=60)
    entry_class = models.CharField("class", max_length=10, choices=EntryClass.choices)
    gloss = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "planned entries"

    def __str__(self) -> str:
        return self.term


class Retired(models.Model):
    """An entry that was taken out. Its address leads to the survivor."""

    code = models.CharField("id", max_length=7, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    term = models.CharField(max_length=300)
    survivor = models.SlugField(max_length=60)
    retired_on = models.DateField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "retired entries"

    def __str__(self) -> str:
        return self.term


class PlannedRelation(models.Model):
    """A typed link to a planned entry. It becomes a Relation when that entry is written."""

    source = models.ForeignKey(
        FailureMode,
        on_delete=models.CASCADE,
        related_name="planned_relations",
    )
    planned = models.ForeignKey(
        Planned,
        on_delete=models.PROTECT,
        related_name="relations",
    )
    type = models.CharField(max_length=20, choices=Relation.Type.choices)
    note = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "planned", "type"],
                name="planned_relation_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.type} {self.planned}"
