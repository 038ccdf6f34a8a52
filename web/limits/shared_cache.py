"""Counts in the cache of CACHE_URL, which all processes of the site share."""

from __future__ import annotations

from django.core.cache import cache

from web.limits.count import Count

PREFIX = "limit"


def add(key: str, seconds: int, now: float) -> Count:
    """Count one more. Raises RedisError where the cache does not answer.

    The period is part of the key of the count, so that a count never outlives its period.
    """
    started: float = cache.get_or_set(f"{PREFIX}:{key}", now, seconds) or now
    counted = f"{PREFIX}:{key}:{started}"
    cache.add(counted, 0, seconds)
    try:
        times = cache.incr(counted)
    except ValueError:  # the period ended between the two
        times = 1
    return Count(times, started)
