from __future__ import annotations

from django.db import models


class RequestCount(models.Model):
    """How often an address asked for something since a moment: one row an address and limit.

    Written by one statement of SQL (web/limits/database.py), read by nobody else.
    """

    key = models.CharField(primary_key=True, max_length=100)
    since = models.FloatField(db_index=True, help_text="Start, in Unix seconds.")
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
