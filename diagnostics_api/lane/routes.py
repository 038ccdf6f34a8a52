"""Where a diagnosis runs: small ones in this process, costly ones in a worker of the lane."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase
from rest_framework.exceptions import ParseError

from diagnostics_api.lane.errors import LaneError
from diagnostics_api.lane.jobs import Door, Parts, job_of, response_of
from diagnostics_api.lane.lane import Lane
from diagnostics_api.lane.packed import may_be_packed
from diagnostics_api.service.gate import BROKEN_OFF

SMALL = 64 * 1024  # bytes of a body; its cost is at most linear in them

_in_use: list[Lane] = []


def use(lane: Lane) -> None:
    """Send costly diagnoses of this process to a lane from now on."""
    _in_use[:] = [lane]


def lane_in_use() -> Lane | None:
    """Return the lane of this process. None under the development server and at a terminal."""
    return _in_use[0] if _in_use else None


def routed(
    request: HttpRequest,
    door: Door,
    edition: str,
    here: Callable[[], HttpResponseBase],
) -> HttpResponseBase:
    """Answer a request by `here`, or as its door does it in a worker that has the edition.

    Raises ParseError for a body that breaks off, and what Lane.run raises.
    """
    lane = lane_in_use()
    if lane is None:
        return here()
    body = _body(request)
    is_packed = may_be_packed(body)
    if len(body) <= SMALL and not is_packed:
        with lane.small.take():
            return here()
    job = job_of(request, door, edition)
    unpacked = settings.DIAGNOSIS_MAX_BYTES if is_packed else 0
    made = lane.run(edition, job, body, unpacked)
    if isinstance(made, LaneError):
        raise made
    parts = cast(Parts, made)
    request.verdict = parts.verdict  # type: ignore[attr-defined]
    return response_of(parts)


def lane_busy() -> float:
    """Return how many diagnoses run in workers of this process, for the metrics."""
    lane = lane_in_use()
    return float(lane.costly.taken) if lane else 0.0


def _body(request: HttpRequest) -> bytes:
    try:
        return request.body
    except UnreadablePostError as error:
        raise ParseError(BROKEN_OFF) from error
