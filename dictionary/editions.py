"""The edition in force, fetched once per request."""

from __future__ import annotations

from django.http import HttpRequest

from dictionary.models import Edition


def edition_in_force() -> Edition | None:
    """Return the edition loaded or edited last; of two at the same moment, the one written
    later.
    """
    return Edition.objects.order_by("-loaded_at", "-pk").first()


def request_edition(request: HttpRequest) -> Edition | None:
    if not hasattr(request, "lossary_edition"):
        request.lossary_edition = edition_in_force()  # type: ignore[attr-defined]
    edition: Edition | None = request.lossary_edition  # type: ignore[attr-defined]
    return edition
