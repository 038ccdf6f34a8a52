"""Limit of new attempts per address: each stores its questions."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from web.limits.limit import limit_of


def seconds_to_wait(request: HttpRequest) -> int:
    """Count a start; return 0 when it is allowed, else after how many seconds it will be."""
    if not settings.QUIZ_START_RATE:
        return 0
    limit = limit_of("quiz-start", settings.QUIZ_START_RATE)
    return limit.seconds_to_wait(request)
