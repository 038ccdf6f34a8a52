from __future__ import annotations

from django.db import models
from django.urls import reverse


class GlossaryTerm(models.Model):
    """A neutral term of the field, which texts link to where they use it first."""

    slug = models.SlugField(max_length=60, unique=True)
    term = models.CharField(max_length=70)
    aliases = models.JSONField(
        default=list,
        blank=True,
        help_text="other forms, linked too",
    )
    is_linked = models.BooleanField(
        default=True,
        help_text="off for a word with other meanings",
    )
    definition = models.TextField(help_text="Markdown")
    definition_html = models.TextField(editable=False, blank=True)
    see = models.JSONField(
        default=list,
        blank=True,
        help_text="slugs of entries",
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        glossary = reverse("glossary")
        return f"{glossary}#{self.slug}"


class View(models.Model):
    """A way through the book for an occasion: entries in the order to read."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=80)
    summary = models.CharField(max_length=300)
    intro = models.TextField(help_text="Markdown")
    intro_html = models.TextField(editable=False, blank=True)
    entries = models.JSONField(
        default=list,
        help_text="list of {entry, why}",
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("view", args=[self.slug])
