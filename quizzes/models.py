from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone


class Quiz(models.Model):
    class Mode(models.TextChoices):
        PRACTICE = "practice"

    class Status(models.TextChoices):
        LIVE = "live"
        RETIRED = "retired"

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300)
    mode = models.CharField(max_length=20, choices=Mode.choices, default=Mode.PRACTICE)
    kinds = models.JSONField(help_text="kinds of questions, which take turns")
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.LIVE)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "slug"]
        verbose_name_plural = "quizzes"

    def __str__(self) -> str:
        return self.title


class Learner(models.Model):
    """Own attempts. A learner is whoever sends the cookie with the key of this hash.

    An account would be a nullable one-to-one field `user` here; `key_hash` would become nullable.
    """

    key_hash = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.key_hash[:8]


class Attempt(models.Model):
    """Store a learner's run through a quiz.

    Its items are fixed at the first answer, its score at submission. `pending` holds the items of
    an attempt that is not stored yet.
    """

    class State(models.TextChoices):
        OPEN = "open"
        SUBMITTED = "submitted"

    pending: Sequence[AttemptItem] = ()

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="attempts")
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="attempts")
    seed = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    started = models.DateTimeField(auto_now_add=True)
    submitted = models.DateTimeField(null=True, blank=True)
    score = models.FloatField(null=True, blank=True)
    maximum = models.FloatField(null=True, blank=True)
    edition = models.CharField(
        max_length=64,
        help_text="hash of the content that the questions were made from",
    )

    class Meta:
        ordering = ["-started"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "quiz"],
                condition=Q(state="open"),
                name="one_open_attempt_per_learner_and_quiz",
            ),
            models.CheckConstraint(
                condition=Q(state="open", submitted=None, score=None, maximum=None)
                | Q(
                    state="submitted",
                    submitted__isnull=False,
                    score__isnull=False,
                    maximum__isnull=False,
                ),
                name="submitted_if_and_only_if_scored",
            ),
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=0, score__lte=F("maximum")),
                name="score_from_zero_to_maximum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiz}, {self.state}"

    def get_absolute_url(self) -> str:
        return reverse("quiz-attempt", args=[self.uuid])

    @property
    def result(self) -> str:
        """Return the score in words, such as "7.5 of 10"; "" before submission."""
        if self.score is None or self.maximum is None:
            return ""
        return f"{round(self.score, 2):g} of {round(self.maximum, 2):g}"


class AttemptItem(models.Model):
    """Store a question of an attempt.

    The learner sees `body` beside the prompt; `scoring` is secret until submission. Only the kind
    of the question knows their shapes.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    entry = models.CharField(max_length=60, help_text="slug of the entry that is asked for")
    prompt = models.TextField()
    body = models.JSONField()
    scoring = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "position"], name="one_item_per_position"),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.kind}"


class Response(models.Model):
    """Store the answer to an item, as JSON of its kind.

    `revision` grows with every change, so that two tabs cannot overwrite one another.
    """

    item = models.OneToOneField(AttemptItem, on_delete=models.CASCADE, related_name="response")
    answer = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    answered = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(revision__gte=1), name="revision_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} (revision {self.revision})"
