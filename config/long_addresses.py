"""Refuse addresses that no link of the site has, as problem details in the API."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from config.errors import is_api
from diagnostics_api.rest import problems
from web.errors import plain_page

LONGEST_ADDRESS = 16_000  # characters of path and query
TOO_LONG = f"The address is longer than {LONGEST_ADDRESS:,} characters."
Answer = Callable[[HttpRequest], HttpResponse]


def refuse_long_addresses(answer: Answer) -> Answer:
    """Middleware: answer 414 for an address over LONGEST_ADDRESS."""

    def answered(request: HttpRequest) -> HttpResponse:
        if len(request.get_full_path()) <= LONGEST_ADDRESS:
            return answer(request)
        if is_api(request):
            return problems.problem_response(request, 414, TOO_LONG)
        return plain_page("web/400.html", status=414)

    return answered
