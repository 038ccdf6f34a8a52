"""What a process that serves does at its start, and a command does not.

It makes what the first diagnosis, page and probe need before one asks. And it bounds its waits for
the database: commands migrate, load and back up as long as that takes, but a request that waits
holds a thread that others need.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import psycopg
from django.conf import settings
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.urls import resolve
from django.utils.module_loading import import_string

from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.in_force import ContentChangedError, published_in_force
from diagnostics_api.service.knowledge import NothingLoadedError, text_model_state_in_force
from diagnostics_api.service.published import Published
from dictionary.loading.in_force import derived_in_force

logger = logging.getLogger(__name__)

# Seconds. A page then says that the database is away, keeps what was sent and offers another try.
LOCK_WAIT = 2  # of SQLite, for another writer
STATEMENT = 3  # of PostgreSQL, by the server, waits for locks included
ANSWER = 4  # of PostgreSQL, by this side: a frozen server cancels nothing

FIRST = {
    "description": "The loss is NaN after two epochs and accuracy stays at 0.1.",
    "log": "epoch 1 loss 2.303 acc 0.10\nepoch 2 loss 2.301 acc 0.10\nepoch 3 loss nan acc 0.10\n",
}


def start_serving() -> None:
    """Bound the waits, and make what the first requests need.

    A server that loads the application before it forks shares the memory among its workers.
    """
    bound_waits()
    resolve("/")  # imports every view
    try:
        published = published_in_force()
        for name in settings.MADE_OF_CONTENT:
            derived_in_force(import_string(name))
        text_model_state_in_force()
        diagnose_once(published)
    except (NothingLoadedError, ContentChangedError, DatabaseError) as error:
        logger.warning("nothing can be diagnosed yet: %s", error)
    finally:
        connections.close_all()  # a worker must not share the connection of its parent


def diagnose_once(published: Published) -> None:
    """Make what the engine makes at its first use: word tables, the unpacked model of words.

    A failure is logged: whatever is wrong with it, pages can be read.
    """
    try:
        question = read_fields(FIRST, published.knowledge, settings.DIAGNOSIS_MAX_BYTES)
        answer_to(question, published)
    except Exception:
        logger.exception("the first diagnosis failed")


def bound_waits() -> None:
    """Bound the waits of every connection that this process makes from now on."""
    connection_created.connect(_bound, dispatch_uid="bound-waits")


def _bound(connection: BaseDatabaseWrapper, **more: object) -> None:
    bound = BOUNDS[connection.vendor]
    bound(connection)


def _bound_sqlite(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT * 1000}")


def _bound_postgresql(connection: BaseDatabaseWrapper) -> None:
    bound_answers(connection.connection, ANSWER)
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = {STATEMENT * 1000}")


def bound_answers(connection: psycopg.Connection[Any], seconds: float) -> None:
    """Close the connection with an OperationalError when an answer takes longer than that.

    The connection is of no use then: the answer to another question may still come.
    """
    wait = connection.wait

    def wait_in_time(generator: Any, *interval: float, **options: Any) -> Any:
        options.setdefault("timeout", seconds)
        try:
            return wait(generator, *interval, **options)
        except psycopg.errors._WaitTimeout as error:
            connection.close()
            raise psycopg.OperationalError(f"no answer in {seconds:g} s") from error

    connection.wait = wait_in_time  # type: ignore[method-assign, assignment]


BOUNDS: dict[str, Callable[[BaseDatabaseWrapper], None]] = {
    "sqlite": _bound_sqlite,
    "postgresql": _bound_postgresql,
}
