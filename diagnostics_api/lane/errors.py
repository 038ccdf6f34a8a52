"""Why the lane for costly diagnoses gave no answer, as every door tells it."""

from __future__ import annotations

from http import HTTPStatus

from rest_framework.exceptions import APIException

WAIT = 5  # seconds after which it is worth while to ask again


class LaneError(APIException):
    """There is no diagnosis. What was sent can be sent again, whole or in part."""

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    wait: int | None = None  # seconds


class LaneFullError(LaneError):
    default_detail = f"Too many diagnoses run at this moment. Try again in {WAIT} seconds."
    wait = WAIT


class EditionChangedError(LaneError):
    default_detail = "The content was changed while the input was read. Try again."
    wait = 1


class LaneLostError(LaneError):
    """The process that starts the workers is gone or does not answer; it will be replaced."""

    default_detail = f"Large inputs cannot be read at this moment. Try again in {WAIT} seconds."
    wait = WAIT


class TooSlowError(LaneError):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The diagnosis was stopped after {seconds:.3g} seconds of work. Send less: fewer "
            "files or curves, or the part of the log around the failure."
        )


class TooMuchMemoryError(LaneError):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            f"The diagnosis needed more than {megabytes} MB of memory and was stopped. Send less: "
            "fewer files or curves, or the part of the log around the failure."
        )


class WorkerDiedError(RuntimeError):
    """A worker ended without an answer, and not by its limits."""
