"""Is the process up, and can it answer? For load balancers and start scripts."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dictionary.editions import edition_in_force


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; the database is not asked."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers and holds content; 503 with the reason otherwise."""
    try:
        edition = edition_in_force()
    except DatabaseError as error:
        return JsonResponse(
            {"status": "unavailable", "reason": f"database: {type(error).__name__}"}, status=503
        )
    if edition is None or not edition.entries:
        reason = "no content: run manage.py load_dictionary"
        return JsonResponse({"status": "unavailable", "reason": reason}, status=503)
    return JsonResponse({"status": "ok", "edition": edition.name, "entries": edition.entries})
