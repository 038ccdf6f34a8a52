"""Make Django's choices from the vocabularies of the content's schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from django.db import models


def choices_of(
    name: str,
    vocabulary: Any,
    labels: Mapping[str, str] | None = None,
) -> type[models.TextChoices]:
    """Return the values of a Literal as choices, labeled like "One Run" where no label is given."""
    special = labels or {}
    members: list[tuple[str, Any]] = []
    for value in get_args(vocabulary):
        member = value.replace("-", "_").replace(" ", "_").upper()
        if value in special:
            members.append((member, (value, special[value])))
        else:
            members.append((member, value))
    make: Any = models.TextChoices  # the stubs know the call with a value only
    choices: type[models.TextChoices] = make(name, members)
    return choices
