"""So many requests of an address in a period, counted over all processes of the site."""

from __future__ import annotations

import logging
import math
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from redis.exceptions import RedisError

from web.client_address import counted_address
from web.limits import database, memory, shared_cache
from web.limits.count import Count, Store

logger = logging.getLogger(__name__)

RATE = re.compile(r"(?P<times>[1-9][0-9]{0,8})/(?P<period>s|sec|m|min|h|hour|d|day)")
SECONDS = {
    "s": 1,
    "m": 60,
    "h": 3600,
    "d": 86_400,
}


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` requests in `seconds`, counted by `name` and address."""

    name: str
    times: int
    seconds: int

    def seconds_to_wait(self, request: HttpRequest, now: float | None = None) -> int:
        """Count the request. Return 0 if it may be answered, else the seconds to wait."""
        moment = now or time.time()
        key = f"{self.name}:{counted_address(request)}"
        count = counted(key, self.seconds, moment)
        if count.times <= self.times:
            return 0
        remaining = count.since + self.seconds - moment
        whole = math.ceil(remaining)
        return max(1, whole)


def limit_of(name: str, rate: str) -> Limit:
    """Read a rate such as 60/min. Raises ValueError for anything else."""
    match = RATE.fullmatch(rate)
    if match is None:
        raise ValueError(f"not a rate such as 60/min, 10/s or 500/hour: {rate!r}")
    period = match["period"][0]
    times = int(match["times"])
    return Limit(name, times, SECONDS[period])


def counted(key: str, seconds: int, now: float) -> Count:
    """Count in the first store that answers; each that does not is logged."""
    for name, store in _shared_stores():
        try:
            return store(key, seconds, now)
        except (RedisError, DatabaseError) as error:
            logger.warning("requests are not counted in the %s: %s", name, error)
    return memory.add(key, seconds, now)


def _shared_stores() -> Iterator[tuple[str, Store]]:
    if settings.HAS_SHARED_CACHE:
        yield "cache", shared_cache.add
    yield "database", database.add
