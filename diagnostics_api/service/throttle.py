"""Limit of diagnoses per address, shared by the endpoint and the page."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from web.limits.limit import limit_of


class DiagnosisThrottle(BaseThrottle):
    """Allow as many diagnoses as the setting DIAGNOSIS_RATE says."""

    seconds_to_wait = 0

    def allow_request(self, request: Request | HttpRequest, view: APIView | None = None) -> bool:
        if not settings.DIAGNOSIS_RATE:
            return True
        limit = limit_of("diagnosis", settings.DIAGNOSIS_RATE)
        inner = request._request if isinstance(request, Request) else request
        self.seconds_to_wait = limit.seconds_to_wait(inner)
        return self.seconds_to_wait == 0

    def wait(self) -> float | None:
        return self.seconds_to_wait or None
