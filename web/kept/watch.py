"""Which edition is in force, asked for at most once a second in a process."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Hashable
from threading import Lock

from django.db import DatabaseError, InterfaceError

LOOK_AGAIN = 1.0  # seconds

logger = logging.getLogger(__name__)


class Watch:
    """Lets one thread ask; the others go on with what was known before.

    look: returns what tells editions apart, None while nothing is loaded.
    """

    def __init__(
        self,
        look: Callable[[], Hashable],
        seconds: float = LOOK_AGAIN,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.known: Hashable = None
        self._look = look
        self._seconds = seconds
        self._clock = clock
        self._next = -float("inf")
        self._asking = Lock()

    def edition(self) -> Hashable:
        """Return the edition in force, or that of a second ago; the last one without a database."""
        if self._clock() >= self._next and self._asking.acquire(blocking=False):
            try:
                self._ask()
            finally:
                self._asking.release()
        return self.known

    def saw(self, edition: Hashable) -> None:
        """Take note of an edition that an answer was just made of."""
        self.known = edition
        self._next = self._clock() + self._seconds

    def _ask(self) -> None:
        try:
            self.saw(self._look())
        except (DatabaseError, InterfaceError):
            logger.warning("The edition is not known now; kept pages are given as before.")
            self.saw(self.known)
