"""Answer load balancers and start scripts: is the process up, and can it serve content?"""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dictionary.editions import edition_in_force


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer without asking the database."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Name the edition in force; answer 503 with the reason when there is no content to serve."""
    try:
        edition = edition_in_force()
    except DatabaseError as error:
        fault = type(error).__name__
        return _unavailable(f"database: {fault}")
    if edition is None or not edition.entries:
        return _unavailable("no content: run manage.py load_dictionary")
    return JsonResponse(
        {
            "status": "ok",
            "edition": edition.name,
            "entries": edition.entries,
        }
    )


def _unavailable(reason: str) -> JsonResponse:
    answer = {"status": "unavailable", "reason": reason}
    return JsonResponse(answer, status=503)
