"""The answer to who tried too often."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest, original_response: Any = None, credentials: Any = None
) -> HttpResponse:
    """Say how long to wait; whether the password was right stays unsaid."""
    wait = settings.AXES_COOLOFF_TIME
    minutes = int(wait.total_seconds() // 60)
    context = {"error": True, "title": "Too many tries", "minutes": minutes}
    status = HTTPStatus.TOO_MANY_REQUESTS
    response = render(request, "staff/locked_out.html", context, status=status)
    response["Retry-After"] = str(int(wait.total_seconds()))
    response["Cache-Control"] = "no-store"
    return response
