"""Counts in the database, which all processes of the site share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from web.limits.count import Count
from web.models import RequestCount

# One statement, so that two processes never count from the same number.
ADD = """
INSERT INTO web_requestcount (key, since, count) VALUES (%s, %s, 1)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN web_requestcount.since <= %s THEN 1 ELSE web_requestcount.count + 1 END,
    since = CASE WHEN web_requestcount.since <= %s THEN excluded.since
            ELSE web_requestcount.since END
RETURNING count, since
"""
LONGEST_PERIOD = 24 * 60 * 60  # seconds; older rows are forgotten
PATIENCE = 250  # milliseconds: SQLite's lock may be held for seconds while content is loaded


def add(key: str, seconds: int, now: float) -> Count:
    """Count one more. Raises DatabaseError where the database does not answer."""
    over = now - seconds
    with little_patience(), connection.cursor() as cursor:
        cursor.execute(ADD, [key, now, over, over])
        times, since = cursor.fetchone()
    if times == 1:
        RequestCount.objects.filter(since__lt=now - LONGEST_PERIOD).delete()
    return Count(times, since)


@contextmanager
def little_patience() -> Iterator[None]:
    """Let SQLite wait for its write lock for a moment only."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {int(usual)}")
