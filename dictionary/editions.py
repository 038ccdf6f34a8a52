"""The edition in force, fetched once per request."""

from __future__ import annotations

from django.http import HttpRequest

from dictionary.models import Edition


def latest_edition() -> Edition | None:
    return Edition.objects.order_by("-loaded_at").first()


def request_edition(request: HttpRequest) -> Edition | None:
    if not hasattr(request, "lossary_edition"):
        request.lossary_edition = latest_edition()  # type: ignore[attr-defined]
    edition: Edition | None = request.lossary_edition  # type: ignore[attr-defined]
    return edition
