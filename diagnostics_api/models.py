from __future__ import annotations

from django.db import models


class KeptAnswer(models.Model):
    """Store the page of an answer until it expires.

    An own answer opens only with the cookie whose key has the hash `key_hash`. A shared one opens
    for everybody who has its address, and only the cookie deletes it. `client` is a keyed hash of
    the network address that asked, to bound what one address stores.
    """

    address = models.CharField(max_length=32, unique=True)
    key_hash = models.CharField(max_length=64)
    client = models.CharField(max_length=64, db_index=True)
    made = models.DateTimeField()
    expires = models.DateTimeField(db_index=True)
    source = models.CharField(
        max_length=32,
        blank=True,
        help_text="address of the answer that this one shares, if it shares one",
    )
    packed = models.BinaryField()
    size = models.PositiveIntegerField(help_text="bytes of `packed`")

    def __str__(self) -> str:
        return f"answer of {self.made:%Y-%m-%d %H:%M}"
