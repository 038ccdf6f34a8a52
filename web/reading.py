"""What reading pages have in common: read only, revalidated, compressed, without a cookie."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from web.edition import edition_of, stamp_of
from web.kept.middleware import mark
from web.snapshot import from_one_snapshot

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponse]


def reading_page(view: View[Parameters]) -> View[Parameters]:
    """Answer GET and HEAD only, with an ETag made of the answer's bytes.

    So it changes with content and with templates. Everything on it is of one state of the database.
    Compressed: these pages hold no secret that the
    length of an answer could give away.
    """

    @from_one_snapshot
    @wraps(view)
    def stamped(
        request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-cache")
        edition = edition_of(request)
        if edition and response.status_code == 200:
            changed = edition.loaded_at.timestamp()
            response.headers["Last-Modified"] = http_date(changed)
            mark(response, stamp_of(edition))
        return response

    conditional = conditional_page(stamped)
    packed = gzip_page(require_safe(conditional))
    return cast(View[Parameters], packed)
