"""Start the lane of a process, by a fork before the process has threads."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterable
from typing import Protocol

from diagnostics_api.lane.foreman import Crew, serve
from diagnostics_api.lane.lane import Lane, Places
from diagnostics_api.lane.limits import Limits
from diagnostics_api.lane.routes import use

logger = logging.getLogger(__name__)


class _Closable(Protocol):
    def close(self) -> None: ...


def start_lane(
    crew: Crew,
    places: tuple[int, int],
    limits: Limits,
    on_loss: Callable[[], None],
    listeners: Iterable[_Closable] = (),
) -> None:
    """Fork a foreman and use its lane in this process, which must have one thread.

    `places` are those for costly diagnoses, in workers, and for small ones, in this process.
    `listeners` are closed in the foreman: only the server may hold its address.
    """
    costly, small = map(Places, places)
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        _be_foreman(crew, limits, theirs, [ours, *listeners])
    theirs.close()
    use(Lane(ours, costly, small, limits, on_loss))


def _be_foreman(
    crew: Crew,
    limits: Limits,
    control: socket.socket,
    not_ours: Iterable[_Closable],
) -> None:
    """Serve, and end this process without running what the server left to be done at exit."""
    status = 1
    try:
        for each in not_ours:
            each.close()
        crew.prepare("")  # the edition in force
        serve(control, crew, limits)
        status = 0
    except BaseException:
        logger.exception("the foreman of costly diagnoses failed")
    finally:
        os._exit(status)
