from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from content import schema
from content.figures_in_text import filled
from dictionary.models.choices import choices_of

URGENCY_LABELS = {"stop-now": "stop now", "look-soon": "look soon"}


def derived_text() -> models.TextField[str, str]:
    """Text that is made from other fields, or that comes with the files: no one types it."""
    return models.TextField(editable=False, blank=True)


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
    intro_html = derived_text()
    curve = models.CharField(max_length=60, blank=True)
    thumbnail_svg = derived_text()
    position = models.PositiveIntegerField(default=0)

    objects = ChapterQuerySet.as_manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("chapter", args=[self.slug])


class FailureMode(models.Model):
    """An entry. The *_html and *_svg fields are made when content is loaded or saved, never when
    it is read. The recordings are what the programs of the example printed.
    """

    EntryClass = choices_of("EntryClass", schema.EntryClass)
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
    chapter = models.ForeignKey(
        Chapter,
        on_delete=models.PROTECT,
        related_name="failure_modes",
    )
    position = models.PositiveIntegerField(default=0)
    entry_class = models.CharField(
        "class", max_length=10, choices=EntryClass.choices, default="fault"
    )
    also_in = models.JSONField(
        default=list, blank=True, help_text="slugs of chapters that list it a second time"
    )
    points_to = models.SlugField(
        max_length=60, blank=True, help_text="a pointer: the entry that covers the term"
    )
    other_tools = models.JSONField(
        default=list, blank=True, help_text="list of {tool, rule, url, accessed}"
    )
    summary = models.CharField(max_length=160)
    solution = models.CharField(max_length=200, help_text="what to do, in plain words")
    phase = models.JSONField(default=list)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    applies_to = models.JSONField(default=dict)
    severity = models.PositiveSmallIntegerField()
    severity_reason = models.CharField(max_length=300)
    silence = models.CharField(max_length=10, choices=Silence.choices)
    prevalence = models.CharField(max_length=10, choices=Prevalence.choices)
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    ranks_as_itself = models.BooleanField(
        default=False, help_text="a family that is named although one of its children leads"
    )
    curve_preset = models.CharField(max_length=60, blank=True)
    curve_alt = models.CharField(max_length=300, blank=True)
    thumbnail_svg = derived_text()
    figure_svg = derived_text()
    shape_svg = derived_text()
    signs_svg = models.JSONField(
        editable=False, default=dict, help_text="slug of a sign -> the run that shows it"
    )
    causes = models.JSONField(
        default=list, blank=True, help_text="list of {key, text, likelihood, entry}"
    )
    find_the_cause = models.JSONField(
        default=list, blank=True, help_text="list of {result, cause, entry, check}"
    )
    boundaries = models.JSONField(
        default=list, blank=True, help_text="list of {text, failure_mode}: where normal ends"
    )
    numbers = models.JSONField(default=list, blank=True, help_text="list of {value, kind, source}")
    definition = models.TextField(help_text="Markdown")
    definition_html = derived_text()
    mechanism = models.TextField(blank=True, help_text="Markdown")
    mechanism_html = derived_text()
    rescue = models.CharField(max_length=10, choices=Rescue.choices, blank=True)
    rescue_text = models.TextField(blank=True, help_text="Markdown")
    rescue_html = derived_text()
    example_difference = models.CharField(
        max_length=300, blank=True, help_text="what differs, the code of both sides in backticks"
    )
    example_series = models.JSONField(
        default=list, blank=True, help_text="names of the recorded series that are drawn"
    )
    example_explanation = models.TextField(
        blank=True, help_text="Markdown, with figures as {{bad.val_loss.min:.2f}}"
    )
    example_expect = models.JSONField(
        default=list,
        blank=True,
        help_text="what the recordings must show: bad.val_loss.last / bad.val_loss.min > 1.3",
    )
    example_html = derived_text()
    example_bad = models.TextField(blank=True, help_text="Python source that shows the failure")
    example_good = models.TextField(blank=True, help_text="Python source without the failure")
    example_diff_html = derived_text()
    recording_bad = derived_text()
    recording_bad_svg = derived_text()
    recording_good = derived_text()
    recording_good_svg = derived_text()
    no_specimen = models.CharField(
        max_length=300, blank=True, help_text="why no program on a CPU shows it"
    )
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
            models.CheckConstraint(
                condition=Q(severity__range=(1, 5)),
                name="severity_1_to_5",
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^LY-[0-9]{4}$"), name="code_is_ly_number"
            ),
        ]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return reverse("entry", args=[self.slug])

    @property
    def example_text(self) -> str:
        """The explanation with its figures. Raises FigureError for one that was not recorded."""
        return filled(self.example_explanation, self.recording_bad, self.recording_good)


class Alias(models.Model):
    Kind = choices_of("Kind", schema.AliasKind)

    failure_mode = models.ForeignKey(
        FailureMode,
        on_delete=models.CASCADE,
        related_name="aliases",
    )
    text = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["failure_mode", "text"],
                name="alias_once_per_entry",
            )
        ]

    def __str__(self) -> str:
        return self.text


class Fix(models.Model):
    Kind = choices_of("Kind", schema.FixKind)
    Effort = choices_of("Effort", schema.Effort)
    NeedsRerun = choices_of("NeedsRerun", schema.NeedsRerun)

    failure_mode = models.ForeignKey(
        FailureMode,
        on_delete=models.CASCADE,
        related_name="fixes",
    )
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    effort = models.CharField(
        max_length=10, choices=Effort.choices, help_text="until the result is seen, without the run"
    )
    needs_rerun = models.CharField(max_length=15, choices=NeedsRerun.choices, default="no")
    for_cause = models.JSONField(
        default=list, blank=True, help_text="keys of causes; empty for all of them"
    )
    text = models.TextField(help_text="Markdown")
    text_html = derived_text()
    snippets = models.JSONField(
        default=list, blank=True, help_text="list of {framework, code}: 3 to 10 lines each"
    )
    snippets_html = derived_text()
    apis = models.JSONField(
        default=list, blank=True, help_text="list of {name, argument, package, since, until}"
    )
    side_effects = models.CharField(max_length=300, blank=True)
    verify = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "fixes"
        constraints = [
            models.UniqueConstraint(
                fields=["failure_mode", "title"],
                name="fix_once_per_entry",
            )
        ]

    def __str__(self) -> str:
        return self.title
