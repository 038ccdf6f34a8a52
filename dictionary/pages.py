"""What every reading page has in common: read only, revalidated by ETag and Last-Modified, no
cookie.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from dictionary.editions import request_edition

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponse]


def reading_page(view: View[Parameters]) -> View[Parameters]:
    """Answer GET and HEAD only, with an ETag made of the answer's bytes.

    So it changes with content and with templates. Compressed: these pages hold no secret that the
    length of an answer could give away.
    """

    @wraps(view)
    def stamped(
        request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-cache")
        edition = request_edition(request)
        if edition and response.status_code == 200:
            response.headers["Last-Modified"] = http_date(edition.loaded_at.timestamp())
        return response

    return cast(View[Parameters], gzip_page(require_safe(conditional_page(stamped))))
