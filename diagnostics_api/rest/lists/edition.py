"""Resources that change only with the edition: ETag, Last-Modified and 304."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from dictionary.editions import edition_in_force
from dictionary.models import Edition
from web.edition import stamp_of
from web.kept.middleware import mark
from web.snapshot import snapshot


class EditionView(APIView):
    """A resource that changes only with the edition of the content.

    Its ETag is that of the edition which its body was read from.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with snapshot():
            return super().dispatch(request, *args, **kwargs)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        final = super().finalize_response(request, response, *args, **kwargs)
        if final.status_code != 200:
            return final
        edition = edition_in_force()
        if edition is None:
            return final
        final["ETag"] = quote_etag(edition.content_hash[:32])
        final["Last-Modified"] = http_date(edition.loaded_at.timestamp())
        final["Cache-Control"] = "public, max-age=0, must-revalidate"
        mark(final, stamp_of(edition))
        return _unless_unchanged(request, final, edition)


def _unless_unchanged(
    request: Request, response: Response, edition: Edition
) -> HttpResponse | Response | None:
    """Return 304 when the client has this edition already."""
    modified = int(edition.loaded_at.timestamp())
    return get_conditional_response(request._request, response["ETag"], modified, response)
