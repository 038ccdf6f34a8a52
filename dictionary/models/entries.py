from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from content import schema
from dictionary.models.choices import choices_of

URGENCY_LABELS = {"stop-now": "stop now", "look-soon": "look soon"}


class ChapterQuerySet(models.QuerySet["Chapter"]):
    def published(self) -> ChapterQuerySet:
        """Chapters with at least one published entry, each with the number of them as `entries`."""
        shown = ~Q(failure_modes__status=FailureMode.Status.DRAFT)
        return self.annotate(entries=models.Count("failure_modes", filter=shown)).filter(
            entries__gt=0
        )


class FailureModeQuerySet(models.QuerySet["FailureMode"]):
    def published(self) -> FailureModeQuerySet:
        return self.exclude(status=FailureMode.Status.DRAFT)


class Chapter(models.Model):
    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=80)
    summary = models.CharField(max_length=300)
    intro = models.TextField(help_text="Markdown")
    intro_html = models.TextField(editable=False, blank=True)
    curve = models.CharField(max_length=60, blank=True)
    position = models.PositiveIntegerField(default=0)

    objects = ChapterQuerySet.as_manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("chapter", args=[self.slug])


class FailureMode(models.Model):
    """An entry. The *_html fields are rendered and sanitised when content is loaded or saved, never
    when read.
    """

    Kind = choices_of("Kind", schema.Kind)
    Silence = choices_of("Silence", schema.Silence)
    Prevalence = choices_of("Prevalence", schema.Prevalence)
    Urgency = choices_of("Urgency", schema.Urgency, URGENCY_LABELS)
    Rescue = choices_of("Rescue", schema.RescueVerdict)

    class Status(models.TextChoices):
        DRAFT = "draft"
        REVIEWED = "reviewed"
        STABLE = "stable"

    code = models.CharField("id", max_length=7, unique=True, help_text="LY-0001; never reused")
    slug = models.SlugField(max_length=60, unique=True)
    term = models.CharField(max_length=70, unique=True)
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="failure_modes")
    position = models.PositiveIntegerField(default=0)
    summary = models.CharField(max_length=160)
    phase = models.JSONField(default=list)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    applies_to = models.JSONField(default=dict)
    severity = models.PositiveSmallIntegerField()
    severity_reason = models.CharField(max_length=300)
    silence = models.CharField(max_length=10, choices=Silence.choices)
    prevalence = models.CharField(max_length=10, choices=Prevalence.choices)
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    curve_preset = models.CharField(max_length=60, blank=True)
    curve_alt = models.CharField(max_length=300, blank=True)
    causes = models.JSONField(default=list, help_text="list of {text, likelihood}")
    definition = models.TextField(help_text="Markdown")
    definition_html = models.TextField(editable=False, blank=True)
    mechanism = models.TextField(help_text="Markdown")
    mechanism_html = models.TextField(editable=False, blank=True)
    rescue = models.CharField(max_length=10, choices=Rescue.choices)
    rescue_text = models.TextField(help_text="Markdown")
    rescue_html = models.TextField(editable=False, blank=True)
    example_explanation = models.TextField(blank=True, help_text="Markdown")
    example_html = models.TextField(editable=False, blank=True)
    example_bad = models.TextField(blank=True, help_text="Python source that shows the failure")
    example_bad_html = models.TextField(editable=False, blank=True)
    example_good = models.TextField(blank=True, help_text="Python source without the failure")
    example_good_html = models.TextField(editable=False, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices)
    since = models.DateField()
    changed = models.DateField()
    symptoms = models.ManyToManyField(
        "dictionary.Symptom", through="dictionary.Indication", related_name="failure_modes"
    )
    checks = models.ManyToManyField(
        "dictionary.Check", through="dictionary.Confirmation", related_name="failure_modes"
    )

    objects = FailureModeQuerySet.as_manager()

    class Meta:
        ordering = ["chapter__position", "position"]
        constraints = [
            models.CheckConstraint(condition=Q(severity__range=(1, 5)), name="severity_1_to_5"),
            models.CheckConstraint(
                condition=Q(code__regex=r"^LY-[0-9]{4}$"), name="code_is_ly_number"
            ),
        ]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return reverse("entry", args=[self.slug])


class Alias(models.Model):
    Kind = choices_of("Kind", schema.AliasKind)

    failure_mode = models.ForeignKey(FailureMode, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(fields=["failure_mode", "text"], name="alias_once_per_entry")
        ]

    def __str__(self) -> str:
        return self.text


class Fix(models.Model):
    Kind = choices_of("Kind", schema.FixKind)
    Effort = choices_of("Effort", schema.Effort)

    failure_mode = models.ForeignKey(FailureMode, on_delete=models.CASCADE, related_name="fixes")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    effort = models.CharField(max_length=10, choices=Effort.choices)
    text = models.TextField(help_text="Markdown")
    text_html = models.TextField(editable=False, blank=True)
    side_effects = models.CharField(max_length=300, blank=True)
    verify = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "fixes"
        constraints = [
            models.UniqueConstraint(fields=["failure_mode", "title"], name="fix_once_per_entry")
        ]

    def __str__(self) -> str:
        return self.title


class Relation(models.Model):
    """A typed link with a sentence. Inverses (caused by, part of) are derived, never stored;
    look-alikes are stored in both directions because each side says how to tell the other apart.
    """

    class Type(models.TextChoices):
        PARENT_OF = "parent-of"
        CAUSES = "causes"
        MASKS = "masks"
        OFTEN_WITH = "often-with"
        LOOK_ALIKE = "look-alike"

    source = models.ForeignKey(FailureMode, on_delete=models.CASCADE, related_name="relations_out")
    target = models.ForeignKey(FailureMode, on_delete=models.CASCADE, related_name="relations_in")
    type = models.CharField(max_length=20, choices=Type.choices)
    note = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "type"], name="relation_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="relation_not_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.type} {self.target}"


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
    accessed = models.DateField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["failure_mode", "url"], name="reference_once_per_entry")
        ]

    def __str__(self) -> str:
        return self.title
