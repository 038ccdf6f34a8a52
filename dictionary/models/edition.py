from __future__ import annotations

from django.db import models

from content import schema
from dictionary.models.choices import choices_of


class Edition(models.Model):
    """A version of the whole content. The newest row is the one in force.

    files_hash is the hash of the files that it was loaded from; content_hash differs from it after
    an edit in the admin, until the edits are dumped back into the files.
    """

    name = models.CharField(max_length=20)  # 2026.11
    content_hash = models.CharField(max_length=64, unique=True)
    files_hash = models.CharField(max_length=64)
    entries = models.PositiveIntegerField()
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        get_latest_by = "loaded_at"

    def __str__(self) -> str:
        return f"{self.name} ({self.content_hash[:8]})"

    @property
    def is_edited(self) -> bool:
        return self.content_hash != self.files_hash


class Source(models.Model):
    """What bounds of detectors rest on or are compared with."""

    Kind = choices_of("Kind", schema.SourceKind)

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=15, choices=Kind.choices)
    url = models.URLField(max_length=300, blank=True)
    about = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Signal(models.Model):
    """A canonical metric or configuration name with the names that loggers give it."""

    Kind = choices_of("Kind", schema.SignalKind)

    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=120)
    unit = models.CharField(max_length=30, blank=True)
    aliases = models.JSONField(default=list, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="signal_once_per_kind")
        ]

    def __str__(self) -> str:
        return self.name
