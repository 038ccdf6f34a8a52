from __future__ import annotations

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView


class DiagnosisThrottle(SimpleRateThrottle):
    """So many diagnoses per address, by the setting DIAGNOSIS_RATE; shared by the endpoint and the page."""

    scope = "diagnosis"

    def get_rate(self) -> str | None:
        return settings.DIAGNOSIS_RATE or None

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}
