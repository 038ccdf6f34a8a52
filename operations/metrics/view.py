"""GET /metrics with a token, for those who can reach one port only."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

SCHEME = "Bearer "


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer 404 where METRICS_TOKEN is not set, 401 without the token."""
    token: str = settings.METRICS_TOKEN
    if not token:
        raise Http404
    sent = request.headers.get("Authorization", "")
    if not constant_time_compare(sent, SCHEME + token):
        return HttpResponse(
            "Send the token: Authorization: Bearer METRICS_TOKEN\n",
            status=401,
            content_type="text/plain",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return _exposition(request)


def _exposition(request: HttpRequest) -> HttpResponse:
    from prometheus_client.exposition import choose_encoder

    from operations.metrics.exposition import registry_of
    from operations.metrics.instruments import slot_in

    folder = settings.METRICS_DIR
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    registry = registry_of(folder, own=slot_in(folder).number())
    return HttpResponse(encode(registry), content_type=content_type)
