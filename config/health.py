"""Answer load balancers and start scripts: is the process up, and can it diagnose?"""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.writes import Writes
from diagnostics_api.service.knowledge import (
    NothingLoadedError,
    UnreadableTextModelError,
    text_model_state_in_force,
)
from dictionary.editions import edition_in_force

writes = Writes()


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer without asking the database."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the site can diagnose; 503 with the reason otherwise.

    The answer names an outdated or missing text model, and says where nothing can be written. Both
    are no reason for 503: diagnoses work without a model, and pages without a write.
    """
    try:
        edition = edition_in_force()
        refusal = writes.refusal()
        taken = {"writes": refusal or "ok"}
        if edition is None or not edition.entries:
            return _unavailable("no content: run manage.py load_dictionary", **taken)
        text_model = text_model_state_in_force()
    except DatabaseError as error:
        return _unavailable(f"database: {type(error).__name__}")
    except UnreadableTextModelError as error:
        return _unavailable(f"text model: {error}", **taken)
    except NothingLoadedError as error:
        return _unavailable(f"content: {error}", **taken)

    status = "reads only" if refusal else "ok"
    return JsonResponse(
        {
            "status": status,
            "edition": edition.name,
            "entries": edition.entries,
            "text_model": text_model,
            **taken,
        }
    )


def _unavailable(reason: str, **facts: str) -> JsonResponse:
    return JsonResponse({"status": "unavailable", "reason": reason, **facts}, status=503)
