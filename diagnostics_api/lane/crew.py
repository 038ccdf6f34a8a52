"""What the foreman knows and its workers do: answer a request from one edition of the content."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from django.core.handlers.exception import response_for_exception
from django.db import DatabaseError, connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from diagnostics_api.lane.errors import EditionChangedError
from diagnostics_api.lane.jobs import Door, Job, Parts, parts_of, request_of
from diagnostics_api.page.view import diagnosed
from diagnostics_api.rest.diagnoses import DiagnosesView
from diagnostics_api.service.in_force import ContentChangedError, published_in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from diagnostics_api.service.published import Published

logger = logging.getLogger(__name__)


def _api(request: HttpRequest, published: Published) -> HttpResponseBase:
    return DiagnosesView.as_view(published=published)(request)


def _page(request: HttpRequest, published: Published) -> HttpResponseBase:
    """Answer what is raised outside of a middleware as Django does inside of one."""
    try:
        return diagnosed(request, published)
    except MemoryError:
        raise
    except Exception as error:
        return response_for_exception(request, error)


DOORS: Mapping[Door, Callable[[HttpRequest, Published], HttpResponseBase]] = {
    "api": _api,
    "page": _page,
}


class Diagnosticians:
    """The crew of the lane."""

    published: Published | None = None

    def prepare(self, edition: str) -> None:
        """Read the edition in force unless it is here; an edition that cannot be read is logged."""
        if self.published is not None and self.published.library.edition == edition:
            return
        try:
            self.published = published_in_force()
        except (DatabaseError, NothingLoadedError, ContentChangedError) as error:
            logger.warning("no knowledge for costly diagnoses: %s", error)
        finally:
            connections.close_all()  # a worker must not share one with its foreman

    def work(self, job: object, body: bytes) -> Parts | EditionChangedError:
        """Answer a request, unless another edition came into force since."""
        if not isinstance(job, Job):
            raise TypeError(f"a job is expected, not {type(job).__name__}")
        published = self.published
        if published is None or published.library.edition != job.edition:
            return EditionChangedError()
        request = request_of(job, body)
        answer = DOORS[job.door]
        return parts_of(answer(request, published), request)
