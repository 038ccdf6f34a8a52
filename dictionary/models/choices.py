"""Make Django's choices from the vocabularies of the content's schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from django.db import models

SEPARATOR = re.compile("[- ]")


def choices_of(
    name: str,
    vocabulary: Any,
    labels: Mapping[str, str] | None = None,
) -> type[models.TextChoices]:
    """Return the values of a Literal as choices, labeled like "One Run" where no label is given."""
    special = labels or {}
    members: dict[str, Any] = {}
    for value in get_args(vocabulary):
        member = SEPARATOR.sub("_", value)
        given: Any = value
        if value in special:
            label = special[value]
            given = (value, label)
        members[member.upper()] = given
    make: Any = models.TextChoices  # the stubs know the call with a value only
    choices: type[models.TextChoices] = make(name, members)
    return choices
