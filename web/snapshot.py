"""One state of the database for everything that an answer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.db import connection, transaction

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def snapshot() -> Iterator[None]:
    """Let every query inside read what the first one sees, whatever is written meanwhile.

    The first one begins a transaction: what asks nothing does not touch the database. One that is
    open already stays as it is. Nothing may be written inside.
    """
    if connection.in_atomic_block:
        yield
        return
    with ExitStack() as transactions, connection.execute_wrapper(_Beginner(transactions)):
        yield


class _Beginner:
    """Begins the transaction, to be ended by the stack, when the first query is executed."""

    def __init__(self, transactions: ExitStack) -> None:
        self._transactions = transactions
        self._has_begun = False

    def __call__(self, execute: Callable[..., Any], *query: Any) -> Any:
        if not self._has_begun:
            self._has_begun = True  # before the queries that begin it
            begin = BEGIN[connection.vendor]
            self._transactions.enter_context(begin())
        return execute(*query)


def from_one_snapshot(view: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Let a view, with the rendering of its answer, read from one state of the database."""

    @wraps(view)
    def reading(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        with snapshot():
            return view(*args, **kwargs)

    return reading


@contextmanager
def _sqlite() -> Iterator[None]:
    """Take no lock: transactions of the settings begin with that of a writer."""
    wrapper = cast(Any, connection)
    of_writers = wrapper.transaction_mode
    wrapper.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            yield
    finally:
        wrapper.transaction_mode = of_writers


@contextmanager
def _postgresql() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(ONE_STATE)
        yield


BEGIN: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
}
