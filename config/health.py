"""Answer load balancers and start scripts: is the process up, and can it diagnose?"""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from diagnostics_api.service.knowledge import (
    NothingLoadedError,
    UnreadableTextModelError,
    text_model_state_in_force,
)
from dictionary.editions import edition_in_force


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer without asking the database."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the site can diagnose; 503 with the reason otherwise.

    The answer names an outdated or missing text model. It is no reason for 503: diagnoses work
    without one.
    """
    try:
        edition = edition_in_force()
        if edition is None or not edition.entries:
            return _unavailable("no content: run manage.py load_dictionary")
        text_model = text_model_state_in_force()
    except DatabaseError as error:
        return _unavailable(f"database: {type(error).__name__}")
    except UnreadableTextModelError as error:
        return _unavailable(f"text model: {error}")
    except NothingLoadedError as error:
        return _unavailable(f"content: {error}")

    return JsonResponse(
        {
            "status": "ok",
            "edition": edition.name,
            "entries": edition.entries,
            "text_model": text_model,
        }
    )


def _unavailable(reason: str) -> JsonResponse:
    return JsonResponse({"status": "unavailable", "reason": reason}, status=503)
