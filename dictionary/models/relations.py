"""Links between entries that are written."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from dictionary.models.entries import FailureMode


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

    source = models.ForeignKey(
        FailureMode,
        on_delete=models.CASCADE,
        related_name="relations_out",
    )
    target = models.ForeignKey(
        FailureMode,
        on_delete=models.CASCADE,
        related_name="relations_in",
    )
    type = models.CharField(max_length=20, choices=Type.choices)
    note = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "type"],
                name="relation_once",
            ),
            models.CheckConstraint(
                condition=~Q(source=F("target")),
                name="relation_not_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.type} {self.target}"
