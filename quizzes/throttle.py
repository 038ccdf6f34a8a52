"""Limit of new attempts per address: each stores its questions."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from redis.exceptions import RedisError
from rest_framework.throttling import SimpleRateThrottle

logger = logging.getLogger(__name__)


class StartThrottle(SimpleRateThrottle):
    """Allow as many new attempts as the setting QUIZ_START_RATE says."""

    scope = "quiz-start"

    def allow_request(self, request: Any, view: Any) -> bool:
        """Without the cache nothing can be counted: better an attempt too many than none."""
        try:
            return bool(super().allow_request(request, view))
        except RedisError as error:
            logger.warning("starts are not counted, the cache does not answer: %s", error)
            return True

    def get_rate(self) -> str | None:
        return settings.QUIZ_START_RATE or None

    def get_cache_key(self, request: Any, view: Any) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


def seconds_to_wait(request: HttpRequest) -> int:
    """Count a start; return 0 when it is allowed, else after how many seconds it will be."""
    throttle = StartThrottle()
    if throttle.allow_request(request, None):
        return 0
    return max(1, round(throttle.wait() or 1))
