"""One format in which an entry can be fetched beside its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dictionary.models import FailureMode


@dataclass(frozen=True, slots=True)
class Export:
    """`suffix` ends the address: /e/overfitting.json. `text_of` takes an entry with its parts."""

    suffix: str
    title: str
    media_type: str
    text_of: Callable[[FailureMode], str]

    @property
    def content_type(self) -> str:
        """The media type as a header; only texts name their encoding, JSON is UTF-8 always."""
        if self.media_type.startswith("text/"):
            return f"{self.media_type}; charset=utf-8"
        return self.media_type
