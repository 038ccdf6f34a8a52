"""Error of the API: problem details as RFC 9457 describes them."""

from __future__ import annotations

from diagnostics_api.service.described import Described


class ProblemError(Described):
    """One fault of the request."""

    pointer: str
    """JSON pointer into the body, or file and line; empty for the whole request."""
    detail: str
    """What is wrong there."""


class Problem(Described):
    """Why a request was not answered."""

    type: str
    """`about:blank`: title and status say all."""
    title: str
    """Name of the status."""
    status: int
    """HTTP status of the answer."""
    detail: str
    """What is wrong, in a sentence."""
    instance: str
    """Address that was requested."""
    request_id: str | None = None
    """Name of the request in the log of the server, also in the header X-Request-ID."""
    errors: list[ProblemError] | None = None
    """Every fault that was found, where there are several places for one."""
