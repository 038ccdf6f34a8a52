"""Limit of diagnoses per address, shared by the endpoint and the page."""

from __future__ import annotations

import logging

from django.conf import settings
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

logger = logging.getLogger(__name__)


class DiagnosisThrottle(SimpleRateThrottle):
    """Allow as many diagnoses as the setting DIAGNOSIS_RATE says."""

    scope = "diagnosis"

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Without the cache nothing can be counted: better an answer too many than none."""
        try:
            return bool(super().allow_request(request, view))
        except RedisError as error:
            logger.warning("diagnoses are not counted, the cache does not answer: %s", error)
            return True

    def get_rate(self) -> str | None:
        return settings.DIAGNOSIS_RATE or None

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}
