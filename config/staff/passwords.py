"""Passwords that a stranger would try first on this very site."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError


class SiteWordsValidator:
    """Words of the site do not count: what remains without them must be long enough."""

    def __init__(self, words: Sequence[str], min_length: int) -> None:
        self.words = words
        self.min_length = min_length

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if len(password) - self._said(password) < self.min_length:
            raise ValidationError(self.get_help_text(), code="password_of_site_words")

    def _said(self, password: str) -> int:
        """Return how many characters the words of the site take."""
        lower = password.lower()
        taken = [lower.count(word) * len(word) for word in self.words]
        return sum(taken)

    def get_help_text(self) -> str:
        words = ", ".join(self.words)
        return (
            f"Your password must have {self.min_length} characters beside the words "
            f"that anybody would try here ({words})."
        )
